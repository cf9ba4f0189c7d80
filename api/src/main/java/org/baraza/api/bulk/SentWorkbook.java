// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.exchange.JobFile;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.openrosa.multipart.MultipartLimits;
import org.baraza.openrosa.multipart.MultipartReader;
import org.baraza.openrosa.multipart.Part;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * A form with a workbook, read as a stream: the workbook goes straight to the blob store.
 *
 * @param fields the other fields, by name
 */
record SentWorkbook(JobFile file, Map<String, String> fields) {
    private static final long LARGEST = 50L * 1024 * 1024;
    private static final int LONGEST_FIELD = 1_024;
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final MultipartLimits LIMITS = new MultipartLimits(10, 8 * 1024);

    /** More than a workbook may have. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** @param name of the field with the workbook */
    static SentWorkbook read(HttpServletRequest request, BlobStore blobs, ProjectId project, String name)
            throws IOException {
        return read(request, name, part -> keep(part, blobs, project));
    }

    /** As {@link #read}, of a table of any kind, which is looked at later. */
    static SentWorkbook readTable(HttpServletRequest request, BlobStore blobs, ProjectId project, String name)
            throws IOException {
        return read(request, name, part -> keep(part, new byte[0], part.content(), blobs, project));
    }

    /** Puts a file where it is kept. */
    private interface Keeping {
        JobFile keep(Part part) throws IOException;
    }

    private static SentWorkbook read(HttpServletRequest request, String name, Keeping keeping) throws IOException {
        Map<String, String> fields = new HashMap<>();
        Optional<JobFile> file = Optional.empty();
        try {
            MultipartReader parts = MultipartReader.of(
                    request.getInputStream(),
                    Optional.ofNullable(request.getContentType()).orElse(""),
                    LIMITS);
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                if (part.get().headers().name().equals(name) && file.isEmpty()) {
                    file = Optional.of(keeping.keep(part.get()));
                } else if (part.get().headers().filename().isEmpty()) {
                    fields.put(
                            part.get().headers().name(),
                            new String(part.get().bytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip());
                }
            }
        } catch (MalformedBody | BodyTooLarge unfit) {
            throw new Refused(Problem.Invalid.field("file", "FORM_UNREADABLE", "Send the workbook as a form's file."));
        }
        return new SentWorkbook(
                file.orElseThrow(() ->
                        new Refused(Problem.Invalid.field(name, "FILE_MISSING", "There is no field " + name + "."))),
                fields);
    }

    boolean says(String field) {
        return fields.getOrDefault(field, "").equalsIgnoreCase("true");
    }

    /** Whatever is no archive is told so at once; the rest is looked at by the job. */
    private static JobFile keep(Part part, BlobStore blobs, ProjectId project) throws IOException {
        InputStream content = part.content();
        byte[] begin = content.readNBytes(2);
        if (begin.length < 2 || begin[0] != 'P' || begin[1] != 'K') {
            throw new Refused(Problem.Invalid.field("file", "NOT_A_WORKBOOK", "This is no .xlsx workbook."));
        }
        return keep(part, begin, content, blobs, project);
    }

    private static JobFile keep(Part part, byte[] begin, InputStream content, BlobStore blobs, ProjectId project)
            throws IOException {
        try (BlobWriter blob = blobs.create(project)) {
            blob.write(begin);
            long size = begin.length;
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > LARGEST) {
                    throw new TooLarge();
                }
                blob.write(buffer, 0, read);
            }
            return new JobFile(blob.commit(), shown(part.headers().filename().orElse("workbook.xlsx")));
        }
    }

    private static String shown(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "");
        String last = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        return last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) : last;
    }
}

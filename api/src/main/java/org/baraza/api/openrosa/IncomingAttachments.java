// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.baraza.forms.Submission.Attachment;
import org.baraza.openrosa.SubmissionBody;
import org.baraza.openrosa.multipart.PartHeaders;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.tenancy.ProjectId;

/** Puts the files of one submission into the blob store as they arrive. */
final class IncomingAttachments implements SubmissionBody.Attachments {
    private static final int LONGEST_TEXT = 255;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Under this name the form's own XML is fetched. */
    private static final String RAW_FORM = "form.xml";

    private final BlobStore blobs;
    private final ProjectId project;
    private final List<Attachment> kept = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of(RAW_FORM));

    IncomingAttachments(BlobStore blobs, ProjectId project) {
        this.blobs = blobs;
        this.project = project;
    }

    List<Attachment> kept() {
        return kept;
    }

    @Override
    public void accept(PartHeaders headers, InputStream content) throws IOException {
        String name = freeName(headers.name());
        String contentType = printable(headers.contentType().orElse("application/octet-stream"));
        Optional<String> setAside = AttachmentRules.setAside(name, contentType, kept.size());
        try (BlobWriter blob = blobs.create(project)) {
            long length = copy(content, blob);
            kept.add(
                    length > AttachmentRules.LARGEST
                            ? new Attachment(name, contentType, length, null, AttachmentRules.TOO_LARGE)
                            : new Attachment(name, contentType, length, blob.commit(), setAside.orElse(null)));
        }
    }

    /** Copies up to the limit and counts the rest. */
    private static long copy(InputStream content, BlobWriter blob) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long length = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            length += read;
            if (length <= AttachmentRules.LARGEST) {
                blob.write(buffer, 0, read);
            }
        }
        return length;
    }

    /** A name may stand only once on a form; a second file of that name gets a number. */
    private String freeName(String given) {
        String name = printable(given);
        String free = name;
        for (int copy = 2; !names.add(free); copy++) {
            free = name + " (" + copy + ")";
        }
        return free;
    }

    /** What the database, a header and an address can hold; of a long text its end, where the extension is. */
    private static String printable(String given) {
        String clean = CONTROL.matcher(given).replaceAll("_");
        if (clean.length() <= LONGEST_TEXT) {
            return clean;
        }
        int cut = clean.length() - LONGEST_TEXT;
        return clean.substring(Character.isLowSurrogate(clean.charAt(cut)) ? cut + 1 : cut);
    }
}

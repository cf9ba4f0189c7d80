// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.apps.MediaUpload;
import org.baraza.apps.MediaUploads;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.openrosa.multipart.BodyTooLarge;
import org.baraza.openrosa.multipart.MalformedBody;
import org.baraza.openrosa.multipart.MultipartLimits;
import org.baraza.openrosa.multipart.MultipartReader;
import org.baraza.openrosa.multipart.Part;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes archives of media files for an app, with the answers of CommCare HQ (releases: multimedia). */
@RestController
final class MediaUploadController {
    private static final String MULTIMEDIA = "/a/{domain}/apps/api/{appId:[\\w-]+}/multimedia";
    private static final String STATUS = MULTIMEDIA + "/status/{uploadId:[\\w-]+}";
    private static final MultipartLimits LIMITS = new MultipartLimits(10, 8 * 1024);
    private static final int DONE = 100;
    private static final int BUFFER = 64 * 1024;
    private static final long LARGEST = 1L << 30;

    private final MediaUploads uploads;

    MediaUploadController(MediaUploads uploads) {
        this.uploads = uploads;
    }

    @PostMapping({MULTIMEDIA, MULTIMEDIA + "/"})
    void upload(ProjectAccess who, @PathVariable String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_APPS);
        Path archive = Files.createTempFile("media-", ".zip");
        try {
            answer(who, appId, request, archive).send(response);
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private Answer answer(ProjectAccess who, String appId, HttpServletRequest request, Path archive)
            throws IOException {
        try {
            if (!received(request, archive)) {
                return failed("bulk_upload_file is required");
            }
            MediaUpload upload = uploads.take(who, appId, archive);
            return Answer.json(
                    HttpStatus.OK,
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("success", true)
                            .put("processing_id", upload.uploadId()));
        } catch (Refused refused) {
            return switch (refused.problem()) {
                case Problem.Invalid invalid -> failed(invalid.message());
                case Problem.Conflict conflict -> failed(conflict.message());
                default -> throw refused;
            };
        }
    }

    private static Answer failed(String error) {
        return Answer.json(
                HttpStatus.BAD_REQUEST,
                JsonMapper.shared().createObjectNode().put("success", false).put("error", error));
    }

    /** Whether the archive was there. */
    private static boolean received(HttpServletRequest request, Path archive) throws IOException {
        try {
            MultipartReader parts = MultipartReader.of(
                    request.getInputStream(),
                    Optional.ofNullable(request.getContentType()).orElse(""),
                    LIMITS);
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                if (part.get().headers().name().equals("bulk_upload_file")) {
                    keep(part.get().content(), archive);
                    return Files.size(archive) > 0;
                }
            }
            return false;
        } catch (MalformedBody | BodyTooLarge unfit) {
            return false;
        }
    }

    private static void keep(InputStream content, Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > LARGEST) {
                    throw new Refused(Problem.Invalid.field(
                            "bulk_upload_file", "ARCHIVE_TOO_LARGE", "An archive has at most one gigabyte."));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    @GetMapping({STATUS, STATUS + "/"})
    void status(
            ProjectAccess who, @PathVariable String appId, @PathVariable String uploadId, HttpServletResponse response)
            throws IOException {
        MediaUpload upload =
                uploads.find(who, appId, uploadId).orElseThrow(() -> new Refused(new Problem.NotFound("upload")));
        Answer.json(HttpStatus.OK, json(upload)).send(response);
    }

    private static ObjectNode json(MediaUpload upload) {
        int total = upload.taken().size() + upload.left().size();
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("type", "zip").put("in_celery", false).put("complete", true).put("progress", DONE);
        json.putArray("errors");
        json.put("processing_id", upload.uploadId()).put("total_files", total).put("processed_files", total);
        ObjectNode matched = json.putObject("matched_files");
        upload.taken()
                .forEach(file -> matched.withArrayProperty(file.mediaType())
                        .addObject()
                        .put("path", file.path())
                        .put("m_id", file.mediaId()));
        var unmatched = json.putArray("unmatched_files");
        upload.left()
                .forEach(file -> unmatched
                        .addObject()
                        .put("path", file.path())
                        .put("reason", file.reason().sentence()));
        json.putArray("skipped_files");
        return json;
    }
}

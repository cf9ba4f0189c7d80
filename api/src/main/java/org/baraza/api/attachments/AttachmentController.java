// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.attachments;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.baraza.forms.FormAttachment;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Sends a file to whoever may read its form. What the file claims to be is a phone's word: a browser shows only
 * pictures, sound and film, saves everything else, and runs nothing.
 */
@Controller
class AttachmentController {
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private final Forms forms;
    private final BlobStore blobs;

    AttachmentController(Forms forms, BlobStore blobs) {
        this.forms = forms;
        this.blobs = blobs;
    }

    @GetMapping({"/a/{domain}/api/form/attachment/{formId}/{name}", "/a/{domain}/api/form_attachment/v1/{formId}/{name}"
    })
    void attachment(
            @PathVariable("formId") String formId,
            @PathVariable("name") String name,
            ProjectAccess access,
            ServletWebRequest request,
            HttpServletResponse response)
            throws IOException {
        FormAttachment file = forms.attachments(access, Set.of(formId)).getOrDefault(formId, List.of()).stream()
                .filter(each -> each.name().equals(name) && each.setAside() == null)
                .findFirst()
                .orElseThrow(AttachmentController::missing);
        response.setHeader("Cache-Control", "private, no-cache");
        if (request.checkNotModified(file.blobKey())) {
            return;
        }
        try (InputStream content =
                blobs.open(access.project(), file.blobKey()).orElseThrow(AttachmentController::missing)) {
            response.setContentType(file.contentType());
            response.setContentLengthLong(file.length());
            response.setHeader("Content-Security-Policy", NOTHING_RUNS);
            response.setHeader("Content-Disposition", disposition(file));
            content.transferTo(response.getOutputStream());
        }
    }

    private static String disposition(FormAttachment file) {
        var kind = Shown.is(file.contentType()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return kind.filename(file.name(), StandardCharsets.UTF_8).build().toString();
    }

    private static Refused missing() {
        return new Refused(new Problem.NotFound("attachment"));
    }
}

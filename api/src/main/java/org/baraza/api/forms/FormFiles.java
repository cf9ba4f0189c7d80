// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.forms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.baraza.forms.CaseAttachments;
import org.baraza.forms.FormAttachment;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The files of a form, its raw XML among them, and those of a case, for whoever may read forms. What a phone sent is never shown as a page of
 * this server: browsers save it, or show it inside a page of ours.
 */
@RestController
final class FormFiles {
    private static final String FORM = "form.xml";

    private final Forms forms;
    private final CaseAttachments ofCases;
    private final BlobStore blobs;

    FormFiles(Forms forms, CaseAttachments ofCases, BlobStore blobs) {
        this.forms = forms;
        this.ofCases = ofCases;
        this.blobs = blobs;
    }

    @GetMapping({
        "/a/{domain}/api/form/attachment/{formId}/{name}",
        "/a/{domain}/api/form/attachment/{formId}/{name}/",
        "/a/{domain}/api/form_attachment/v1/{formId}/{name}",
        "/a/{domain}/api/form_attachment/v1/{formId}/{name}/"
    })
    void fetch(
            ProjectAccess who,
            @PathVariable("formId") String formId,
            @PathVariable("name") String name,
            HttpServletResponse response)
            throws IOException {
        if (forms.get(who, formId).isEmpty()) {
            throw missing();
        }
        if (name.equals(FORM)) {
            byte[] xml = rawXml(who, formId);
            send(response, FORM, "text/xml", xml.length, new ByteArrayInputStream(xml));
            return;
        }
        FormAttachment attachment = attachment(who, formId, name);
        try (InputStream content = content(who, attachment)) {
            send(response, name, attachment.contentType(), attachment.length(), content);
        }
    }

    @GetMapping({"/a/{domain}/api/case/attachment/{caseId}/{name}", "/a/{domain}/api/case/attachment/{caseId}/{name}/"})
    void fetchOfCase(
            ProjectAccess who,
            @PathVariable("caseId") String caseId,
            @PathVariable("name") String name,
            HttpServletResponse response)
            throws IOException {
        FormAttachment attachment = ofCases.find(who, caseId, name).orElseThrow(FormFiles::missing);
        try (InputStream content = content(who, attachment)) {
            send(response, attachment.name(), attachment.contentType(), attachment.length(), content);
        }
    }

    private byte[] rawXml(ProjectAccess who, String formId) {
        var content = forms.contents(who, Set.of(formId)).get(formId);
        if (content == null) {
            throw missing();
        }
        return content.xml();
    }

    private FormAttachment attachment(ProjectAccess who, String formId, String name) {
        return forms.attachments(who, Set.of(formId)).getOrDefault(formId, List.of()).stream()
                .filter(attachment -> attachment.setAside() == null)
                .filter(attachment -> attachment.name().equals(name))
                .findFirst()
                .orElseThrow(FormFiles::missing);
    }

    private InputStream content(ProjectAccess who, FormAttachment attachment) throws IOException {
        String key = attachment.blobKey();
        if (key == null) {
            throw missing();
        }
        return blobs.open(who.project(), key).orElseThrow(FormFiles::missing);
    }

    private static Refused missing() {
        return new Refused(new Problem.NotFound("file"));
    }

    private static void send(
            HttpServletResponse response, String name, String contentType, long length, InputStream content)
            throws IOException {
        response.setContentType(contentType);
        response.setContentLengthLong(length);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        content.transferTo(response.getOutputStream());
    }
}

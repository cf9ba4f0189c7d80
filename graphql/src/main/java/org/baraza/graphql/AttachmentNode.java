// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.nio.charset.StandardCharsets;
import org.baraza.forms.FormAttachment;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A file that came with a form. */
record AttachmentNode(ProjectAccess access, FormAttachment attachment) implements InProject {
    public String name() {
        return attachment.name();
    }

    public String contentType() {
        return attachment.contentType();
    }

    public int size() {
        return Math.toIntExact(attachment.length());
    }

    /** The address that CommCare HQ gives it. */
    public @Nullable String url() {
        return attachment.setAside() != null
                ? null
                : "/a/" + access.projectName() + "/api/form/attachment/" + part(attachment.formId()) + "/"
                        + part(attachment.name());
    }

    private static String part(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }

    public @Nullable String setAside() {
        return attachment.setAside();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import org.baraza.api.pages.FormBody;
import org.baraza.api.pages.OneFile;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppEditing;
import org.baraza.apps.WorkingCopy;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Forms as their builders send them: differences, or the whole source (app model, sections 1 and 9). */
@RestController
final class FormSourceController {
    private static final String FORM = "{appId:[\\w-]+}/{formId:[\\w-]+}";
    private static final String PATCH = "/a/{domain}/apps/patch_xform/" + FORM;
    private static final String REPLACE = "/a/{domain}/apps/edit_form_attr/" + FORM + "/xform";
    private static final String XFORM = "xform";
    /** As much as the container reads of a form (max-http-form-post-size); escaped letters take up to three times their length. */
    private static final int LONGEST = 16 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AppEditing editing;

    FormSourceController(AppEditing editing) {
        this.editing = editing;
    }

    @PostMapping({PATCH, PATCH + "/"})
    void patch(
            ProjectAccess who,
            @PathVariable String appId,
            @PathVariable String formId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_APPS);
        FormBody form = FormBody.read(request, LONGEST);
        AppEditing.Patched patched =
                editing.patch(who, appId, formId, given(form, "patch"), given(form, "sha1"), references(form));
        ObjectNode json = switch (patched) {
            case AppEditing.Patched.Done done ->
                JSON.createObjectNode().put("status", "ok").put("sha1", done.digest());
            case AppEditing.Patched.Stale stale ->
                JSON.createObjectNode().put("status", "conflict").put("xform", stale.source());
        };
        Answer.json(HttpStatus.OK, json).send(response);
    }

    private static Optional<JsonNode> references(FormBody form) {
        String noted = given(form, "references");
        if (noted.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(noted)).filter(JsonNode::isObject);
        } catch (JacksonException noJson) {
            throw new Refused(Problem.Invalid.field("references", "NOT_JSON", "The references are no JSON."));
        }
    }

    @PostMapping({REPLACE, REPLACE + "/"})
    void replace(
            ProjectAccess who,
            @PathVariable String appId,
            @PathVariable String formId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_APPS);
        WorkingCopy after = editing.replace(who, appId, formId, source(request));
        ObjectNode json = JSON.createObjectNode();
        json.putObject("update").put("app-version", after.summary().version());
        Answer.json(HttpStatus.OK, json).send(response);
    }

    /** As a field of the form or, as pages send it, as a file. */
    private static String source(HttpServletRequest request) throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return given(FormBody.read(request, LONGEST), XFORM);
        }
        try (OneFile file = OneFile.read(request, XFORM, LONGEST)) {
            return Files.readString(file.path());
        } catch (CharacterCodingException noText) {
            throw new Refused(Problem.Invalid.field(XFORM, "NOT_TEXT", "The form is no UTF-8 text."));
        }
    }

    private static String given(FormBody form, String name) {
        return form.text(name).orElse("");
    }
}

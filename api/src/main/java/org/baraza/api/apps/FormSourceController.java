// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppEditing;
import org.baraza.apps.WorkingCopy;
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
        AppEditing.Patched patched =
                editing.patch(who, appId, formId, given(request, "patch"), given(request, "sha1"), references(request));
        ObjectNode json = switch (patched) {
            case AppEditing.Patched.Done done ->
                JSON.createObjectNode().put("status", "ok").put("sha1", done.digest());
            case AppEditing.Patched.Stale stale ->
                JSON.createObjectNode().put("status", "conflict").put("xform", stale.source());
        };
        Answer.json(HttpStatus.OK, json).send(response);
    }

    private static Optional<JsonNode> references(HttpServletRequest request) {
        String noted = given(request, "references");
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
        WorkingCopy after = editing.replace(who, appId, formId, given(request, "xform"));
        ObjectNode json = JSON.createObjectNode();
        json.putObject("update").put("app-version", after.summary().version());
        Answer.json(HttpStatus.OK, json).send(response);
    }

    private static String given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}

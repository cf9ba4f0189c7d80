// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.dictionary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.baraza.api.pages.FormBody;
import org.baraza.api.problems.Answer;
import org.baraza.apps.Apps;
import org.baraza.dictionary.DescribedType;
import org.baraza.dictionary.Dictionary;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and changes the data dictionary, with the answers of CommCare HQ. */
@RestController
final class DictionaryResource {
    static final String ROOT = "/a/{domain}/data_dictionary";

    private static final String ONE = "/{caseType}";
    private static final int LONGEST_FORM = 4 * 1024 * 1024;

    private final Dictionary dictionary;
    private final Apps apps;

    DictionaryResource(Dictionary dictionary, Apps apps) {
        this.dictionary = dictionary;
        this.apps = apps;
    }

    /** All types; those that are deprecated when they are asked for. */
    @GetMapping({ROOT + "/json", ROOT + "/json/"})
    void all(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean deprecatedToo = "true".equals(request.getParameter("load_deprecated_case_types"));
        send(who, dictionary.all(who, deprecatedToo), response);
    }

    @GetMapping({ROOT + "/json" + ONE, ROOT + "/json" + ONE + "/"})
    void one(ProjectAccess who, @PathVariable String caseType, HttpServletResponse response) throws IOException {
        DescribedType type =
                dictionary.type(who, caseType).orElseThrow(() -> new Refused(new Problem.NotFound("case type")));
        send(who, List.of(type), response);
    }

    private void send(ProjectAccess who, List<DescribedType> types, HttpServletResponse response) throws IOException {
        Answer.json(HttpStatus.OK, DictionaryJson.of(types, apps.menusByCaseType(who)))
                .send(response);
    }

    @PostMapping({ROOT + "/create_case_type", ROOT + "/create_case_type/"})
    void create(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        who.require(Permission.EDIT_DATA_DICT);
        FormBody form = FormBody.read(request);
        dictionary.create(
                who, form.text("name").orElse(""), form.text("description").orElse(""));
        response.sendRedirect("/app/p/" + who.projectName() + "/data/dictionary");
    }

    @PostMapping({ROOT + "/deprecate_or_restore_case_type" + ONE, ROOT + "/deprecate_or_restore_case_type" + ONE + "/"})
    void deprecate(
            ProjectAccess who, @PathVariable String caseType, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_DATA_DICT);
        boolean deprecated = FormBody.read(request)
                .text("is_deprecated")
                .filter("true"::equals)
                .isPresent();
        dictionary.setDeprecated(who, caseType, deprecated);
        success().send(response);
    }

    @PostMapping({ROOT + "/delete_case_type" + ONE, ROOT + "/delete_case_type" + ONE + "/"})
    void delete(ProjectAccess who, @PathVariable String caseType, HttpServletResponse response) throws IOException {
        who.require(Permission.EDIT_DATA_DICT);
        deleted(who, caseType).send(response);
    }

    private Answer deleted(ProjectAccess who, String caseType) {
        try {
            dictionary.delete(who, caseType);
            return success();
        } catch (Refused refused) {
            Optional<Answer> failure = failed(refused.problem(), HttpStatus.OK);
            return failure.orElseThrow(() -> refused);
        }
    }

    @PostMapping({ROOT + "/update_case_property", ROOT + "/update_case_property/"})
    void update(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        who.require(Permission.EDIT_DATA_DICT);
        updated(who, FormBody.read(request, LONGEST_FORM)).send(response);
    }

    private Answer updated(ProjectAccess who, FormBody form) {
        try {
            dictionary.change(
                    who,
                    DictionaryRequest.change(
                            form.text("groups").orElse("[]"),
                            form.text("properties").orElse("[]")));
            return success();
        } catch (Refused refused) {
            return failed(refused.problem(), HttpStatus.BAD_REQUEST).orElseThrow(() -> refused);
        }
    }

    private static Answer success() {
        return Answer.json(HttpStatus.OK, status("success"));
    }

    private static ObjectNode status(String status) {
        return JsonMapper.shared().createObjectNode().put("status", status);
    }

    /** What was refused for what it is, and not for who asked. */
    static Optional<Answer> failed(Problem problem, HttpStatus status) {
        ObjectNode body = status("failed");
        switch (problem) {
            case Problem.Invalid invalid -> {
                var messages = body.putArray("messages");
                invalid.errors().forEach(error -> messages.add(error.message()));
            }
            case Problem.Conflict conflict -> body.putArray("messages").add(conflict.message());
            case Problem.NotFound missing
            when status == HttpStatus.OK -> body.putArray("messages").add(missing.message());
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Answer.json(status, body));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.cases.CaseLists;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.Cases;
import org.baraza.forms.DetailedForms;
import org.baraza.forms.FormLists;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Forms in CommCare HQ's data API, which only reads them. Old and new paths answer alike. */
@RestController
final class FormResource {
    private static final String OLDEST = "/a/{domain}/api/v0.4/form";
    private static final String OLD = "/a/{domain}/api/v0.5/form";
    private static final String NEW = "/a/{domain}/api/form/v1";
    private static final String ONE = "/{formId}";
    private static final int MOST = 1_000;

    private final FormLists forms;
    private final FormObjects objects;
    private final Cases histories;
    private final CaseLists cases;
    private final CaseObjects caseObjects;

    FormResource(
            FormLists forms, FormObjects objects, Cases histories, CaseLists cases, CaseObjects caseObjects) {
        this.forms = forms;
        this.objects = objects;
        this.histories = histories;
        this.cases = cases;
        this.caseObjects = caseObjects;
    }

    @GetMapping({OLDEST, OLDEST + "/", OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(who);
        OffsetPage page = OffsetPage.of(request, MOST);
        DetailedForms found =
                forms.detailed(who, FormParameters.list(request, who.projectName()), page.request());
        Map<String, ObjectNode> whole =
                objects.of(who, found.forms().items(), found.details(), request);
        addWanted(who, whole, request);
        page.answer(found.forms(), one -> whole.get(one.form().formId())).send(response);
    }

    @GetMapping({OLDEST + ONE, OLDEST + ONE + "/", OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void one(ProjectAccess who, @PathVariable String formId, HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpRequestMethodNotSupportedException {
        open(who);
        if (formId.equals("bulk-action")) {
            throw new HttpRequestMethodNotSupportedException("GET", List.of("POST"));
        }
        Map<String, ObjectNode> found =
                objects.of(who, forms.find(who, Set.of(formId)).values(), request);
        addWanted(who, found, request);
        found.values().stream()
                .findFirst()
                .map(json -> Answer.json(HttpStatus.OK, json))
                .orElseGet(HqJson::unknown)
                .send(response);
    }

    /** What does not know of locations is closed to those whom they limit. */
    static void open(ProjectAccess who) {
        who.require(Permission.EDIT_DATA);
        who.require(Permission.ACCESS_API);
        who.require(Permission.ACCESS_ALL_LOCATIONS);
    }

    private void addWanted(ProjectAccess who, Map<String, ObjectNode> whole, HttpServletRequest request) {
        if (Reserved.wantsFull(request, "cases")) {
            addCases(who, whole);
        }
    }

    private void addCases(ProjectAccess who, Map<String, ObjectNode> whole) {
        Map<String, List<CaseTransaction>> steps = histories.stepsOfForms(who, whole.keySet());
        Set<String> ids = new LinkedHashSet<>();
        steps.values().forEach(each -> each.forEach(step -> ids.add(step.caseId())));
        Map<String, ObjectNode> found = caseObjects.of(who, cases.find(who, ids).values());
        whole.forEach((formId, object) -> {
            ArrayNode touched = object.putArray("cases");
            steps.getOrDefault(formId, List.of()).stream()
                    .flatMap(step -> Optional.ofNullable(found.get(step.caseId())).stream())
                    .forEach(touched::add);
        });
    }
}

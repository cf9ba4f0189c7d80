// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.cases.CaseList;
import org.baraza.cases.CaseLists;
import org.baraza.cases.CaseOrigin;
import org.baraza.cases.ListedCase;
import org.baraza.cases.TracedCases;
import org.baraza.forms.FormLists;
import org.baraza.forms.ListedForm;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Cases in the first version of CommCare HQ's data API. Old and new paths answer alike. */
@RestController
final class CaseFirstResource {
    private static final String OLDEST = "/a/{domain}/api/v0.4/case";
    private static final String OLD = "/a/{domain}/api/v0.5/case";
    private static final String NEW = "/a/{domain}/api/case/v1";
    private static final String ONE = "/{caseId}";
    private static final int MOST = 5_000;

    private final CaseLists cases;
    private final CaseObjects objects;
    private final FormLists forms;
    private final FormObjects formObjects;

    CaseFirstResource(CaseLists cases, CaseObjects objects, FormLists forms, FormObjects formObjects) {
        this.cases = cases;
        this.objects = objects;
        this.forms = forms;
        this.formObjects = formObjects;
    }

    @GetMapping({OLDEST, OLDEST + "/", OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        FormResource.open(who);
        OffsetPage page = OffsetPage.of(request, MOST);
        CaseList wanted = CaseFirstParameters.list(request, who.projectName());
        if (CaseXml.isWanted(request)) {
            CaseXml.list(page, cases.slice(who, wanted, page.request())).send(response);
            return;
        }
        TracedCases traced = cases.traced(who, wanted, page.request());
        List<ListedCase> listed = traced.cases().items();
        Map<String, ObjectNode> whole = whole(who, listed, objects.of(who, listed, traced.origins()), request);
        page.answer(traced.cases(), one -> whole.get(one.state().caseId())).send(response);
    }

    @GetMapping({OLDEST + ONE, OLDEST + ONE + "/", OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void one(ProjectAccess who, @PathVariable String caseId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FormResource.open(who);
        Optional.ofNullable(cases.find(who, Set.of(caseId)).get(caseId))
                .map(found -> CaseXml.isWanted(request) ? CaseXml.one(found.state()) : json(who, found, request))
                .orElseGet(HqJson::unknown)
                .send(response);
    }

    private Answer json(ProjectAccess who, ListedCase listed, HttpServletRequest request) {
        List<ListedCase> alone = List.of(listed);
        Map<String, ObjectNode> whole = whole(who, alone, objects.of(who, alone), request);
        return Answer.json(HttpStatus.OK, whole.values().iterator().next());
    }

    /** Adds to the cases what else was asked for. */
    private Map<String, ObjectNode> whole(
            ProjectAccess who, List<ListedCase> listed, Map<String, ObjectNode> whole, HttpServletRequest request) {
        if (Reserved.wantsFull(request, "parent_cases")) {
            objects.addParents(who, listed, whole);
        }
        if (Reserved.wantsFull(request, "child_cases")) {
            objects.addChildren(who, listed, whole);
        }
        if (Reserved.wantsFull(request, "xforms_by_name")) {
            addForms(who, whole, request, "xforms_by_name", form -> form.form().name());
        }
        if (Reserved.wantsFull(request, "xforms_by_xmlns")) {
            addForms(who, whole, request, "xforms_by_xmlns", form -> form.form().xmlns());
        }
        return whole;
    }

    private static List<String> formsOf(Map<String, CaseOrigin> origins, String caseId) {
        return Optional.ofNullable(origins.get(caseId)).map(CaseOrigin::formIds).orElse(List.of());
    }

    private void addForms(
            ProjectAccess who,
            Map<String, ObjectNode> whole,
            HttpServletRequest request,
            String field,
            Function<ListedForm, String> key) {
        Map<String, CaseOrigin> origins = cases.origins(who, whole.keySet());
        Set<String> ids = new LinkedHashSet<>();
        origins.values().forEach(origin -> ids.addAll(origin.formIds()));
        Map<String, ListedForm> found = new LinkedHashMap<>(forms.find(who, ids));
        Map<String, ObjectNode> json = formObjects.of(who, found.values(), request);
        whole.forEach((caseId, object) -> {
            ObjectNode groups = object.putObject(field);
            for (String formId : formsOf(origins, caseId)) {
                Optional.ofNullable(found.get(formId))
                        .map(key)
                        .ifPresent(name -> groups.withArrayProperty(name).add(json.get(formId)));
            }
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.Cases;
import org.baraza.forms.Form;
import org.baraza.forms.Forms;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;

/** A page of the forms that touched a case, newest first. */
record CaseForms(ProjectAccess access, String caseId, PageRequest page) implements InProject {
    private record Alike(ProjectAccess access, PageRequest page) {}

    /** Finds the steps that forms made in the histories, then those forms. */
    static Map<CaseForms, Connection<FormNode>> load(Set<CaseForms> keys, Cases cases, Forms forms) {
        return Batch.by(keys, key -> new Alike(key.access, key.page), (access, same) -> {
            Map<String, Page<CaseTransaction>> steps = cases.formSteps(
                    access, Batch.ids(same, CaseForms::caseId), same.getFirst().page());
            Set<String> formIds = Batch.ids(
                    steps.values().stream()
                            .flatMap(page -> page.items().stream())
                            .flatMap(step -> Optional.ofNullable(step.formId()).stream())
                            .toList(),
                    Function.identity());
            Map<String, Form> found = forms.find(access, formIds);
            return Batch.joined(same, CaseForms::caseId, steps, (key, page) -> connection(key, page, found));
        });
    }

    /** The cursor is that of the step; a form that is gone meanwhile has no edge. */
    private static Connection<FormNode> connection(
            CaseForms key, Page<CaseTransaction> steps, Map<String, Form> found) {
        Map<CaseTransaction, FormNode> nodes = new LinkedHashMap<>();
        for (CaseTransaction step : steps.items()) {
            Optional.ofNullable(step.formId())
                    .map(found::get)
                    .ifPresent(form -> nodes.put(step, new FormNode(key.access, form)));
        }
        var there = new Page<>(List.copyOf(nodes.entrySet()), steps.more(), steps.total());
        return Connection.of(there, key.page, step -> step.getKey().cursor(), Map.Entry::getValue);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.configured;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseLists;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.Cases;
import org.baraza.forms.FormContent;
import org.baraza.forms.FormLists;
import org.baraza.forms.FormState;
import org.baraza.forms.Forms;
import org.baraza.forms.ListedForm;
import org.baraza.forwarding.ServerAccess;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.places.Assigned;
import org.baraza.places.Belonging;
import org.baraza.places.Belongings;
import org.baraza.places.Groups;
import org.baraza.places.Locations;
import org.baraza.ucr.Documents;
import org.baraza.ucr.Json;
import org.baraza.ucr.Value;

/** What there is in the project in scope, read by the server itself. */
public final class ProjectDocuments implements Documents {
    /** The latest of a case that was touched by more. */
    private static final int MOST_FORMS = 500;

    private final ServerAccess server;
    private final Cases cases;
    private final CaseLists caseLists;
    private final Forms forms;
    private final FormLists formLists;
    private final MobileWorkers workers;
    private final Belongings belongings;
    private final Groups groups;
    private final Locations locations;

    public ProjectDocuments(
            ServerAccess server,
            Cases cases,
            CaseLists caseLists,
            Forms forms,
            FormLists formLists,
            MobileWorkers workers,
            Belongings belongings,
            Groups groups,
            Locations locations) {
        this.server = server;
        this.cases = cases;
        this.caseLists = caseLists;
        this.forms = forms;
        this.formLists = formLists;
        this.workers = workers;
        this.belongings = belongings;
        this.groups = groups;
        this.locations = locations;
    }

    @Override
    public Optional<Value> find(Kind kind, String id) {
        ProjectAccess here = server.here();
        return switch (kind) {
            case CASE ->
                cases.get(here, id)
                        .filter(state -> !state.deleted())
                        .map(state -> Json.value(HqDocuments.ofCase(here.projectName(), state)));
            case FORM -> forms(here, List.of(id)).stream().findFirst();
            case USER ->
                workers.find(here, id)
                        .map(worker -> Json.value(HqDocuments.ofUser(here.projectName(), worker, assigned(here, id))));
            case LOCATION ->
                locations
                        .find(here, id)
                        .map(location -> Json.value(HqDocuments.ofLocation(here.projectName(), location)));
        };
    }

    private Assigned assigned(ProjectAccess here, String userId) {
        return belongings
                .of(here, List.of(userId))
                .getOrDefault(userId, Belonging.NONE)
                .assigned();
    }

    private List<Value> forms(ProjectAccess here, Collection<String> ids) {
        Map<String, ListedForm> listed = formLists.find(here, ids);
        Map<String, FormContent> contents = forms.contents(here, listed.keySet());
        return listed.values().stream()
                .<Value>map(one -> Json.value(HqDocuments.ofForm(
                        here.projectName(), one, contents.get(one.form().formId()))))
                .toList();
    }

    @Override
    public List<Value> subcases(String caseId) {
        ProjectAccess here = server.here();
        return caseLists.children(here, List.of(caseId)).getOrDefault(caseId, List.of()).stream()
                .map(listed -> Json.value(HqDocuments.ofCase(here.projectName(), listed.state())))
                .toList();
    }

    @Override
    public List<Value> formsOfCase(String caseId, Set<String> xmlnses) {
        ProjectAccess here = server.here();
        Page<CaseTransaction> steps = cases.formSteps(here, List.of(caseId), PageRequest.first(MOST_FORMS))
                .get(caseId);
        if (steps == null) {
            return List.of();
        }
        List<String> ids = steps.items().stream()
                .filter(step -> !step.revoked())
                .map(CaseTransaction::formId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> wanted = forms.find(here, ids).values().stream()
                .filter(form -> form.state() == FormState.NORMAL)
                .filter(form -> xmlnses.isEmpty() || xmlnses.contains(form.xmlns()))
                .map(form -> form.formId())
                .toList();
        return forms(here, wanted);
    }

    @Override
    public List<Value> groupsOfUser(String userId, boolean sharingCases) {
        ProjectAccess here = server.here();
        return groups.ofUsers(here, List.of(userId)).getOrDefault(userId, List.of()).stream()
                .filter(group -> sharingCases ? group.caseSharing() : group.reporting())
                .flatMap(group -> groups.whole(here, group.groupId()).stream())
                .map(whole -> Json.value(HqDocuments.ofGroup(here.projectName(), whole)))
                .toList();
    }
}

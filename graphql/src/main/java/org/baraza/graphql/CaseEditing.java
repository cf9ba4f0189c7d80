// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.cases.CaseState;
import org.baraza.cases.Cases;
import org.baraza.casework.CaseUpdate;
import org.baraza.casework.CaseUpdates;
import org.baraza.graphql.CaseMutations.CasePayload;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Changes and closes cases, each by a form. */
@Controller
final class CaseEditing {
    /** Stands in the form where phones put their device. */
    private static final String MADE_BY = "web";

    private final Entrance entrance;
    private final CaseUpdates updates;
    private final Cases cases;

    CaseEditing(Entrance entrance, CaseUpdates updates, Cases cases) {
        this.entrance = entrance;
        this.updates = updates;
        this.cases = cases;
    }

    record Property(String name, String value) {}

    /** What is wanted of which case; null stays as it is. */
    record Input(
            String project,
            String caseId,
            @Nullable String name,
            @Nullable String ownerId,
            @Nullable String externalId,
            List<Property> properties,
            boolean close) {

        CaseUpdate update() {
            Map<String, String> values = new LinkedHashMap<>();
            properties.forEach(property -> values.put(property.name(), property.value()));
            return new CaseUpdate(
                    CaseUpdate.Aim.UPDATE,
                    caseId,
                    null,
                    null,
                    externalId,
                    null,
                    name,
                    ownerId,
                    values,
                    Map.of(),
                    close);
        }
    }

    @MutationMapping
    CasePayload updateCase(@Argument Input input) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(input.project);
                    return InProject.scoped(access, () -> changed(access, input));
                },
                CasePayload::new);
    }

    private CaseNode changed(ProjectAccess access, Input input) {
        access.require(Permission.EDIT_DATA);
        if (cases.get(access, input.caseId).filter(state -> !state.deleted()).isEmpty()) {
            throw new Refused(new Problem.NotFound("case"));
        }
        updates.one(access, input.update(), MADE_BY).orRefused();
        CaseState state = cases.get(access, input.caseId).orElseThrow();
        return new CaseNode(access, state);
    }
}

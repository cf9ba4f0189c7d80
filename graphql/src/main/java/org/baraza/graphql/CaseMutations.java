// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.function.Consumer;
import org.baraza.cases.CaseDeletion;
import org.baraza.cases.Cases;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Takes cases out of the data and brings them back. */
@Controller
final class CaseMutations {
    private final Entrance entrance;
    private final CaseDeletion deletion;
    private final Cases cases;

    CaseMutations(Entrance entrance, CaseDeletion deletion, Cases cases) {
        this.entrance = entrance;
        this.deletion = deletion;
        this.cases = cases;
    }

    /** Which case. */
    record Input(String project, String caseId) {}

    /** What came of it. */
    record CasePayload(@Nullable CaseNode changed, List<UserError> userErrors) {
        public @Nullable CaseNode getCase() {
            return changed;
        }
    }

    @MutationMapping
    CasePayload deleteCase(@Argument Input input) {
        return change(input, access -> deletion.delete(access, input.caseId));
    }

    @MutationMapping
    CasePayload undeleteCase(@Argument Input input) {
        return change(input, access -> deletion.undelete(access, input.caseId));
    }

    private CasePayload change(Input input, Consumer<ProjectAccess> deed) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(input.project);
                    return InProject.scoped(access, () -> {
                        deed.accept(access);
                        return new CaseNode(
                                access, cases.get(access, input.caseId).orElseThrow());
                    });
                },
                CasePayload::new);
    }
}

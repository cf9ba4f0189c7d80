// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.cases.CaseRepair;
import org.baraza.cases.Cases;
import org.baraza.casework.CaseReopening;
import org.baraza.graphql.CaseMutations.CasePayload;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Undoes that cases were closed, and rebuilds them. */
@Controller
final class CaseRepairs {
    private final Entrance entrance;
    private final CaseReopening reopening;
    private final CaseRepair repair;
    private final Cases cases;

    CaseRepairs(Entrance entrance, CaseReopening reopening, CaseRepair repair, Cases cases) {
        this.entrance = entrance;
        this.reopening = reopening;
        this.repair = repair;
        this.cases = cases;
    }

    /** What came of a rebuild. */
    record RebuildPayload(@Nullable CaseNode rebuilt, boolean changed, List<UserError> userErrors) {
        public @Nullable CaseNode getCase() {
            return rebuilt;
        }
    }

    private record Rebuilt(CaseNode node, boolean changed) {}

    @MutationMapping
    CasePayload reopenCase(@Argument CaseMutations.Input input) {
        return Attempt.in(
                entrance,
                input.project(),
                access -> {
                    reopening.reopen(access, input.caseId());
                    return node(access, input.caseId());
                },
                CasePayload::new);
    }

    @MutationMapping
    RebuildPayload rebuildCase(@Argument CaseMutations.Input input) {
        return Attempt.in(
                entrance,
                input.project(),
                access -> {
                    boolean changed = repair.rebuild(access, input.caseId());
                    return new Rebuilt(node(access, input.caseId()), changed);
                },
                (rebuilt, errors) -> rebuilt == null
                        ? new RebuildPayload(null, false, errors)
                        : new RebuildPayload(rebuilt.node, rebuilt.changed, errors));
    }

    private CaseNode node(ProjectAccess access, String caseId) {
        return new CaseNode(access, cases.get(access, caseId).orElseThrow());
    }
}

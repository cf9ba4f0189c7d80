// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.function.Consumer;
import org.baraza.enterprise.AccountAccess;
import org.baraza.enterprise.Enterprises;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The only way into an enterprise account: who is asking is there herself, and administers it. */
@Component
final class AccountEntrance {
    private final Entrance entrance;
    private final Enterprises enterprises;

    AccountEntrance(Entrance entrance, Enterprises enterprises) {
        this.entrance = entrance;
        this.enterprises = enterprises;
    }

    /** What came of a change. */
    record EnterprisePayload(@Nullable EnterpriseNode enterprise, List<UserError> userErrors) {}

    AccountAccess enter(String enterpriseId) {
        return enterprises
                .enter(entrance.person(), entrance.arrival(), EnterpriseMutations.idOf("enterprise", enterpriseId))
                .orElseThrow(() -> new Refused(new Problem.NotFound("enterprise")));
    }

    /** The account as it is after a change, unless whoever made it does not administer it any more. */
    EnterprisePayload changed(String enterpriseId, Consumer<AccountAccess> change) {
        return Attempt.at(
                () -> {
                    AccountAccess who = enter(enterpriseId);
                    change.accept(who);
                    return who;
                },
                (who, errors) -> new EnterprisePayload(
                        who == null
                                ? null
                                : enterprises
                                        .enter(who.actor(), entrance.arrival(), who.accountId())
                                        .map(still -> new EnterpriseNode(still, enterprises.get(still)))
                                        .orElse(null),
                        errors));
    }
}

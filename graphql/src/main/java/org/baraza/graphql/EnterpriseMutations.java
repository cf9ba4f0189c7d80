// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.baraza.enterprise.AccountAccess;
import org.baraza.enterprise.Enterprises;
import org.baraza.graphql.EnterpriseController.EnterpriseName;
import org.baraza.identity.Actor.WebUser;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Changes who administers an enterprise account, and which projects it has. */
@Controller
final class EnterpriseMutations {
    private final Entrance entrance;
    private final Enterprises enterprises;
    private final AccountEntrance accounts;

    EnterpriseMutations(Entrance entrance, Enterprises enterprises, AccountEntrance accounts) {
        this.entrance = entrance;
        this.enterprises = enterprises;
        this.accounts = accounts;
    }

    /** An account to be made. */
    record Creation(String name, String adminEmail) {}

    /** Somebody who is to administer it. */
    record AdminInput(String enterpriseId, String email) {}

    /** Somebody who is not to any more. */
    record RemovalInput(String enterpriseId, String userId) {}

    /** Which project. */
    record ProjectInput(String enterpriseId, String project) {}

    /** Whose members act where. */
    record InheritanceInput(String enterpriseId, @Nullable String source, List<String> projects) {}

    /** What came of it. */
    record EnterpriseNamePayload(@Nullable EnterpriseName enterprise, List<UserError> userErrors) {}

    @MutationMapping
    EnterpriseNamePayload createEnterprise(@Argument Creation input) {
        WebUser actor = entrance.person();
        return Attempt.at(
                () -> EnterpriseName.of(enterprises.create(actor, input.name, input.adminEmail)),
                EnterpriseNamePayload::new);
    }

    @MutationMapping
    AccountEntrance.EnterprisePayload addEnterpriseAdmin(@Argument AdminInput input) {
        return changed(input.enterpriseId, who -> enterprises.addAdmin(who, input.email));
    }

    @MutationMapping
    AccountEntrance.EnterprisePayload removeEnterpriseAdmin(@Argument RemovalInput input) {
        return changed(input.enterpriseId, who -> enterprises.removeAdmin(who, input.userId));
    }

    @MutationMapping
    AccountEntrance.EnterprisePayload addEnterpriseProject(@Argument ProjectInput input) {
        return changed(input.enterpriseId, who -> enterprises.addProject(who, entrance.arrival(), input.project));
    }

    @MutationMapping
    AccountEntrance.EnterprisePayload removeEnterpriseProject(@Argument ProjectInput input) {
        return changed(input.enterpriseId, who -> enterprises.removeProject(who, input.project));
    }

    @MutationMapping
    AccountEntrance.EnterprisePayload setEnterpriseInheritance(@Argument InheritanceInput input) {
        return changed(
                input.enterpriseId,
                who -> enterprises.setInheritance(who, Optional.ofNullable(input.source), input.projects));
    }

    private AccountEntrance.EnterprisePayload changed(String enterpriseId, Consumer<AccountAccess> change) {
        return accounts.changed(enterpriseId, change);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    static UUID idOf(String kind, String text) {
        return id(text).orElseThrow(() -> new Refused(new Problem.NotFound(kind)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.baraza.enterprise.AccountAccess;
import org.baraza.enterprise.Enterprises;
import org.baraza.enterprise.ProjectActivation;
import org.baraza.graphql.EnterpriseController.EnterpriseName;
import org.baraza.identity.Actor.WebUser;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Switch;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Changes who administers an enterprise account, and which projects it has. */
@Controller
final class EnterpriseMutations {
    private final Entrance entrance;
    private final Enterprises enterprises;
    private final ProjectActivation activation;
    private final AccountEntrance accounts;

    EnterpriseMutations(
            Entrance entrance, Enterprises enterprises, ProjectActivation activation, AccountEntrance accounts) {
        this.activation = activation;
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

    /** A project of an account that is to be closed or opened. */
    record AccountProjectActive(String enterpriseId, String project, boolean active) {}

    /** A project that is to be closed or opened. */
    record ProjectActive(String project, boolean active) {}

    /** What of a project is to be switched. */
    record ProjectSwitchInput(String project, Switch which, boolean on) {}

    /** What came of it. */
    record ProjectActivePayload(List<UserError> userErrors) {}

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
    AccountEntrance.EnterprisePayload setEnterpriseProjectActive(@Argument AccountProjectActive input) {
        return changed(input.enterpriseId, who -> activation.set(who, input.project, input.active));
    }

    @MutationMapping
    ProjectActivePayload setProjectSwitch(@Argument ProjectSwitchInput input) {
        WebUser actor = entrance.person();
        return Attempt.at(
                () -> {
                    activation.turn(actor, input.project, input.which, input.on);
                    return input.project;
                },
                (_, errors) -> new ProjectActivePayload(errors));
    }

    @MutationMapping
    ProjectActivePayload setProjectActive(@Argument ProjectActive input) {
        WebUser actor = entrance.person();
        return Attempt.at(
                () -> {
                    activation.set(actor, input.project, input.active);
                    return input.project;
                },
                (_, errors) -> new ProjectActivePayload(errors));
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

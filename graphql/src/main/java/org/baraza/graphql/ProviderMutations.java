// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.enterprise.AccountAccess;
import org.baraza.enterprise.EmailDomains;
import org.baraza.enterprise.IdentityProvider.Enforcement;
import org.baraza.enterprise.ProviderWish;
import org.baraza.enterprise.Providers;
import org.baraza.graphql.AccountEntrance.EnterprisePayload;
import org.baraza.identity.Actor.WebUser;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Changes the identity providers of an enterprise account, and for which e-mail domains they speak. */
@Controller
final class ProviderMutations {
    private final Entrance entrance;
    private final AccountEntrance accounts;
    private final Providers providers;
    private final EmailDomains domains;

    ProviderMutations(Entrance entrance, AccountEntrance accounts, Providers providers, EmailDomains domains) {
        this.entrance = entrance;
        this.accounts = accounts;
        this.providers = providers;
        this.domains = domains;
    }

    /** A provider to be made. */
    record Creation(
            String enterpriseId,
            String name,
            String slug,
            String issuer,
            String clientId,
            String secret,
            Enforcement enforcement,
            List<String> testers,
            List<String> exempt) {
        ProviderWish wish() {
            return new ProviderWish(name, slug, issuer, clientId, secret, enforcement, testers, exempt);
        }

        @Override
        public String toString() {
            return "Creation";
        }
    }

    /** What is to be of a provider. */
    record Update(
            String enterpriseId,
            String providerId,
            String name,
            String issuer,
            String clientId,
            @Nullable String secret,
            Enforcement enforcement,
            List<String> testers,
            List<String> exempt) {
        ProviderWish wish() {
            return new ProviderWish(
                    name, "", issuer, clientId, secret == null ? "" : secret, enforcement, testers, exempt);
        }

        @Override
        public String toString() {
            return "Update";
        }
    }

    /** A provider that vouches for people, or does not. */
    record ActiveInput(String enterpriseId, String providerId, boolean active) {}

    /** Which provider. */
    record ProviderInput(String enterpriseId, String providerId) {}

    /** A domain to be claimed. */
    record NewDomain(String enterpriseId, String providerId, String domain) {}

    /** Which domain. */
    record DomainInput(String enterpriseId, String domain) {}

    /** What came of it. */
    record TestPayload(@Nullable String fault, List<UserError> userErrors) {}

    /** What came of it. */
    record ApprovePayload(List<UserError> userErrors) {}

    @MutationMapping
    EnterprisePayload createIdentityProvider(@Argument Creation input) {
        return accounts.changed(input.enterpriseId, who -> providers.create(who, input.wish()));
    }

    @MutationMapping
    EnterprisePayload updateIdentityProvider(@Argument Update input) {
        return accounts.changed(
                input.enterpriseId,
                who -> providers.update(
                        who, EnterpriseMutations.idOf("identity provider", input.providerId), input.wish()));
    }

    @MutationMapping
    EnterprisePayload setIdentityProviderActive(@Argument ActiveInput input) {
        return accounts.changed(
                input.enterpriseId,
                who -> providers.setActive(
                        who, EnterpriseMutations.idOf("identity provider", input.providerId), input.active));
    }

    @MutationMapping
    TestPayload testIdentityProvider(@Argument ProviderInput input) {
        return Attempt.at(
                () -> {
                    AccountAccess who = accounts.enter(input.enterpriseId);
                    return providers.test(who, EnterpriseMutations.idOf("identity provider", input.providerId));
                },
                (fault, errors) -> new TestPayload(fault == null ? null : fault.orElse(null), errors));
    }

    @MutationMapping
    EnterprisePayload addEmailDomain(@Argument NewDomain input) {
        return accounts.changed(
                input.enterpriseId,
                who -> domains.add(who, EnterpriseMutations.idOf("identity provider", input.providerId), input.domain));
    }

    @MutationMapping
    EnterprisePayload removeEmailDomain(@Argument DomainInput input) {
        return accounts.changed(input.enterpriseId, who -> domains.remove(who, input.domain));
    }

    @MutationMapping
    EnterprisePayload proveEmailDomain(@Argument DomainInput input) {
        return accounts.changed(input.enterpriseId, who -> domains.prove(who, input.domain));
    }

    @MutationMapping
    ApprovePayload approveEmailDomain(@Argument DomainInput input) {
        WebUser actor = entrance.person();
        return Attempt.at(
                () -> domains.approve(
                        actor, EnterpriseMutations.idOf("e-mail domain", input.enterpriseId), input.domain),
                (approved, errors) -> new ApprovePayload(errors));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import java.util.List;
import org.baraza.api.testing.Server;
import org.baraza.enterprise.AccountAccess;
import org.baraza.enterprise.EmailDomains;
import org.baraza.enterprise.Enterprises;
import org.baraza.enterprise.IdentityProvider;
import org.baraza.enterprise.IdentityProvider.Enforcement;
import org.baraza.enterprise.ProviderWish;
import org.baraza.enterprise.Providers;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.WebUsers;

/** Enterprise accounts of a tenant's owner. */
final class TenantEnterprise {
    private final Server server;
    private final WebUser owner;

    TenantEnterprise(Server server, String email) {
        this.server = server;
        owner = server.bean(WebUsers.class).actor(email).orElseThrow();
    }

    private AccountAccess account() {
        Enterprises enterprises = server.bean(Enterprises.class);
        var made = enterprises.create(owner, Tenant.noId(), owner.username());
        return enterprises
                .enter(owner, new Arrival("", Arrival.Proof.SESSION), made.accountId())
                .orElseThrow();
    }

    private IdentityProvider provider(AccountAccess account, String slug) {
        return server.bean(Providers.class)
                .create(
                        account,
                        new ProviderWish(
                                "Provider",
                                slug,
                                "https://provider.invalid",
                                "c",
                                "s",
                                Enforcement.TEST,
                                List.of(),
                                List.of()));
    }

    private String shortSlug() {
        return "p" + Tenant.noId().substring(0, 20);
    }

    /** One that projects can trust. */
    void active(String slug) {
        AccountAccess account = account();
        server.bean(Providers.class).setActive(account, provider(account, slug).providerId(), true);
    }

    String newAccount() {
        return account().accountId().toString();
    }

    String newProvider() {
        AccountAccess account = account();
        return account.accountId() + "/" + provider(account, shortSlug()).providerId();
    }

    String newDomain() {
        AccountAccess account = account();
        String domain = shortSlug() + ".example";
        server.bean(EmailDomains.class)
                .add(account, provider(account, shortSlug()).providerId(), domain);
        return account.accountId() + "/" + domain;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Clock;
import java.util.List;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.ProjectSecurity;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * The identity providers that a project trusts beside those of its own account. Who comes by another one stands before a
 * wall, whatever her role is: its account could send anybody in her name. For administrators of the project.
 */
public final class TrustedProviders {
    private static final int MOST = 50;

    private final Transactions transactions;
    private final SingleSignOn signOn;
    private final ProjectSecurity security;
    private final Audit audit;
    private final Clock clock;
    private final TrustedProviderStore store = new TrustedProviderStore();

    public TrustedProviders(
            Transactions transactions, SingleSignOn signOn, ProjectSecurity security, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.signOn = signOn;
        this.security = security;
        this.audit = audit;
        this.clock = clock;
    }

    /** By slug. */
    public List<TrustedProvider> of(ProjectAccess who) {
        requireAdmin(who);
        return transactions.readAs(Visibility.project(who.project()), tx -> store.of(tx, who.project()));
    }

    public void trust(ProjectAccess who, String slug) {
        requireAdmin(who);
        IdentityProvider provider = signOn.provider(slug.strip())
                .orElseThrow(() -> new Refused(Problem.Invalid.field(
                        "slug",
                        "PROVIDER_UNKNOWN",
                        "There is no identity provider with this name that is turned on.")));
        transactions.writingAs(Visibility.project(who.project()), tx -> {
            if (!store.insert(
                    tx, who.project(), provider.providerId(), who.actor().username(), clock.instant())) {
                throw new Refused(Problem.Invalid.field("slug", "TRUSTED_ALREADY", "This project trusts it already."));
            }
            if (store.of(tx, who.project()).size() > MOST) {
                throw new Refused(new Problem.Conflict("TRUST_TOO_MUCH", "A project trusts at most " + MOST + "."));
            }
            audit.record(tx, who, entry("identity_provider.trusted", provider.slug()));
            security.trustChanged(tx);
        });
    }

    /** Takes the trust back; whoever came by it stands before the wall within seconds. */
    public void distrust(ProjectAccess who, String slug) {
        requireAdmin(who);
        transactions.writingAs(Visibility.project(who.project()), tx -> {
            TrustedProvider provider = store.of(tx, who.project()).stream()
                    .filter(trusted -> trusted.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new Refused(new Problem.NotFound("identity provider")));
            store.delete(tx, who.project(), provider.providerId());
            audit.record(tx, who, entry("identity_provider.distrusted", slug));
            security.trustChanged(tx);
        });
    }

    private static AuditEntry entry(String action, String slug) {
        return AuditEntry.of(action, "identity_provider", slug);
    }

    private static void requireAdmin(ProjectAccess who) {
        if (!who.isAdmin()) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
    }
}

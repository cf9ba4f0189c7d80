// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** How people may sign in to a project; what is known of it is seconds old at most. */
public final class ProjectSecurity {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST_REMEMBERED = 10_000;

    private record Trust(ProjectId project, UUID provider) {}

    private final Transactions transactions;
    private final Audit audit;
    private final SecurityStore store = new SecurityStore();
    private final SecondFactorStore factors = new SecondFactorStore();
    private final TrustStore trust = new TrustStore();
    private final ShortMemory<ProjectId, SecuritySettings> recent;
    private final ShortMemory<Trust, Boolean> recentTrust;

    public ProjectSecurity(Transactions transactions, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
        this.recentTrust = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** What the doors of a project go by. Not for callers from outside. */
    public SecuritySettings of(ProjectId project) {
        return recent.get(project, key -> transactions.readAs(Visibility.project(key), tx -> store.read(tx, key)));
    }

    /** Whether HTTP Digest opens the project; it does not unless somebody allowed it. */
    public boolean allowsDigest(ProjectId project) {
        return of(project).digestAllowed();
    }

    /** Whether a project lets people in whom the provider vouched for: one of its own account, or one that it trusts. */
    boolean trusts(ProjectId project, UUID provider) {
        return recentTrust.get(
                new Trust(project, provider),
                key -> transactions.readAs(
                        Visibility.project(project), tx -> trust.isThere(tx, key.project, key.provider)));
    }

    /** For every transaction that changes whom a project trusts: this node must not remember it differently. */
    public void trustChanged(Tx tx) {
        tx.afterCommit(recentTrust::forgetAll);
    }

    /** For administrators. */
    public SecuritySettings settings(ProjectAccess who) {
        requireAdmin(who);
        return transactions.read(tx -> store.read(tx, who.project()));
    }

    /**
     * Changes what is wished. What HTTP Digest needs of passwords is kept only while it is allowed: of those that are set
     * from now on, and of the others when they are next used. Nobody shuts herself out: where she is must be let in, and
     * she needs a second factor to ask others for one. For administrators.
     */
    public SecuritySettings update(ProjectAccess who, Arrival arrival, SecurityWish wish) {
        requireAdmin(who);
        var broken = wish.broken();
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
        return transactions.writeAs(
                Visibility.project(who.project())
                        .and(Visibility.user(who.actor().userId())),
                tx -> {
                    SecuritySettings before = store.read(tx, who.project());
                    SecuritySettings after = wish.applied(before);
                    if (!after.lets(arrival.address())) {
                        throw invalid(
                                wish.deniedAddresses().isPresent() ? "deniedAddresses" : "allowedAddresses",
                                "OWN_ADDRESS_REFUSED",
                                "This would shut you out: you are at " + arrival.address() + ".");
                    }
                    if (after.twoFactorRequired()
                            && !before.twoFactorRequired()
                            && !factors.isOn(tx, who.actor().userId())) {
                        throw invalid(
                                "twoFactorRequired",
                                "OWN_TWO_FACTOR_MISSING",
                                "Set up two-factor authentication for yourself first.");
                    }
                    store.put(tx, who.project(), after);
                    audit.record(tx, who, entry(who, before, after));
                    tx.afterCommit(() -> recent.forget(who.project()));
                    return after;
                });
    }

    private static AuditEntry entry(ProjectAccess who, SecuritySettings before, SecuritySettings after) {
        AuditEntry entry = AuditEntry.of(
                "project_security.changed", "project", who.project().toString());
        for (Named setting : Named.values()) {
            String value = setting.of(after);
            if (!value.equals(setting.of(before))) {
                entry = entry.with(setting.key(), value).change(setting.key(), setting.of(before), value);
            }
        }
        return entry;
    }

    /** The settings as the book names them. */
    private enum Named {
        DIGEST_ALLOWED,
        TWO_FACTOR_REQUIRED,
        STRONG_MOBILE_PASSWORDS,
        SECURE_SESSIONS,
        SESSION_MINUTES,
        ALLOWED_ADDRESSES,
        DENIED_ADDRESSES,
        JOIN_REQUESTS_ALLOWED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String of(SecuritySettings settings) {
            return switch (this) {
                case DIGEST_ALLOWED -> Boolean.toString(settings.digestAllowed());
                case TWO_FACTOR_REQUIRED -> Boolean.toString(settings.twoFactorRequired());
                case STRONG_MOBILE_PASSWORDS -> Boolean.toString(settings.strongMobilePasswords());
                case SECURE_SESSIONS -> Boolean.toString(settings.secureSessions());
                case SESSION_MINUTES ->
                    settings.sessionMinutes().map(String::valueOf).orElse("");
                case ALLOWED_ADDRESSES ->
                    String.join(" ", settings.allowedAddresses().texts());
                case DENIED_ADDRESSES ->
                    String.join(" ", settings.deniedAddresses().texts());
                case JOIN_REQUESTS_ALLOWED -> Boolean.toString(settings.joinRequestsAllowed());
            };
        }
    }

    private static Refused invalid(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }

    private static void requireAdmin(ProjectAccess who) {
        if (!who.isAdmin()) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Optional;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.problem.Problem;

/** What a project asks of web users and programs besides being members: where they are, and a second factor. */
public final class EntryRules {
    /** Codes of the refusals. */
    public static final String ADDRESS_REFUSED = "ADDRESS_REFUSED";

    public static final String TWO_FACTOR_REQUIRED = "TWO_FACTOR_REQUIRED";

    public static final String PROVIDER_UNTRUSTED = "PROVIDER_UNTRUSTED";

    private final ProjectSecurity security;
    private final TwoFactor twoFactor;

    public EntryRules(ProjectSecurity security, TwoFactor twoFactor) {
        this.security = security;
        this.twoFactor = twoFactor;
    }

    /** Why a member is not let in; empty when she is. */
    public Optional<Problem.Barred> refusal(ProjectAccess who, Arrival arrival) {
        Optional<Problem.Barred> distrusted = distrust(who, arrival);
        if (distrusted.isPresent()) {
            return distrusted;
        }
        SecuritySettings settings = security.of(who.project());
        if (!settings.lets(arrival.address())) {
            return Optional.of(notFromHere());
        }
        if (settings.twoFactorRequired() && who.actor() instanceof Actor.WebUser user && isMissing(user, arrival)) {
            return Optional.of(
                    new Problem.Barred(TWO_FACTOR_REQUIRED, "This project asks for two-factor authentication."));
        }
        return Optional.empty();
    }

    /** Why nobody is let into a project from that address, whoever she is; empty where she may be. */
    public Optional<Problem.Barred> refusal(ProjectId project, String address) {
        return security.of(project).lets(address) ? Optional.empty() : Optional.of(notFromHere());
    }

    private static Problem.Barred notFromHere() {
        return new Problem.Barred(ADDRESS_REFUSED, "This project is not open to the network that you are in.");
    }

    /** Why a member is not let in whom somebody else vouched for; whoever showed a password or a key never hears it. */
    public Optional<Problem.Barred> distrust(ProjectAccess who, Arrival arrival) {
        return arrival.provider()
                .filter(provider -> !security.trusts(who.project(), provider))
                .map(_ -> new Problem.Barred(
                        PROVIDER_UNTRUSTED,
                        "This project does not trust the single sign-on that you came by. Ask one of its administrators to"
                                + " trust it, or sign in another way."));
    }

    private boolean isMissing(Actor.WebUser user, Arrival arrival) {
        return switch (arrival.proof()) {
            case KEY, PASSWORD_AND_CODE -> false;
            case PASSWORD -> true;
            // Whoever vouched for her asked for what her organisation asks for.
            case SESSION -> arrival.provider().isEmpty() && !twoFactor.isOn(user.userId());
        };
    }

    /**
     * Whether a password alone does not do for a program.
     *
     * @param member the project that it wants to enter, if its user is a member
     */
    public boolean asksForCode(Actor.WebUser user, Optional<ProjectAccess> member) {
        return twoFactor.isOn(user.userId())
                || member.map(access -> security.of(access.project()))
                        .filter(SecuritySettings::twoFactorRequired)
                        .isPresent();
    }
}

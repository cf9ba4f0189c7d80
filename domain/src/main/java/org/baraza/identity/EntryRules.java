// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Optional;
import org.baraza.problem.Problem;

/** What a project asks of web users and programs besides being members: where they are, and a second factor. */
public final class EntryRules {
    /** Codes of the refusals. */
    public static final String ADDRESS_REFUSED = "ADDRESS_REFUSED";

    public static final String TWO_FACTOR_REQUIRED = "TWO_FACTOR_REQUIRED";

    private final ProjectSecurity security;
    private final TwoFactor twoFactor;

    public EntryRules(ProjectSecurity security, TwoFactor twoFactor) {
        this.security = security;
        this.twoFactor = twoFactor;
    }

    /** Why a member is not let in; empty when she is. */
    public Optional<Problem.Barred> refusal(ProjectAccess who, Arrival arrival) {
        SecuritySettings settings = security.of(who.project());
        if (!settings.lets(arrival.address())) {
            return Optional.of(
                    new Problem.Barred(ADDRESS_REFUSED, "This project is not open to the network that you are in."));
        }
        if (settings.twoFactorRequired() && who.actor() instanceof Actor.WebUser user && isMissing(user, arrival)) {
            return Optional.of(
                    new Problem.Barred(TWO_FACTOR_REQUIRED, "This project asks for two-factor authentication."));
        }
        return Optional.empty();
    }

    private boolean isMissing(Actor.WebUser user, Arrival arrival) {
        return switch (arrival.proof()) {
            case KEY, PASSWORD_AND_CODE -> false;
            case PASSWORD -> true;
            case SESSION -> !twoFactor.isOn(user.userId());
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

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.baraza.identity.Access;
import org.baraza.identity.Actor;
import org.baraza.identity.Arrival;
import org.baraza.identity.EntryRules;
import org.baraza.identity.TwoFactor;
import org.baraza.tenancy.Project;
import org.springframework.stereotype.Component;

/** Asks programs that come with a password for a code, where a password alone does not do. */
@Component
final class SecondStep {
    private final Access access;
    private final EntryRules rules;
    private final TwoFactor twoFactor;

    SecondStep(Access access, EntryRules rules, TwoFactor twoFactor) {
        this.access = access;
        this.rules = rules;
        this.twoFactor = twoFactor;
    }

    /** @param project the one she wants to enter; empty outside any */
    Caller after(Actor actor, HttpServletRequest request, Optional<Project> project) {
        String address = request.getRemoteAddr();
        if (!(actor instanceof Actor.WebUser user)
                || !rules.asksForCode(user, project.flatMap(wanted -> access.to(user, wanted)))) {
            return new Caller.Known(actor, new Arrival(address, Arrival.Proof.PASSWORD));
        }
        Optional<String> code = ShownCode.in(request);
        if (code.isEmpty()) {
            return new Caller.CodeMissing();
        }
        return switch (twoFactor.check(user, code.get(), address)) {
            case TwoFactor.Verdict.Right _ ->
                new Caller.Known(actor, new Arrival(address, Arrival.Proof.PASSWORD_AND_CODE));
            case TwoFactor.Verdict.Wrong _ -> new Caller.CodeWrong();
            case TwoFactor.Verdict.LockedOut(var retryAfter) -> new Caller.LockedOut(retryAfter);
        };
    }
}

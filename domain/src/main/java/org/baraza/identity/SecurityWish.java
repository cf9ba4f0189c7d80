// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.problem.Problem.FieldError;

/**
 * What an administrator wants to be different about signing in; what is empty stays.
 *
 * @param sessionMinutes zero for half an hour
 */
public record SecurityWish(
        Optional<Boolean> digestAllowed,
        Optional<Boolean> twoFactorRequired,
        Optional<Boolean> strongMobilePasswords,
        Optional<Boolean> secureSessions,
        Optional<Integer> sessionMinutes,
        Optional<List<String>> allowedAddresses,
        Optional<List<String>> deniedAddresses,
        Optional<Boolean> joinRequestsAllowed) {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 1440;

    List<FieldError> broken() {
        List<FieldError> errors = new ArrayList<>();
        allowedAddresses.ifPresent(texts -> errors.addAll(AddressList.broken("allowedAddresses", texts)));
        deniedAddresses.ifPresent(texts -> errors.addAll(AddressList.broken("deniedAddresses", texts)));
        if (sessionMinutes
                .filter(minutes -> minutes != 0 && (minutes < SHORTEST || minutes > LONGEST))
                .isPresent()) {
            errors.add(new FieldError(
                    "sessionMinutes", "MINUTES_INVALID", "A session ends after 5 to 1440 minutes without use."));
        }
        return errors;
    }

    SecuritySettings applied(SecuritySettings before) {
        return new SecuritySettings(
                digestAllowed.orElse(before.digestAllowed()),
                twoFactorRequired.orElse(before.twoFactorRequired()),
                strongMobilePasswords.orElse(before.strongMobilePasswords()),
                secureSessions.orElse(before.secureSessions()),
                sessionMinutes.isPresent() ? sessionMinutes.filter(minutes -> minutes != 0) : before.sessionMinutes(),
                allowedAddresses.map(AddressList::of).orElse(before.allowedAddresses()),
                deniedAddresses.map(AddressList::of).orElse(before.deniedAddresses()),
                joinRequestsAllowed.orElse(before.joinRequestsAllowed()));
    }
}

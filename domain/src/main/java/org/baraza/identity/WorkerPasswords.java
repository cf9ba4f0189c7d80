// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.baraza.identity.credentials.PasswordRules;
import org.baraza.identity.credentials.Passwords;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** What is kept of the passwords of mobile workers. */
final class WorkerPasswords {
    private final Passwords passwords;
    private final ProjectSecurity security;

    WorkerPasswords(Passwords passwords, ProjectSecurity security) {
        this.passwords = passwords;
        this.security = security;
    }

    /** What is kept of a password that somebody chose; refuses what is too easy to guess where the project asks for more. */
    String hash(ProjectAccess who, String password) {
        check(
                security.of(who.project()).strongMobilePasswords()
                        ? PasswordRules.brokenByStrongWorker(password)
                        : PasswordRules.brokenByWorker(password));
        return passwords.hash(password);
    }

    /** Whether there is a password and it is this one. */
    boolean is(Optional<String> kept, String password) {
        return kept.isPresent() && passwords.inTurn(turn -> turn.matches(kept, password));
    }

    /** The new password among the changes. */
    static Optional<String> among(List<WorkerChange> changes) {
        return changes.stream()
                .flatMap(change -> change instanceof WorkerChange.Password(var text) ? Stream.of(text) : Stream.empty())
                .reduce((_, last) -> last);
    }

    /** Refuses what can be nobody's password. */
    static void check(String password) {
        check(PasswordRules.brokenByWorker(password));
    }

    private static void check(List<FieldError> broken) {
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
    }
}

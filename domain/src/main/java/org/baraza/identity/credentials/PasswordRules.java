// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity.credentials;

import java.util.List;
import java.util.Locale;
import org.baraza.problem.Problem.FieldError;

/** Which passwords are accepted: long enough, and not so long that checking one becomes an attack. */
public final class PasswordRules {
    static final int LONGEST = 1024;
    private static final int SHORTEST = 8;

    private PasswordRules() {}

    /** What is wrong with the password of a mobile worker. */
    public static List<FieldError> brokenByWorker(String password) {
        if (password.length() < SHORTEST) {
            return List.of(error("PASSWORD_TOO_SHORT", "A password has at least 8 characters."));
        }
        if (password.length() > LONGEST) {
            return List.of(error("PASSWORD_TOO_LONG", "A password has at most 1024 characters."));
        }
        return List.of();
    }

    /** As {@link #brokenByWorker(String)}, where the project asks for strong ones. */
    public static List<FieldError> brokenByStrongWorker(String password) {
        List<FieldError> broken = brokenByWorker(password);
        return broken.isEmpty() ? weak(password, List.of()) : broken;
    }

    /** What is wrong with the password of a web user, which in addition must be strong and not contain her name. */
    public static List<FieldError> brokenByWebUser(String username, String password) {
        List<FieldError> broken = brokenByOperator(username, password);
        return broken.isEmpty() ? weak(password, List.of(username.split("[@.]"))) : broken;
    }

    private static List<FieldError> weak(String password, List<String> known) {
        return PasswordStrength.isEnough(password, known)
                ? List.of()
                : List.of(error(
                        "PASSWORD_WEAK", "Password is not strong enough. Try making your password more complex."));
    }

    /** What is wrong with a password that whoever runs the server chose: how strong it must be is hers to say. */
    public static List<FieldError> brokenByOperator(String username, String password) {
        List<FieldError> broken = brokenByWorker(password);
        if (broken.isEmpty() && password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            return List.of(error("PASSWORD_CONTAINS_USERNAME", "A password does not contain the username."));
        }
        return broken;
    }

    private static FieldError error(String code, String message) {
        return new FieldError("password", code, message);
    }
}

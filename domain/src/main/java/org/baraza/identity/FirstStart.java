// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Optional;
import org.baraza.identity.credentials.Secrets;

/** Sees to it that a fresh server can be entered. */
public final class FirstStart {
    private final WebUsers users;
    private final Secrets secrets = new Secrets();

    public FirstStart(WebUsers users) {
        this.users = users;
    }

    /**
     * Makes the account of the first administrator, who may make project spaces. An account that exists keeps its
     * password.
     *
     * @param password one is generated when this is empty
     * @return what to sign in with, if the account was made now
     */
    public Optional<Credentials> ensureAdmin(String email, String password) {
        if (users.exists(email)) {
            return Optional.empty();
        }
        String chosen = password.isEmpty() ? secrets.password() : password;
        WebProfile made = users.createForOperator(new NewWebUser(email, chosen, "", "", true));
        return Optional.of(new Credentials(made.username(), chosen));
    }
}

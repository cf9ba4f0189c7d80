// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/**
 * What somebody shows to be let in.
 *
 * @param login as it was typed
 * @param secret a password or the secret of an API key
 */
public record Credentials(String login, String secret) {
    @Override
    public String toString() {
        return "Credentials";
    }
}

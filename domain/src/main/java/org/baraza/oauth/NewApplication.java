// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.util.Optional;

/**
 * A program that was just registered, or got a new secret.
 *
 * @param secret shown this once and kept nowhere; empty for a program that cannot keep one
 */
public record NewApplication(Application application, Optional<String> secret) {
    @Override
    public String toString() {
        return "NewApplication[" + application.clientId() + "]";
    }
}

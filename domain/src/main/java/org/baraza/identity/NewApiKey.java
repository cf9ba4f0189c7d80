// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/**
 * A key that was just made.
 *
 * @param secret shown this once and kept nowhere
 */
public record NewApiKey(ApiKey key, String secret) {
    @Override
    public String toString() {
        return "NewApiKey[" + key.keyId() + "]";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/**
 * A key that signs who somebody is.
 *
 * @param signsFrom before that it is only published, so that others know it when they meet it
 */
public record SigningKey(String keyId, RSAPublicKey publicKey, RSAPrivateKey privateKey, Instant signsFrom) {
    @Override
    public String toString() {
        return "SigningKey[" + keyId + "]";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/**
 * What a client shows that signs in by HTTP Digest.
 *
 * @param username as it was typed, which is part of the secret
 * @param uri what it asks for; the door has seen to it that this is what it asks for
 * @param count how often it used the nonce, in hexadecimal
 */
public record DigestProof(
        String username,
        String realm,
        String nonce,
        String method,
        String uri,
        String count,
        String clientNonce,
        String response) {
    @Override
    public String toString() {
        return "DigestProof";
    }
}

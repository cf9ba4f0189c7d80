// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Puts into requests what proves who sends them. */
public final class Credentials {
    private static final String HEADER = "Authorization";

    private Credentials() {}

    public static WireRequest basic(WireRequest request, String username, String password) {
        byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request.withSecret(HEADER, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    public static WireRequest apiKey(WireRequest request, String key) {
        return request.withSecret(HEADER, "ApiKey " + key);
    }

    public static WireRequest bearer(WireRequest request, String token) {
        return request.withSecret(HEADER, "Bearer " + token);
    }

    /** Signed with OAuth 1.0. */
    public static WireRequest signed(WireRequest request, String clientId, String secret, Instant now) {
        return request.withSecret(
                HEADER,
                OauthSignature.header(
                        request.method(),
                        request.url(),
                        clientId,
                        secret,
                        UUID.randomUUID().toString(),
                        now.getEpochSecond()));
    }

    /** As a refusal asks for it; empty when it does not ask for HTTP Digest. */
    public static Optional<WireRequest> digest(
            WireRequest request, WireAnswer.Answered refusal, String username, String password) {
        return DigestChallenge.first(refusal.headers().getOrDefault("www-authenticate", ""))
                .map(challenge -> request.withSecret(
                        HEADER, challenge.answer(request.method(), request.url(), username, password)));
    }

    /** The token in an answer; empty when there is none. */
    public static Optional<TokenAnswer> token(WireAnswer answer, Instant now) {
        return TokenAnswer.of(answer, now);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token that another side gave.
 *
 * @param refresh with which another one can be asked for; empty for none
 * @param expiresAt when it is of no use any more
 */
public record TokenAnswer(String access, String refresh, Instant expiresAt) {
    /** Where nothing is said of how long it is good. */
    private static final long USUAL_SECONDS = 3_600;
    /** It must not end on its way. */
    private static final long EARLIER = 30;

    /** Reads what a token endpoint says; empty when there is no token in it. */
    static Optional<TokenAnswer> of(WireAnswer answer, Instant now) {
        if (!(answer instanceof WireAnswer.Answered answered) || !answered.isGood()) {
            return Optional.empty();
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(answered.body());
            String access = json.path("access_token").asString("");
            long seconds = Math.max(EARLIER, json.path("expires_in").asLong(USUAL_SECONDS)) - EARLIER;
            return access.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new TokenAnswer(access, json.path("refresh_token").asString(""), now.plusSeconds(seconds)));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "TokenAnswer";
    }
}

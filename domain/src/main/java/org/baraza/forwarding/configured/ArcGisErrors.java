// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.configured;

import java.util.Optional;
import java.util.Set;
import org.baraza.forwarding.spi.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ArcGIS answers 200 and says in the body that it took nothing. */
final class ArcGisErrors {
    private static final int USUAL = 500;
    /** As the statuses that say that a server is not well. */
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private ArcGisErrors() {}

    static Optional<Refusal> refusal(String body) {
        try {
            JsonNode error = JsonMapper.shared().readTree(body).path("error");
            if (error.isMissingNode() || error.isNull()) {
                return Optional.empty();
            }
            int code = error.path("code").asInt(USUAL);
            return Optional.of(new Refusal(code + ": " + error.path("message").asString(""), PASSING.contains(code)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}

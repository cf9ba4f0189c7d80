// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.configured;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Transformation.Script;
import org.baraza.forwarding.spi.Transformation.Source;
import org.baraza.ucr.Documents;
import org.baraza.ucr.Expression;
import org.baraza.ucr.Filter;
import org.baraza.ucr.Json;
import org.baraza.ucr.Situation;
import org.baraza.ucr.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Expressions and filters that were read.
 *
 * @param filter which documents are sent
 * @param expression what is sent of them
 * @param action what their answers do to cases
 * @param documents what there is in the project in scope
 */
record ConfiguredScript(
        Filter filter,
        Expression expression,
        UrlTemplate url,
        Optional<Action> action,
        Documents documents,
        Clock clock,
        Budget budget)
        implements Script {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What becomes of an answer.
     *
     * @param filter which answers do something
     * @param expression a row of the case API, or a list of them
     */
    record Action(Filter filter, Expression expression) {}

    @Override
    public Payload payload(Source source) {
        Value document = Json.value(source.json());
        Situation situation = situation(document);
        return filter.accepts(document, situation)
                ? new Payload(
                        ConfiguredPayload.CONTENT_TYPE,
                        source.plain().headers(),
                        Map.of(ConfiguredType.URL, url.filled(document)),
                        bytes(Json.json(expression.of(document, situation))))
                : Payload.NOTHING;
    }

    @Override
    public Payload answered(Source heard) {
        Value answer = Json.value(heard.json());
        Situation situation = situation(answer);
        if (action.isEmpty() || !action.get().filter.accepts(answer, situation)) {
            return Payload.NOTHING;
        }
        Value rows = action.get().expression.of(answer, situation);
        if (!rows.isTrue()) {
            return Payload.NOTHING;
        }
        JsonNode json = Json.json(rows);
        return Payload.of(
                ConfiguredPayload.CONTENT_TYPE,
                bytes(json.isArray() ? json : JSON.createArrayNode().add(json)));
    }

    private Situation situation(Value root) {
        return Situation.of(root, documents, clock, budget::check);
    }

    private static byte[] bytes(JsonNode json) {
        return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.configured;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.FlawedScript;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.Transformation;
import org.baraza.ucr.BadSpec;
import org.baraza.ucr.Documents;
import org.baraza.ucr.Expression;
import org.baraza.ucr.Filter;
import org.baraza.ucr.Specs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends what an expression makes of a document that a filter lets through; nothing of others. */
public final class ConfiguredPayload implements Transformation {
    static final String SLUG = "configured_expression";

    private static final JsonMapper JSON = JsonMapper.shared();
    static final String CONTENT_TYPE = "application/json";
    private static final String FILTER = "configured_filter";
    private static final String EXPRESSION = "configured_expression";
    private static final String URL_TEMPLATE = "url_template";
    private static final String NAMED_EXPRESSIONS = "named_expressions";
    private static final String NAMED_FILTERS = "named_filters";
    private static final String ACTION_FILTER = "case_action_filter_expression";
    private static final String ACTION = "case_action_expression";
    private static final Set<String> KEYS =
            Set.of(FILTER, EXPRESSION, URL_TEMPLATE, ACTION_FILTER, ACTION, NAMED_EXPRESSIONS, NAMED_FILTERS);

    private final Documents documents;
    private final Clock clock;

    /** @param documents what there is in the project in scope */
    public ConfiguredPayload(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "Expression (CommCare HQ)";
    }

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public String language() {
        return "json";
    }

    @Override
    public Map<String, String> sources() {
        return Map.of(
                ConfiguredType.FORMS.slug(), FormDocuments.SLUG,
                ConfiguredType.ARCGIS.slug(), FormDocuments.SLUG,
                ConfiguredType.CASES.slug(), CaseDocuments.SLUG);
    }

    @Override
    public String example() {
        return """
                {
                  "configured_filter": {
                    "type": "not",
                    "filter": {
                      "type": "boolean_expression",
                      "expression": {"type": "property_name", "property_name": "_id"},
                      "operator": "eq",
                      "property_value": null
                    }
                  },
                  "configured_expression": {
                    "type": "dict",
                    "properties": {
                      "id": {"type": "property_name", "property_name": "_id"},
                      "kind": {"type": "property_name", "property_name": "doc_type"}
                    }
                  },
                  "url_template": "",
                  "case_action_filter_expression": {},
                  "case_action_expression": {}
                }
                """;
    }

    @Override
    public Script read(String script, Budget budget) {
        JsonNode json = json(script);
        for (String key : json.propertyNames()) {
            if (!KEYS.contains(key)) {
                throw flawed("There is no key \"%s\".".formatted(key));
            }
        }
        if (!json.has(EXPRESSION)) {
            throw flawed("\"%s\" is missing: what is sent.".formatted(EXPRESSION));
        }
        try {
            Specs specs = new Specs(named(json.path(NAMED_EXPRESSIONS)), named(json.path(NAMED_FILTERS)));
            Filter filter = read(FILTER, json.has(FILTER) ? json.path(FILTER) : JSON.createObjectNode(), specs::filter);
            Expression expression = read(EXPRESSION, json.path(EXPRESSION), specs::expression);
            UrlTemplate url = new UrlTemplate(json.path(URL_TEMPLATE).asString(""));
            return new ConfiguredScript(filter, expression, url, action(json, specs), documents, clock, budget);
        } catch (BadSpec e) {
            throw flawed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean hearsAnswers(String script) {
        return !isLeftOut(json(script).path(ACTION));
    }

    /** As repeaters of CommCare HQ do: without the filter nothing was ever done. */
    private static Optional<ConfiguredScript.Action> action(JsonNode json, Specs specs) {
        JsonNode filter = json.path(ACTION_FILTER);
        JsonNode expression = json.path(ACTION);
        if (isLeftOut(filter) != isLeftOut(expression)) {
            throw flawed("\"%s\" and \"%s\" go together.".formatted(ACTION_FILTER, ACTION));
        }
        return isLeftOut(expression)
                ? Optional.empty()
                : Optional.of(new ConfiguredScript.Action(
                        read(ACTION_FILTER, filter, specs::filter), read(ACTION, expression, specs::expression)));
    }

    private static <T> T read(String key, JsonNode specification, Function<JsonNode, T> how) {
        try {
            return how.apply(specification);
        } catch (BadSpec e) {
            throw flawed(key + ": " + e.getMessage());
        }
    }

    private static boolean isLeftOut(JsonNode specification) {
        return specification.isMissingNode()
                || specification.isNull()
                || (specification.isObject() && specification.isEmpty());
    }

    private static ObjectNode json(String script) {
        try {
            if (JSON.readTree(script) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new FlawedScript(new Flaw(
                    "It is no JSON.",
                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
        }
        throw flawed("An object is wanted, with the key \"%s\".".formatted(EXPRESSION));
    }

    private static FlawedScript flawed(String message) {
        return new FlawedScript(new Flaw(message, 0, 0));
    }

    private static Map<String, JsonNode> named(JsonNode json) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        json.properties().forEach(each -> named.put(each.getKey(), each.getValue()));
        return named;
    }
}

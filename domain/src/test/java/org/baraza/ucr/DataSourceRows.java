// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The rows that the data source of a vector makes of documents, by the two languages alone. */
final class DataSourceRows {
    private final JsonNode source;
    private final Documents documents;
    private final Clock clock;
    private final Specs specs;

    DataSourceRows(JsonNode source, JsonNode lookups, Clock clock) {
        this.source = source;
        this.documents = new Lookups(lookups);
        this.clock = clock;
        this.specs = new Specs(named("named_expressions"), named("named_filters"));
    }

    private Map<String, JsonNode> named(String key) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        source.path(key).properties().forEach(each -> named.put(each.getKey(), each.getValue()));
        return named;
    }

    /** By the names of their columns. */
    List<Map<String, Value>> of(JsonNode document) {
        Value root = Json.value(document);
        Situation situation = Situation.of(root, documents, clock, () -> {});
        boolean wanted = root.get("domain")
                        .equals(Value.of(source.path("domain").stringValue()))
                && root.get("doc_type")
                        .equals(Value.of(source.path("referenced_doc_type").stringValue()))
                && specs.filter(source.path("configured_filter")).accepts(root, situation);
        if (!wanted) {
            return List.of();
        }
        JsonNode base = source.path("base_item_expression");
        if (base.isEmpty()) {
            return List.of(row(root, root, situation, Optional.empty()));
        }
        List<Map<String, Value>> rows = new ArrayList<>();
        for (Value item : items(specs.expression(base).of(root, situation))) {
            rows.add(row(root, item, situation.at(rows.size()), Optional.of(rows.size())));
        }
        return rows;
    }

    private static List<Value> items(Value base) {
        return switch (base) {
            case Value.Nothing _ -> List.of();
            case Value.Items(var values) -> values;
            default -> List.of(base);
        };
    }

    private Map<String, Value> row(Value root, Value item, Situation situation, Optional<Integer> iteration) {
        Map<String, Value> row = new LinkedHashMap<>();
        row.put("doc_id", root.get("_id"));
        iteration.ifPresent(number -> row.put("repeat_iteration", Value.of(number)));
        source.path("configured_indicators").forEach(indicator -> fill(row, indicator, item, situation));
        return row;
    }

    private void fill(Map<String, Value> row, JsonNode indicator, Value item, Situation situation) {
        String column = indicator.path("column_id").stringValue();
        switch (indicator.path("type").stringValue()) {
            case "boolean" ->
                row.put(column, Value.of(specs.filter(indicator.path("filter")).accepts(item, situation) ? 1 : 0));
            case "count" -> row.put(column, Value.of(1));
            case "raw" -> row.put(column, property(indicator, item, situation));
            case "expression" -> {
                Datatype datatype =
                        Datatype.named(indicator.path("datatype").stringValue()).orElseThrow();
                row.put(
                        column,
                        datatype.cast(
                                specs.expression(indicator.path("expression")).of(item, situation)));
            }
            case "choice_list" -> {
                Operator operator = indicator.path("select_style").asString("").equals("multiple")
                        ? Operator.IN_MULTI
                        : Operator.EQ;
                Value found = property(indicator, item, situation);
                indicator
                        .path("choices")
                        .forEach(choice -> row.put(
                                column + "_" + choice.stringValue(),
                                Value.of(operator.fits(found, Json.value(choice)) ? 1 : 0)));
            }
            default -> throw new IllegalArgumentException(indicator.toString());
        }
    }

    private Value property(JsonNode indicator, Value item, Situation situation) {
        Spec spec = new Spec(indicator, "", specs);
        Expression property =
                indicator.has("property_name") ? ValueTypes.propertyName(spec) : ValueTypes.propertyPath(spec);
        return property.of(item, situation);
    }

    /** The other documents of a vector. */
    private record Lookups(JsonNode json) implements Documents {

        private Stream<JsonNode> all(String key) {
            return json.path(key).values().stream();
        }

        @Override
        public Optional<Value> find(Kind kind, String id) {
            String key = switch (kind) {
                case CASE -> "cases";
                case FORM -> "forms";
                case USER -> "users";
                case LOCATION -> "locations";
            };
            return all(key).filter(document -> document.path("_id").asString("").equals(id)
                            && document.path("domain").asString("").equals("demo"))
                    .findFirst()
                    .map(Json::value);
        }

        @Override
        public List<Value> subcases(String caseId) {
            return all("cases")
                    .filter(each -> each.path("indices").values().stream()
                            .anyMatch(index ->
                                    index.path("referenced_id").asString("").equals(caseId)))
                    .map(Json::value)
                    .toList();
        }

        @Override
        public List<Value> formsOfCase(String caseId, Set<String> xmlnses) {
            return all("forms")
                    .filter(form -> form.path("__case_ids").values().stream()
                            .anyMatch(id -> id.stringValue().equals(caseId)))
                    .filter(form -> xmlnses.isEmpty()
                            || xmlnses.contains(form.path("xmlns").asString("")))
                    .map(Json::value)
                    .toList();
        }

        @Override
        public List<Value> groupsOfUser(String userId, boolean sharingCases) {
            return List.of();
        }
    }
}

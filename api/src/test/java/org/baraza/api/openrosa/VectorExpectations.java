// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baraza.api.testing.Place;
import tools.jackson.databind.JsonNode;

/** Compares a project, read through GraphQL, with what a case vector expects of it. */
record VectorExpectations(Place place) {
    private static final Set<String> STATES =
            Set.of("NORMAL", "ARCHIVED", "DEPRECATED", "DUPLICATE", "ERROR", "SUBMISSION_ERROR_LOG");

    void check(JsonNode expect) {
        expect.path("forms").properties().forEach(form -> checkForm(form.getKey(), form.getValue()));
        if (expect.has("form_counts")) {
            checkCounts(expect.path("form_counts"));
        }
        expect.path("cases").properties().forEach(one -> checkCase(one.getKey(), one.getValue()));
        expect.path("absent_cases").forEach(id -> {
            JsonNode found = place.read("case(caseId: " + id + ") { deleted }").path("case");
            assertThat(found.isNull() || found.path("deleted").asBoolean())
                    .as(id.asString())
                    .isTrue();
        });
    }

    private void checkForm(String formId, JsonNode expected) {
        JsonNode project = place.read("""
                form(formId: "%s") { formId state xmlns userId edited receivedOn json }
                forms(first: 50, filter: {states: [NORMAL]}) {
                  nodes { formId xmlns state receivedOn userId } pageInfo { hasNextPage } totalCount
                }""".formatted(formId));
        JsonNode form = project.path("form");
        assertThat(form.path("formId").asString()).isEqualTo(formId);
        expected.properties().forEach(field -> {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "state" ->
                    assertThat(form.path("state").asString())
                            .isEqualTo(value.asString().toUpperCase(Locale.ROOT));
                case "xmlns", "edited" -> assertThat(form.path(field.getKey())).isEqualTo(value);
                case "user_id" -> assertThat(form.path("userId")).isEqualTo(value);
                case "json" -> assertSubset(form.path("json"), value);
                default -> throw new AssertionError(field.getKey());
            }
        });
        boolean listed = project.at("/forms/nodes")
                .valueStream()
                .anyMatch(node -> node.path("formId").asString().equals(formId));
        assertThat(listed).isEqualTo(form.path("state").asString().equals("NORMAL"));
        assertThat(project.at("/forms/totalCount").asInt())
                .isEqualTo(project.at("/forms/nodes").size());
    }

    private static void assertSubset(JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            expected.properties().forEach(key -> assertSubset(actual.path(key.getKey()), key.getValue()));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private void checkCounts(JsonNode expected) {
        JsonNode project = place.read(STATES.stream()
                .map(state -> state + ": forms(first: 1, filter: {states: [" + state + "]}) { totalCount }")
                .collect(Collectors.joining(" ")));
        var counts = new TreeMap<String, Integer>();
        var wanted = new TreeMap<String, Integer>();
        for (String state : STATES) {
            counts.put(state, project.path(state).path("totalCount").asInt());
            wanted.put(state, expected.path(state.toLowerCase(Locale.ROOT)).asInt(0));
        }
        assertThat(counts).isEqualTo(wanted);
    }

    private void checkCase(String caseId, JsonNode expected) {
        JsonNode found = place.read("""
                case(caseId: "%s") {
                  caseId type name ownerId externalId closed deleted openedOn openedBy modifiedOn modifiedBy closedOn
                  closedBy properties indices { identifier caseType caseId relationship }
                }""".formatted(caseId)).path("case");
        assertThat(found.path("caseId").asString()).isEqualTo(caseId);
        expected.properties()
                .forEach(field -> assertThat(actual(found, field.getKey()))
                        .as(caseId + " " + field.getKey())
                        .isEqualTo(wanted(field.getKey(), field.getValue())));
        checkList(found);
    }

    private static Object actual(JsonNode found, String field) {
        return switch (field) {
            case "owner" -> found.path("ownerId");
            case "indices" ->
                found.path("indices")
                        .valueStream()
                        .map(index -> index(index, "caseType", "caseId"))
                        .collect(Collectors.toSet());
            default -> found.path(camel(field));
        };
    }

    private static Object wanted(String field, JsonNode value) {
        return field.equals("indices")
                ? value.valueStream()
                        .map(index -> index(index, "case_type", "case_id"))
                        .collect(Collectors.toSet())
                : value;
    }

    private static String index(JsonNode index, String type, String id) {
        return index.path("identifier") + " " + index.path(type) + " " + index.path(id) + " "
                + index.path("relationship");
    }

    private static String camel(String snake) {
        int bar = snake.indexOf('_');
        return bar < 0
                ? snake
                : snake.substring(0, bar) + Character.toUpperCase(snake.charAt(bar + 1)) + snake.substring(bar + 2);
    }

    /** The list of its type shows the same case, unless it is deleted. */
    private void checkList(JsonNode found) {
        JsonNode list = place.read("""
                cases(first: 50, filter: {type: %s}) {
                  nodes { caseId type name closed ownerId properties } pageInfo { hasNextPage } totalCount
                }""".formatted(found.path("type"))).path("cases");
        var same = list.path("nodes")
                .valueStream()
                .filter(node -> node.path("caseId").equals(found.path("caseId")))
                .toList();
        assertThat(same).hasSize(found.path("deleted").asBoolean() ? 0 : 1);
        same.forEach(node ->
                node.properties().forEach(field -> assertThat(field.getValue()).isEqualTo(found.path(field.getKey()))));
        assertThat(list.path("totalCount").asInt()).isEqualTo(list.path("nodes").size());
    }
}

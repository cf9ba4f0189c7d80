// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What specifications say, and what of them cannot be read. */
final class SpecsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2024-06-15T12:00:00Z"), ZoneOffset.UTC);
    private static final Value ITEM = Json.value(json("""
            {"_id": "c1", "n": 7, "text": "a b", "day": "2024-05-01", "none": null, "yes": true, "list": ["x", "y"],
             "owner_id": "u1", "location_id": "clinic", "kids": [{"age": 3}, {"age": null}, {"age": 9}]}"""));

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Situation situation() {
        return Situation.of(ITEM, new Tree(), NOON, () -> {});
    }

    private static String shown(String spec) {
        return Texts.shown(Specs.plain().expression(json(spec)).of(ITEM, situation()));
    }

    /** Three locations, one above the other, and two groups. */
    private static final class Tree implements Documents {
        private static final Map<String, String> ABOVE = Map.of("clinic", "district", "district", "country");

        @Override
        public Optional<Value> find(Kind kind, String id) {
            return kind == Kind.LOCATION
                    ? Optional.of(Json.value(JsonMapper.shared()
                            .createObjectNode()
                            .put("_id", id)
                            .put("name", "The " + id)
                            .put("location_type", id)
                            .put("parent_location_id", ABOVE.getOrDefault(id, ""))))
                    : Optional.empty();
        }

        @Override
        public List<Value> subcases(String caseId) {
            return List.of();
        }

        @Override
        public List<Value> formsOfCase(String caseId, Set<String> xmlnses) {
            return List.of();
        }

        @Override
        public List<Value> groupsOfUser(String userId, boolean sharingCases) {
            return List.of(Value.of(userId + (sharingCases ? " shares" : " reports")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            eq           | 7            | "n"    | true
            eq           | "7"          | "n"    | false
            eq           | 7.0          | "n"    | true
            eq           | true         | "yes"  | true
            eq           | 1            | "yes"  | true
            eq           | null         | "none" | true
            eq           | "2024-05-01" | "day"  | false
            not_eq       | "7"          | "n"    | true
            not_eq       | 7            | "n"    | false
            in           | [7, 8]       | "n"    | true
            in           | "xa by"      | "text" | true
            in           | null         | "text" | false
            in           | "7"          | "n"    | false
            in_multi     | "a"          | "text" | true
            in_multi     | "a b"        | "text" | false
            in_multi     | ""           | "none" | true
            in_multi     | "x"          | "n"    | false
            any_in_multi | ["z", "b"]   | "text" | true
            any_in_multi | ["z"]        | "text" | false
            any_in_multi | "xyb"        | "text" | true
            lt           | 8            | "n"    | true
            lt           | 7            | "n"    | false
            lte          | 7            | "n"    | true
            gt           | 6            | "n"    | true
            gte          | 7            | "n"    | true
            lt           | "b"          | "text" | true
            lt           | 9            | "text" | false
            gt           | 9            | "text" | true
            gte          | 9            | "text" | true
            gt           | "a"          | "n"    | false
            lt           | 9            | "none" | false
            gt           | 9            | "none" | false
            """)
    void operatorsCompareAsInCommCareHq(String operator, String wanted, String property, boolean fits) {
        String filter = """
                {"type": "boolean_expression", "operator": "%s", "property_value": %s,
                 "expression": {"type": "property_name", "property_name": %s}}""".formatted(operator, wanted, property);
        assertThat(Specs.plain().filter(json(filter)).accepts(ITEM, situation()))
                .isEqualTo(fits);
        assertThat(Specs.plain()
                        .filter(json("{\"type\": \"not\", \"filter\": " + filter + "}"))
                        .accepts(ITEM, situation()))
                .isNotEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "2024-05-01"            | Day
            "2024-5-1"              | Text
            "20240501"              | Text
            "2024-13-01"            | Text
            "12:30:00"              | TimeOfDay
            "12.30"                 | Text
            "12.75"                 | Exact
            "1230"                  | Text
            "7"                     | Text
            "2024-05-01T10:00:00Z"  | Moment
            "2024-05-01T10:00:00.123456Z" | Moment
            "2024-05-01T10:00:00"   | Text
            12.5                    | Real
            12                      | Whole
            true                    | Flag
            null                    | Nothing
            ["2024-05-01"]          | Items
            """)
    void constantsAreTakenForWhatTheyLookLike(String literal, String kind) {
        Value value = Specs.plain().expression(json(literal)).of(ITEM, situation());
        assertThat(value.getClass().getSimpleName()).isEqualTo(kind);
        if (value instanceof Value.Items(var values)) {
            assertThat(values).allMatch(Value.Day.class::isInstance);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            integer  | "5"                          | 5
            integer  | " 5 "                        | 5
            integer  | "5.9"                        | 5
            integer  | "-5.9"                       | -5
            integer  | "x"                          | None
            integer  | true                         | 1
            decimal  | "0.10"                       | 0.10
            decimal  | "1e3"                        | 1E+3
            decimal  | ""                           | None
            string   | null                         | None
            string   | true                         | True
            string   | 2.0                          | 2.0
            string   | ["a", 1]                     | ['a', 1]
            date     | "2024-5-1"                   | 2024-05-01
            date     | "2024-02-30"                 | None
            date     | "2024-05-01T23:30:00-02:00"  | 2024-05-02
            date     | ""                           | None
            datetime | "2024-05-01"                 | 2024-05-01T00:00:00
            datetime | "2024-05-01T10:00:00+03:00"  | 2024-05-01T07:00:00
            array    | "x"                          | ['x']
            array    | null                         | [None]
            """)
    void whatDoesNotFitADatatypeIsNothing(String datatype, String value, String expected) {
        assertThat(Texts.shown(Datatype.named(datatype).orElseThrow().cast(Json.value(json(value)))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "location_type_name", "location_id_expression": "clinic"} | clinic
            {"type": "location_parent_id", "location_id_expression": "clinic"} | district
            {"type": "location_parent_id", "location_id_expression": "country"} | None
            {"type": "ancestor_location", "location_id": "clinic", "location_type": "country", "location_property": "name"} | The country
            {"type": "ancestor_location", "location_id": "clinic", "location_type": "clinic", "location_property": "name"} | The clinic
            {"type": "ancestor_location", "location_id": "clinic", "location_type": "moon"} | None
            {"type": "get_case_sharing_groups", "user_id_expression": {"type": "property_name", "property_name": "owner_id"}} | ['u1 shares']
            {"type": "get_reporting_groups", "user_id_expression": "u1"} | ['u1 reports']
            {"type": "jsonpath", "jsonpath": "$.kids[*].age", "datatype": "string"} | ['3', None, '9']
            {"type": "jsonpath", "jsonpath": "nowhere"} | None
            {"type": "utcnow"} | 2024-06-15T12:00:00
            {"type": "gregorian_date_to_ethiopian_date", "date_expression": "2024-06-15"} | 2016-10-08
            {"type": "ethiopian_date_to_gregorian_date", "date_expression": {"type": "constant", "constant": "2016-10-08"}} | 2024-06-15
            {"type": "ethiopian_date_to_gregorian_date", "date_expression": "2016-13-07"} | None
            {"type": "property_name", "property_name": {"type": "constant", "constant": "text"}} | a b
            {"type": "constant", "constant": {"a": ["1.5"]}} | {'a': [1.5]}
            """)
    void looksIntoWhatElseThereIs(String spec, String expected) {
        assertThat(shown(spec)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\": \"magic\"}",
                "{\"type\": \"get_case_history\"}",
                "{\"type\": \"constant\"}",
                "{\"type\": \"property_name\"}",
                "{\"type\": \"property_name\", \"property_name\": \"a\", \"datatype\": \"money\"}",
                "{\"type\": \"property_path\", \"property_path\": []}",
                "{\"type\": \"property_path\", \"property_path\": \"a\"}",
                "{\"type\": \"named\", \"name\": \"nobody\"}",
                "{\"type\": \"reduce_items\", \"items_expression\": [], \"aggregation_fn\": \"median\"}",
                "{\"type\": \"sort_items\", \"items_expression\": [], \"sort_expression\": 1, \"order\": \"UP\"}",
                "{\"type\": \"related_doc\", \"related_doc_type\": \"Moon\", \"doc_id_expression\": 1, \"value_expression\": 1}",
                "{\"type\": \"jsonpath\", \"jsonpath\": \"$[\"}",
                "{\"type\": \"conditional\", \"test\": {\"type\": \"or\", \"filters\": []}, \"expression_if_true\": 1, \"expression_if_false\": 2}",
                "{\"type\": \"conditional\", \"test\": {\"type\": \"boolean_expression\", \"operator\": \"like\", \"expression\": 1, \"property_value\": 1}, \"expression_if_true\": 1, \"expression_if_false\": 2}",
                "{\"type\": \"conditional\", \"test\": {\"type\": \"not\", \"filter\": 1}, \"expression_if_true\": 1, \"expression_if_false\": 2}",
                "{\"type\": \"conditional\", \"test\": {\"type\": \"boolean_expression\", \"operator\": \"eq\", \"expression\": 1, \"property_value\": 1, \"extra\": 1}, \"expression_if_true\": 1, \"expression_if_false\": 2}",
            })
    void whatCannotBeReadIsToldWithItsPlace(String spec) {
        JsonNode nested = JsonMapper.shared()
                .createObjectNode()
                .put("type", "dict")
                .set("properties", JsonMapper.shared().createObjectNode().set("here", json(spec)));
        assertThatThrownBy(() -> Specs.plain().expression(nested))
                .isInstanceOf(BadSpec.class)
                .hasMessageStartingWith("properties.here");
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        String deep = "{\"type\": \"root_doc\", \"expression\": ".repeat(300) + "1" + "}".repeat(300);
        assertThatThrownBy(() -> Specs.plain().expression(json(deep)))
                .isInstanceOf(BadSpec.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void aFilterWithACommentIsReadAndAnEmptyOneAcceptsEverything() {
        assertThat(Specs.plain().filter(json("{}")).accepts(ITEM, situation())).isTrue();
        assertThat(Specs.plain()
                        .filter(json("{\"type\": \"property_match\", \"property_name\": \"n\", \"property_value\": 7,"
                                + " \"comment\": \"why\"}"))
                        .accepts(ITEM, situation()))
                .isTrue();
    }
}

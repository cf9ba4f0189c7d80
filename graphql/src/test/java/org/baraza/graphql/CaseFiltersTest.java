// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FormXml;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters of cases find the cases that they describe, in this project and no other, and are not without bounds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseFiltersTest {
    private final Server server = new Server();
    private WebUser admin;

    @BeforeAll
    void families() {
        admin = server.world.webUser("admin@example.org");
        WebUser stranger = server.world.webUser("stranger@example.org");
        for (ProjectAccess project :
                List.of(server.world.project("demo", admin), server.world.project("other", stranger))) {
            server.work.submit(
                    project,
                    FormXml.visit("f-1", "u-1")
                            .creates("h1", "household", "Wafula", "u-1")
                            .updates("h1", "village", "Kisima")
                            .creates("h2", "household", "Njeri", "u-2")
                            .updates("h2", "village", "Shimoni")
                            .creates("asha", "person", "Asha Otieno", "u-1")
                            .updates("asha", "external_id", "E-1")
                            .updates("asha", "dob", "1990-05-01")
                            .updates("asha", "n", "10")
                            .links("asha", "parent", "household", "h1")
                            .creates("juma", "person", "Juma", "u-2")
                            .updates("juma", "dob", "2001-12-31")
                            .updates("juma", "n", "9.5")
                            .updates("juma", "note", "")
                            .updates("juma", "status", "active")
                            .links("juma", "parent", "household", "h2")
                            .creates("baby", "person", "Zawadi", "u-3")
                            .updates("baby", "n", "x")
                            .links("baby", "parent", "person", "asha")
                            .links("baby", "host", "household", "h1")
                            .creates("gone", "person", "Gone", "u-2")
                            .links("gone", "parent", "household", "h2"));
            server.work.submit(project, FormXml.visit("f-2", "u-2").closes("gone"));
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                             | asha baby gone h1 h2 juma
            type: "household"                                              | h1 h2
            type: ["household", "person"], closed: true                    | gone
            type: []                                                       |
            ownerId: ["u-1", "u-3"]                                        | asha baby h1
            closed: false, type: "person"                                  | asha baby juma
            property: {name: "village", eq: "Kisima"}                      | h1
            property: {name: "village", ne: "Kisima"}                      | asha baby gone h2 juma
            property: {name: "village", in: ["Kisima", "Shimoni", "?"]}    | h1 h2
            property: {name: "village", startsWith: "Shi"}                 | h2
            property: {name: "village", blank: true}                       | asha baby gone juma
            property: {name: "village", blank: false}                      | h1 h2
            property: {name: "note", blank: true}, type: "person"          | asha baby gone juma
            property: {name: "n", gt: "9.5"}                               | asha
            property: {name: "n", gte: "9.5"}                              | asha juma
            property: {name: "n", gte: "9", lt: "10"}                      | juma
            property: {name: "n", lte: "9.5"}                              | juma
            property: {name: "dob", lt: "2000-01-01"}                      | asha
            property: {name: "dob", gte: "1990-05-01", lte: "2001-12-31"}  | asha juma
            property: {name: "name", startsWith: "Asha"}                   | asha
            property: {name: "external_id", eq: "E-1"}                     | asha
            property: {name: "name", in: ["Juma", "Zawadi"]}               | baby juma
            property: {name: "status", eq: "active"}                       | juma
            property: {name: "status", ne: "active"}                       | asha baby gone h1 h2
            openedOn: {from: "2026-03-01T00:00:00Z"}                       | asha baby gone h1 h2 juma
            openedOn: {from: "2026-03-01T00:00:00Z", before: "2026-03-01T00:00:01Z"} |
            closedOn: {from: "2000-01-01T00:00:00Z"}                       | gone
            closedOn: {before: "2000-01-01T00:00:00Z"}                     |
            modifiedOn: {before: "2000-01-01T00:00:00Z"}                   |
            serverModifiedOn: {from: "2000-01-01T00:00:00Z"}, closed: true | gone
            index: {caseId: "h2"}                                          | gone juma
            index: {identifier: "host", caseId: "h1"}                      | baby
            index: {where: {property: {name: "village", eq: "Kisima"}}}    | asha
            index: {where: {index: {caseId: "h1"}}}                        | baby
            indexedBy: {caseId: "baby"}                                    | asha
            indexedBy: {identifier: "host"}                                | h1
            indexedBy: {where: {closed: true}}                             | h2
            not: {type: "person"}                                          | h1 h2
            not: {property: {name: "n", gt: "0"}}                          | baby gone h1 h2
            any: [{type: "household"}, {closed: true}]                     | gone h1 h2
            any: []                                                        |
            all: []                                                        | asha baby gone h1 h2 juma
            all: [{type: "person"}, {not: {closed: true}}, {any: [{ownerId: "u-1"}, {ownerId: "u-3"}]}] | asha baby
            """)
    void aFilterFindsTheCasesThatItDescribes(String where, String found) {
        String condition = where.equals("{}") ? "{}" : "{" + where + "}";
        List<String> wanted = found == null ? List.of() : Arrays.asList(found.split(" ", -1));
        var answer = server.ask(
                admin,
                "{ project(name: \"demo\") { cases(orderBy: NAME_ASC, filter: {where: " + condition
                        + "}) { totalCount nodes { caseId } } } }");
        answer.path("project.cases.nodes[*].caseId")
                .entityList(String.class)
                .satisfies(ids -> assertThat(ids).containsExactlyInAnyOrderElementsOf(wanted));
        answer.path("project.cases.totalCount").entity(Integer.class).isEqualTo(wanted.size());
    }

    @Test
    void aConditionStandsBesideTheOtherFilters() {
        server.ask(
                        admin,
                        "{ project(name: \"demo\") { cases(filter: {type: \"person\", text: \"asha\","
                                + " where: {property: {name: \"n\", gt: \"1\"}}}) { nodes { caseId } } } }")
                .path("project.cases.nodes[*].caseId")
                .entityList(String.class)
                .containsExactly("asha");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            property: {name: "n", gt: "many"}           | LIMIT_INVALID
            property: {name: " ", eq: "x"}              | PROPERTY_MISSING
            property: {name: "n"}                       | COMPARISON_MISSING
            """)
    void whatMeansNothingIsRefusedWithACode(String where, String reason) {
        assertThat(reason(where)).isEqualTo(reason);
    }

    @Test
    void whatIsTooMuchToAskIsRefusedWithACode() {
        assertThat(reason("any: [" + many(101, n -> "{closed: true}") + "]")).isEqualTo("TOO_MANY_CONDITIONS");
        assertThat(reason("not: {".repeat(8) + "closed: true" + "}".repeat(8))).isEqualTo("TOO_DEEP");
        assertThat(reason("any: [" + many(6, n -> "{index: {caseId: \"h1\"}}") + "]"))
                .isEqualTo("TOO_MANY_RELATIONS");
        assertThat(reason("property: {name: \"n\", in: [" + many(101, n -> "\"" + n + "\"") + "]}"))
                .isEqualTo("TOO_MANY_VALUES");
        assertThat(reason("any: [" + many(90, n -> "{property: {name: \"n\", gt: \"" + n + "\"}}") + "]"))
                .isEmpty();
    }

    private static String many(int count, IntFunction<String> each) {
        return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining(", "));
    }

    /** Why the filter is refused; empty when it is not. */
    private String reason(String where) {
        List<String> reasons = new ArrayList<>();
        server.ask(admin, "{ project(name: \"demo\") { cases(filter: {where: {" + where + "}}) { totalCount } } }")
                .errors()
                .satisfy(errors -> errors.forEach(error -> reasons.add(error.getExtensions()
                                .get("code") + " " + error.getExtensions().get("reason"))));
        return reasons.isEmpty() ? "" : reasons.getFirst().replaceFirst("^BAD_REQUEST ", "");
    }

    @Test
    void eachConditionCostsPointsWhereverItIsWritten() {
        String plain = "{ project(name: \"demo\") { cases(first: 10) { nodes { caseId } } } }";
        String written =
                plain.replace("first: 10", "first: 10, filter: {where: {any: [{closed: true}, {type: \"person\"}]}}");
        String given = "query($f: CaseFilter) " + plain.replace("first: 10", "first: 10, filter: $f");
        Map<String, Object> condition =
                Map.of("where", Map.of("any", List.of(Map.of("closed", true), Map.of("type", List.of("person")))));
        long cost = cost(plain, Map.of());
        assertThat(cost(written, Map.of())).isEqualTo(cost + 15);
        assertThat(cost(given, Map.of("f", condition))).isEqualTo(cost + 15);
    }

    private long cost(String document, Map<String, @Nullable Object> variables) {
        OperationDefinition operation = new Parser()
                .parseDocument(document)
                .getFirstDefinitionOfType(OperationDefinition.class)
                .orElseThrow();
        Weighing weighing = new Weighing(server.source().schema(), Map.of(), variables);
        assertThat(weighing.refusal(operation)).isEmpty();
        return weighing.points();
    }
}

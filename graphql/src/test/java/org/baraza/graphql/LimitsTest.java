// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baraza.identity.Actor.WebUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Hostile documents are refused before any SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
    private final Server server = new Server();
    private WebUser admin;

    @BeforeAll
    void aProject() {
        admin = server.world.webUser("admin@example.org");
        server.world.project("demo", admin);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void deepNestingIsRefused() {
        refused("{ project(name: \"demo\") { cases(first: 1) { nodes " + "{ indices { case ".repeat(8) + "{ id }"
                + " } }".repeat(8) + " } } }");
        refused("{ a ".repeat(1_000) + "}".repeat(1_000));
    }

    @Test
    void manyAliasesAreRefused() {
        refused("{" + many(31, n -> "a" + n + ": project(name: \"demo\") { id } ") + "}");
        refused("{ project(name: \"demo\") { ...f ...g } } fragment f on Project {"
                + many(20, n -> "a" + n + ": name ") + "} fragment g on Project {"
                + many(20, n -> "b" + n + ": name ") + "}");
    }

    @Test
    void manyTokensAreRefused() {
        refused("{ project(name: \"demo\") {" + "name ".repeat(5_000) + "} }");
        refused("{ project(name: \"demo\") { name" + " @include(if: true)".repeat(5_000) + "} }");
        refused("{ project(name: \"" + "x".repeat(300_000) + "\") { name } }");
    }

    @Test
    void manyNodesAreRefused() {
        refused("{ project(name: \"demo\") { cases(first: 100) { nodes { history(first: 100) { nodes { form "
                + "{ id } } } forms(first: 100) { nodes { id } } referencedBy(first: 100) { nodes { case { history"
                + "(first: 100) { nodes { ordinal } } } } } } } } }");
        refused("{ project(name: \"demo\") { cases(first: 2147483647) { nodes { id } } } }");
    }

    @Test
    void muchWorkIsRefused() {
        refused("{ project(name: \"demo\") { cases(first: 100) { nodes { history(first: 100) { nodes { form { json } "
                + "} } } } } }");
    }

    @Test
    void fragmentsThatMultiplyAreRefused() {
        String doubling = IntStream.range(0, 40)
                .mapToObj(n -> "fragment f%d on Project { ...f%d ...f%d }".formatted(n, n + 1, n + 1))
                .collect(Collectors.joining(" "));
        refused("{ project(name: \"demo\") { ...f0 } } " + doubling + " fragment f40 on Project { name }");
        refused("{ project(name: \"demo\") { ...f } } fragment f on Project { ...f }");
    }

    @Test
    void introspectionWorksButDoesNotMultiply() {
        server.ask(
                        admin,
                        "{ __schema { types { name fields { name type { name ofType { name ofType { name } } } } } } }")
                .path("__schema.types")
                .hasValue();
        refused("{ __type(name: \"Case\") " + "{ fields { type ".repeat(12) + "{ name }" + " } }".repeat(12) + " }");
    }

    /** No column can hold a NUL, so nothing can be found by it. */
    @Test
    void aTextThatCannotBeKeptIsAMistakeOfWhoeverAsks() {
        for (String field : List.of(
                "case(caseId: \"a\\u0000\") { id }",
                "cases(filter: {type: \"\\u0000\"}) { totalCount }",
                "forms(filter: {xmlns: \"\\u0000\"}) { totalCount }")) {
            assertThat(server.codes(admin, "{ project(name: \"demo\") { " + field + " } }"))
                    .containsOnly("BAD_REQUEST");
        }
    }

    private void refused(String document) {
        server.counted.forget();
        List<String> codes = server.codes(admin, document);
        assertThat(codes).isNotEmpty().allMatch("BAD_REQUEST"::equals);
        assertThat(server.counted.statements()).isEmpty();
    }

    private static String many(int count, java.util.function.IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }
}

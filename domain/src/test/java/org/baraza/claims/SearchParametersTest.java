// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.claims.Criterion.HasValue;
import org.baraza.claims.Criterion.InRange;
import org.baraza.claims.Criterion.LinksTo;
import org.baraza.claims.Criterion.NotOwnedBy;
import org.baraza.claims.Criterion.OwnedBy;
import org.baraza.claims.SortKey.Kind;
import org.baraza.problem.Refused;
import org.junit.jupiter.api.Test;

class SearchParametersTest {

    @Test
    void aValueMustBeOneOfThoseGivenOrMissingWhenAnEmptyOneIsAmongThem() {
        assertThat(read("name", "Asha", "Juma").criteria())
                .containsExactly(new HasValue(path("name"), List.of("Asha", "Juma"), false));
        assertThat(read("village", "", "Kisima").criteria())
                .containsExactly(new HasValue(path("village"), List.of("Kisima"), true));
        assertThat(read("village", "").criteria()).containsExactly(new HasValue(path("village"), List.of(), true));
    }

    @Test
    void rangesIncludeTheirEnds() {
        var range = new InRange(path("dob"), LocalDate.parse("2020-01-31"), LocalDate.parse("2020-12-31"), false);
        assertThat(read("dob", "__range__2020-01-31__2020-12-31").criteria()).containsExactly(range);
        assertThat(read("dob", "", "__range__2020-01-31__2020-12-31").criteria())
                .containsExactly(new InRange(range.path(), range.from(), range.to(), true));
        for (String wrong : List.of(
                "__range__2020-01-31",
                "__range__2020-01-31__2020-02-30",
                "__range__a__b",
                "__range__2020-01-01__2020-01-02__2020-01-03",
                "__range__")) {
            assertThatThrownBy(() -> read("dob", wrong)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.problem().code()).isEqualTo("BAD_RANGE");
                assertThat(refused.problem().message()).contains(wrong);
            });
        }
        assertThatThrownBy(() -> read("dob", "2020-01-01", "__range__2020-01-31__2020-12-31"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void pathsLeadToAncestors() {
        assertThat(read("parent/host/name", "Asha").criteria())
                .containsExactly(
                        new HasValue(new PropertyPath(List.of("parent", "host"), "name"), List.of("Asha"), false));
        for (String wrong : List.of("/name", "parent/", "a/b/c/d/e/f/g", "")) {
            assertThatThrownBy(() -> read(wrong, "x")).isInstanceOf(Refused.class);
        }
    }

    @Test
    void ownersAndLinksAreNoProperties() {
        assertThat(read("owner_id", "u-1").criteria()).containsExactly(new OwnedBy(List.of("u-1")));
        assertThat(read("commcare_blacklisted_owner_ids", "u-1  u-2").criteria())
                .containsExactly(new NotOwnedBy(List.of("u-1", "u-2")));
        assertThat(read("indices.parent", "c-1").criteria()).containsExactly(new LinksTo("parent", List.of("c-1")));
        assertThat(read("commcare_blacklisted_owner_ids", " ").criteria()).isEmpty();
        assertThat(read("owner_id", "").criteria()).isEmpty();
    }

    @Test
    void whatIsOnlyForMetricsOrOfOldClientsIsIgnored() {
        for (String name : List.of("include_closed", "x_commcare_tag_module_name", "commcare_custom_value_1")) {
            assertThat(read(name, "x").criteria()).isEmpty();
        }
    }

    @Test
    void sortKeysHaveADirectionAndAKind() {
        assertThat(read("commcare_sort", "name,-dob:date", "+n:integer").sort())
                .containsExactly(
                        new SortKey("name", false, Kind.TEXT),
                        new SortKey("dob", true, Kind.DATE),
                        new SortKey("n", false, Kind.NUMBER));
        assertThat(read("commcare_sort", "x:unheard,,").sort()).containsExactly(new SortKey("x", false, Kind.TEXT));
    }

    @Test
    void aSearchWithoutATypeIsRefusedInTheWordsThatClientsKnow() {
        for (List<String> types : List.of(List.<String>of(), List.of(""))) {
            assertThatThrownBy(() -> SearchParameters.read(Map.of("case_type", types), Clock.systemUTC()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem().message())
                                    .isEqualTo("Search request must specify case_types"));
        }
    }

    @Test
    void queriesAreReadAndBadOnesRefusedWithASentence() {
        assertThat(read("_xpath_query", "name = 'Asha'", "starts-with(name, 'A')")
                        .criteria())
                .hasSize(2);
        assertThat(read("_xpath_query", "").criteria()).isEmpty();
        assertThatThrownBy(() -> read("_xpath_query", "name = "))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().message())
                                .isEqualTo("The query cannot be understood: Expected a value, a path or a function, but"
                                        + " found the end."));
    }

    @Test
    void whatThisServerCannotSearchByIsRefusedRatherThanPassedOver() {
        for (String name : List.of("x_commcare_data_registry", "commcare_registry")) {
            assertThatThrownBy(() -> read(name, "name = 'Asha'"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("NOT_SUPPORTED"));
            assertThat(read(name, "").criteria()).isEmpty();
        }
    }

    private static PropertyPath path(String property) {
        return new PropertyPath(List.of(), property);
    }

    private static SearchRequest read(String name, String... values) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("case_type", List.of("person", "household"));
        parameters.put(name, List.of(values));
        SearchRequest request = SearchParameters.read(parameters, Clock.systemUTC());
        assertThat(request.caseTypes()).containsExactly("person", "household");
        return request;
    }
}

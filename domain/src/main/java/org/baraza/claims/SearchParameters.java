// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.baraza.cases.BadCaseQuery;
import org.baraza.cases.CaseFormula;
import org.baraza.cases.CaseFormulaReader;
import org.baraza.claims.Criterion.Fulfils;
import org.baraza.claims.Criterion.HasValue;
import org.baraza.claims.Criterion.InRange;
import org.baraza.claims.Criterion.LinksTo;
import org.baraza.claims.Criterion.NotOwnedBy;
import org.baraza.claims.Criterion.OwnedBy;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Reads the parameters of a search: pure. Texts of refusals are for the person who searches. */
public final class SearchParameters {
    private static final String RANGE = "__range__";
    private static final String INDEX = "indices.";
    private static final String CUSTOM_VALUE = "commcare_custom_value";
    private static final int MOST_CRITERIA = 100;
    private static final int MOST_LINKS = 5;
    private static final Set<String> IGNORED =
            Set.of("include_closed", "x_commcare_tag_module_name", "commcare_case_search_debug");

    private final Map<String, List<String>> parameters;
    private final List<Criterion> criteria = new ArrayList<>();

    private final Clock clock;

    private SearchParameters(Map<String, List<String>> parameters, Clock clock) {
        this.parameters = parameters;
        this.clock = clock;
    }

    /**
     * Reads a request.
     *
     * @param clock what today is, for queries that say so
     * @throws Refused when it cannot be understood
     */
    public static SearchRequest read(Map<String, List<String>> parameters, Clock clock) {
        return new SearchParameters(parameters, clock).request();
    }

    private SearchRequest request() {
        List<String> types = filled("case_type");
        if (types.isEmpty()) {
            throw refused("case_type", "MISSING", "Search request must specify case_types");
        }
        if (!filled("x_commcare_data_registry").isEmpty()
                || !filled("commcare_registry").isEmpty()) {
            throw refused("x_commcare_data_registry", "NOT_SUPPORTED", "There are no data registries on this server.");
        }
        parameters.forEach(this::add);
        if (criteria.size() > MOST_CRITERIA) {
            throw refused("search", "TOO_MANY", "A search has at most " + MOST_CRITERIA + " conditions.");
        }
        return new SearchRequest(
                types,
                List.copyOf(criteria),
                filled("commcare_sort").stream()
                        .flatMap(keys -> Stream.of(keys.split(",", -1)))
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .map(SortKey::of)
                        .filter(key -> !key.property().isEmpty())
                        .toList(),
                filled("x_commcare_custom_related_case_property").stream()
                        .findFirst()
                        .orElse(null),
                filled("x_commcare_include_all_related_cases").contains("true"));
    }

    private void add(String name, List<String> values) {
        switch (name) {
            case "case_type",
                    "commcare_sort",
                    "x_commcare_data_registry",
                    "commcare_registry",
                    "x_commcare_custom_related_case_property",
                    "x_commcare_include_all_related_cases" -> {}
            case "_xpath_query" -> filled(name).forEach(query -> criteria.add(new Fulfils(formula(query))));
            case "owner_id" -> ifAny(filled(name), owners -> criteria.add(new OwnedBy(owners)));
            case "commcare_blacklisted_owner_ids" ->
                ifAny(words(values), owners -> criteria.add(new NotOwnedBy(owners)));
            default -> addProperty(name, values);
        }
    }

    private CaseFormula formula(String query) {
        try {
            return CaseFormulaReader.read(query, clock);
        } catch (BadCaseQuery bad) {
            throw refused("_xpath_query", "BAD_QUERY", "The query cannot be understood: " + bad.getMessage());
        }
    }

    private void addProperty(String name, List<String> values) {
        if (IGNORED.contains(name) || name.startsWith(CUSTOM_VALUE)) {
            return;
        }
        if (name.startsWith(INDEX)) {
            String identifier = name.substring(INDEX.length());
            ifAny(filled(name), targets -> criteria.add(new LinksTo(identifier, targets)));
            return;
        }
        PropertyPath path = PropertyPath.of(name);
        if (!path.isWhole() || path.links().size() > MOST_LINKS) {
            throw refused(name, "BAD_NAME", "\"" + name + "\" is not the name of a property.");
        }
        List<String> given = values.stream().filter(value -> !value.isEmpty()).toList();
        boolean orMissing = given.size() < values.size();
        List<String> ranges =
                given.stream().filter(value -> value.startsWith(RANGE)).toList();
        if (ranges.isEmpty()) {
            criteria.add(new HasValue(path, given, orMissing));
        } else if (ranges.size() == given.size()) {
            ranges.forEach(range -> criteria.add(range(path, range, orMissing)));
        } else {
            throw refused(name, "BAD_RANGE", "\"" + name + "\" is searched by values or by a range, not by both.");
        }
    }

    private static InRange range(PropertyPath path, String text, boolean orMissing) {
        String[] ends = text.substring(RANGE.length()).split("__", -1);
        try {
            if (ends.length == 2) {
                return new InRange(path, LocalDate.parse(ends[0]), LocalDate.parse(ends[1]), orMissing);
            }
        } catch (DateTimeException noDate) {
            // Answered below, like every range that is not one.
        }
        throw refused(
                path.property(),
                "BAD_RANGE",
                "Invalid date range \"" + text + "\": a range is " + RANGE + "YYYY-MM-DD__YYYY-MM-DD.");
    }

    private List<String> filled(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static List<String> words(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void ifAny(List<String> values, Consumer<List<String>> use) {
        if (!values.isEmpty()) {
            use.accept(values);
        }
    }

    private static Refused refused(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}

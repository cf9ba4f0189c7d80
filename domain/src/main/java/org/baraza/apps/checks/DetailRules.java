// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.Column;
import org.baraza.apps.model.Detail;
import org.baraza.apps.model.FixtureSelect;
import org.baraza.apps.model.SearchConfig;
import org.baraza.apps.model.SearchProperty;
import org.baraza.apps.model.Sort;

/** What is to be said of case lists, pages of cases and searches. */
final class DetailRules {
    private static final Pattern PROPERTY = Pattern.compile("#owner_name|@?[a-zA-Z][\\w:-]*(/@?[a-zA-Z][\\w:-]*)*");
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z][\\w-]*(/[a-zA-Z][\\w-]*)*");
    /** What builders call that which cases have by themselves. */
    private static final Set<String> OTHERWISE_CALLED =
            Set.of("external-id", "date-opened", "status", "owner_id", "case_type", "type", "case_id", "closed");

    private static final Pattern CALCULATED = Pattern.compile("_cc_calculated_(\\d{1,4})");

    private final Problems problems;
    private final KnownNames known;
    private final ExpressionRules expressions;

    /** @param caseType of the cases that are listed */
    DetailRules(Problems problems, KnownNames known, String caseType) {
        this.problems = problems;
        this.known = known;
        this.expressions = new ExpressionRules(problems, known).about(caseType);
    }

    void check(AppModule module) {
        Place place = Place.of(module);
        detail(place, "case_details.short", module.menu().shortDetail());
        detail(place, "case_details.long", module.menu().longDetail());
        fixture(place.part("fixture_select"), module.menu().fixtureSelect());
        if (module.menu().search().active()) {
            search(place.part("search_config"), module.menu().search());
        }
    }

    private void detail(Place place, String name, Detail detail) {
        expressions.checkOfRow(
                detail.filter(), place.part(name + ".filter"), "invalid filter xpath", "The list's filter");
        for (int i = 0; i < detail.columns().size(); i++) {
            Place at = place.part(name + ".columns[" + i + "]");
            column(at, detail.columns().get(i));
            if (detail.tabs().stream().allMatch(tab -> tab.nodeset().isBlank())) {
                property(at, detail.columns().get(i));
            }
        }
        for (Sort sort : detail.sorts()) {
            sort(place.part(name + ".sort_elements"), sort, detail.columns());
        }
        for (Detail.Tab tab : detail.tabs()) {
            Place at = place.part(name + ".tabs");
            expressions.check(tab.relevant(), at, "invalid filter xpath", "The condition of a tab");
            expressions.check(tab.nodeset(), at, "invalid filter xpath", "The list in a tab");
            expressions.check(tab.nodesetFilter(), at, "invalid filter xpath", "The filter of a tab");
            if (tab.header().isBlank()) {
                problems.error("missing text", at, "A tab has no name");
            }
        }
        tile(place.part(name + ".case_tile_template"), detail);
        detail.variables().forEach((variable, expression) -> {
            new SessionNames(problems).name(variable, place.part(name), "A variable of the list");
            expressions.check(expression, place.part(name), "invalid filter xpath", "The variable " + variable);
        });
    }

    /** Of lists whose rows are cases: what a column shows of them. */
    private void property(Place place, Column column) {
        if (column.expression()) {
            expressions.checkOfRow(column.field(), place, "invalid filter xpath", "The column's expression");
        } else if (PLAIN.matcher(column.field()).matches() && !OTHERWISE_CALLED.contains(column.field())) {
            expressions.property(column.field(), place, "The column");
        }
    }

    private void tile(Place place, Detail detail) {
        if (detail.tile().equals("custom") && !detail.isTile()) {
            problems.error("invalid tile configuration", place, "The tile has a layout of its own, which is empty");
        } else if (!detail.tile().isBlank() && !detail.isTile()) {
            problems.warning(
                    "invalid tile configuration",
                    place,
                    "Cases are shown in rows: the layout " + detail.tile() + " is not known here");
        }
    }

    private void column(Place place, Column column) {
        if (column.expression()) {
            expressions.check(column.field(), place, "invalid filter xpath", "The column's expression");
            if (column.field().isBlank()) {
                problems.error("invalid column", place, "The column has no expression");
            }
        } else if (!PROPERTY.matcher(column.field()).matches()) {
            problems.error(
                    "invalid column", place, "The column shows \"" + column.field() + "\", which is no property");
        }
        expressions.check(column.legacyFilter(), place, "invalid filter xpath", "The column's filter");
        boolean conditional =
                Set.of("conditional-enum", "enum-image", "clickable-icon").contains(column.format());
        for (Column.Mapping mapping : column.mapping()) {
            if (conditional && mapping.key().matches(".*[{}()\\[\\]=<>.\"'/].*")) {
                expressions.check(mapping.key(), place, "invalid filter xpath", "A condition of the column's mapping");
            }
            if (mapping.value().isBlank()) {
                problems.warning(
                        "missing text",
                        place,
                        "The mapping of \"" + mapping.key() + "\" shows nothing in any language");
            }
        }
    }

    private void sort(Place place, Sort sort, List<Column> columns) {
        expressions.check(sort.calculation(), place, "invalid sort field", "The expression that the list is sorted by");
        var calculated = CALCULATED.matcher(sort.field());
        boolean known = calculated.matches()
                ? Integer.parseInt(calculated.group(1)) < columns.size()
                : PROPERTY.matcher(sort.field()).matches()
                        || columns.stream().anyMatch(column -> column.field().equals(sort.field()));
        if (!known && sort.calculation().isBlank()) {
            problems.error(
                    "invalid sort field",
                    place,
                    "The list is sorted by \"" + sort.field() + "\", which is neither a property nor a column");
        }
    }

    private void fixture(Place place, FixtureSelect select) {
        if (!select.active()) {
            return;
        }
        if (select.table().isBlank()
                || select.variableColumn().isBlank()
                || select.displayColumn().isBlank()) {
            problems.error(
                    "fixture select incomplete",
                    place,
                    "Choosing a row first needs a table, the column to show and the column to use");
        } else if (known.lacksTable(select.table())) {
            problems.warning("unknown table", place, "There is no lookup table " + select.table() + " yet");
        } else {
            expressions.column(select.table(), select.displayColumn(), place, "Choosing a row");
            expressions.column(select.table(), select.variableColumn(), place, "Choosing a row");
        }
        expressions.check(
                select.filter().replace("$fixture_value", "'x'"),
                place,
                "invalid filter xpath",
                "The filter by the chosen row");
    }

    private void search(Place place, SearchConfig search) {
        expressions.check(search.filter(), place, "invalid filter xpath", "The filter of the search's results");
        expressions.check(
                search.buttonCondition(), place, "invalid filter xpath", "The condition of the search button");
        expressions.check(search.additionalRelevant(), place, "invalid filter xpath", "The condition of claiming");
        expressions.check(search.blacklistedOwners(), place, "invalid filter xpath", "The owners that are left out");
        search.defaults()
                .forEach(fixed -> expressions.check(
                        fixed.value(), place, "invalid filter xpath", "The fixed filter " + fixed.property()));
        for (SearchProperty property : search.properties()) {
            String named = "The search field " + property.name();
            if (property.label().isBlank() && !property.hidden()) {
                problems.warning("missing text", place, named + " has no name");
            }
            expressions.check(property.defaultValue(), place, "invalid filter xpath", named + "'s default value");
            property.required()
                    .ifPresent(required ->
                            expressions.check(required.test(), place, "invalid filter xpath", named + "'s condition"));
            property.validations()
                    .forEach(validation -> expressions.check(
                            validation.test(), place, "invalid filter xpath", named + "'s validation"));
            property.choices()
                    .ifPresent(choices -> expressions.check(
                            choices.nodeset(), place, "invalid filter xpath", named + "'s list of choices"));
        }
    }
}

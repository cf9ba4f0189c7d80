// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.baraza.apps.model.Column;
import org.baraza.apps.model.Detail;
import org.baraza.apps.model.FixtureSelect;
import org.baraza.apps.model.MenuSettings;

/** The cases, and rows of tables, that a user chooses on the way to a menu's case (generated build, section 7). */
final class Selections {
    private static final Hashtags NO_CASE = new Hashtags(Optional.empty(), Optional.empty(), false);

    private final Menus menus;

    Selections(Menus menus) {
        this.menus = menus;
    }

    /** Grandparent, parent, own case, each after the row that its list depends on. */
    List<Datum> of(int module) {
        List<Integer> chain = chain(module);
        List<Datum> datums = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            int at = chain.get(i);
            int generationsUp = chain.size() - 1 - i;
            fixture(at).ifPresent(datums::add);
            Optional<String> parentId =
                    i == 0 || !menus.module(at).menu().parentSelect().asParent()
                            ? Optional.empty()
                            : Optional.of(id(chain.get(i - 1), generationsUp + 1));
            datums.add(selection(at, generationsUp, parentId));
        }
        return datums;
    }

    /** The menus whose lists are used, the last one the menu's own. */
    private List<Integer> chain(int module) {
        List<Integer> chain = new ArrayList<>(List.of(module));
        OptionalInt next = parentList(module);
        while (next.isPresent() && !chain.contains(next.getAsInt())) {
            chain.addFirst(next.getAsInt());
            next = parentList(next.getAsInt());
        }
        return chain;
    }

    private OptionalInt parentList(int module) {
        MenuSettings menu = menus.module(module).menu();
        return menu.parentSelect().active()
                ? menu.parentSelect().moduleId().map(menus::position).orElse(OptionalInt.empty())
                : OptionalInt.empty();
    }

    private String id(int module, int generationsUp) {
        boolean several = menus.module(module).menu().shortDetail().multiSelect();
        return "parent_".repeat(generationsUp) + (several ? "selected_cases" : generationsUp == 0 ? "case_id" : "id");
    }

    private Datum selection(int module, int generationsUp, Optional<String> parentId) {
        MenuSettings menu = menus.module(module).menu();
        Detail list = menu.shortDetail();
        String index = parentId.map(id -> "[index/parent=" + SessionPaths.variable(id) + "]")
                .orElse("");
        return new Datum(
                id(module, generationsUp),
                list.multiSelect() ? Datum.Kind.SELECT_SEVERAL : Datum.Kind.SELECT,
                Optional.of(menus.caseType(module)),
                nodeset(module, menus.caseType(module)) + index + fixtureFilter(module),
                "./@case_id",
                Optional.of(Ids.detail(module, "case_short")),
                generationsUp == 0 ? confirm(module) : Optional.empty(),
                persistent(module),
                menu.autoSelect() || (list.multiSelect() && list.autoSelect()),
                list.maxSelect());
    }

    /** The open cases of a type that a menu's list shows. */
    String nodeset(int module, String caseType) {
        Detail list = menus.module(module).menu().shortDetail();
        StringBuilder nodeset = new StringBuilder("instance('casedb')/casedb/case[@case_type='")
                .append(caseType)
                .append("'][@status='open']");
        if (!list.filter().isBlank()) {
            nodeset.append('[').append(NO_CASE.expand(list.filter())).append(']');
        }
        for (Column column : list.columns()) {
            if (column.format().equals("filter") && !column.legacyFilter().isBlank()) {
                nodeset.append('[')
                        .append(Dots.replace(column.legacyFilter(), Properties.expression(column.field())))
                        .append(']');
            }
        }
        return nodeset.toString();
    }

    Optional<String> confirm(int module) {
        return menus.module(module).menu().longDetail().columns().isEmpty()
                ? Optional.empty()
                : Optional.of(Ids.detail(module, "case_long"));
    }

    Optional<String> persistent(int module) {
        return menus.module(module).menu().shortDetail().persistCaseContext()
                ? Optional.of(Ids.detail(module, "persistent_case_context"))
                : Optional.empty();
    }

    /** The row of a table that is chosen before a menu's list. */
    private Optional<Datum> fixture(int module) {
        FixtureSelect select = menus.module(module).menu().fixtureSelect();
        if (!select.active() || select.table().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Datum(
                fixtureVariable(module),
                Datum.Kind.SELECT,
                Optional.empty(),
                "instance('item-list:" + select.table() + "')/" + select.table() + "_list/" + select.table(),
                select.variableColumn(),
                Optional.of(Ids.detail(module, "fixture_select")),
                Optional.empty(),
                Optional.empty(),
                false,
                0));
    }

    static String fixtureVariable(int module) {
        return "fixture_value_m" + module;
    }

    private String fixtureFilter(int module) {
        FixtureSelect select = menus.module(module).menu().fixtureSelect();
        return select.active() && !select.filter().isBlank() ? "[" + withFixture(select.filter(), module) + "]" : "";
    }

    /** An expression with the chosen row's value for its variable. */
    static String withFixture(String expression, int module) {
        return expression.replace("$fixture_value", SessionPaths.variable(fixtureVariable(module)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.baraza.apps.model.Column;
import org.baraza.apps.model.Detail;
import org.baraza.apps.model.FixtureSelect;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.SearchConfig;

/** The cases, and rows of tables, that a user chooses on the way to a menu's case (generated build, section 7). */
final class Selections {
    private final Menus menus;
    private final String phoneAddress;
    private final String appId;

    /** @param phoneAddress below which phones ask for the cases of the project */
    Selections(Menus menus, String phoneAddress, String appId) {
        this.menus = menus;
        this.phoneAddress = phoneAddress;
        this.appId = appId;
    }

    /**
     * Grandparent, parent, own case, each after the row that its list depends on. A shadow has the selections of its source,
     * shown in its own lists.
     */
    List<Datum> of(int module) {
        List<Integer> chain = chain(menus.source(module));
        List<Datum> datums = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            Choice choice = new Choice(chain.get(i), shownBy(module, chain.get(i)), chain.size() - 1 - i);
            fixture(choice).ifPresent(datums::add);
            Optional<Choice> parent =
                    i == 0 || !menus.module(choice.at).menu().parentSelect().asParent()
                            ? Optional.empty()
                            : Optional.of(new Choice(chain.get(i - 1), chain.get(i - 1), choice.generationsUp + 1));
            datums.add(selection(choice, parent));
        }
        return datums;
    }

    /**
     * A case to choose.
     *
     * @param at the menu whose cases they are
     * @param shown the menu whose list they are shown in
     */
    private record Choice(int at, int shown, int generationsUp) {}

    private int shownBy(int module, int at) {
        int source = menus.source(module);
        if (source == module) {
            return at;
        }
        if (at == source) {
            return module;
        }
        OptionalInt ofSource = parentList(source);
        OptionalInt own = parentList(module);
        return own.isPresent() && ofSource.isPresent() && ofSource.getAsInt() == at ? own.getAsInt() : at;
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

    private String id(Choice choice) {
        boolean several = isSeveral(choice.at);
        return "parent_".repeat(choice.generationsUp)
                + (several ? "selected_cases" : choice.generationsUp == 0 ? "case_id" : "id");
    }

    boolean isSeveral(int module) {
        return menus.module(module).menu().shortDetail().multiSelect();
    }

    private Datum selection(Choice choice, Optional<Choice> parent) {
        MenuSettings menu = menus.module(choice.at).menu();
        Detail list = menu.shortDetail();
        String index = parent.map(this::childrenOf).orElse("");
        Optional<String> inline = inline(choice.shown);
        return new Datum(
                id(choice),
                list.multiSelect() ? Datum.Kind.SELECT_SEVERAL : Datum.Kind.SELECT,
                Optional.of(menus.caseType(choice.at)),
                search(choice)
                                .map(search -> found(choice, search.instance()))
                                .orElseGet(() -> nodeset(choice.shown, menus.caseTypes(choice.at)))
                        + index
                        + fixtureFilter(choice.at),
                "./@case_id",
                Optional.of(Ids.detail(choice.shown, "case_short")),
                choice.generationsUp == 0 && inline.isEmpty() ? confirm(choice.shown) : Optional.empty(),
                persistent(choice.shown),
                inline,
                menu.autoSelect() || (list.multiSelect() && list.autoSelect()),
                list.maxSelect(),
                search(choice));
    }

    private Optional<Datum.InlineSearch> search(Choice choice) {
        if (!menus.searchesInline(choice.shown)) {
            return Optional.empty();
        }
        String name = menus.module(choice.shown).menu().search().instanceName();
        return Optional.of(new Datum.InlineSearch(
                choice.shown,
                "results:" + (name.isBlank() ? "inline" : name),
                phoneAddress + "case_fixture/" + appId + "/",
                menus.caseTypes(choice.at)));
    }

    /** What the search of a list found, without the cases that came along with it. */
    private String found(Choice choice, String instance) {
        SearchConfig search = menus.module(choice.shown).menu().search();
        String filter = search.filter().isBlank() ? "" : "[" + Hashtags.WITHOUT_CASE.expand(search.filter()) + "]";
        return "instance('" + instance + "')/results/case" + ofTypes(menus.caseTypes(choice.at)) + "[@status='open']"
                + filter(choice.shown) + filter + "[not(commcare_is_related_case=true())]";
    }

    /** Of several parents any will do. */
    private String childrenOf(Choice parent) {
        String id = id(parent);
        return isSeveral(parent.at)
                ? "[selected(join(' ', instance('" + id + "')/results/value), index/parent)]"
                : "[index/parent=" + SessionPaths.variable(id) + "]";
    }

    /** The open cases of a type that a menu's list shows. */
    String nodeset(int module, String caseType) {
        return nodeset(module, List.of(caseType));
    }

    private String nodeset(int module, List<String> caseTypes) {
        return "instance('casedb')/casedb/case" + ofTypes(caseTypes) + "[@status='open']" + filter(module);
    }

    /** The predicate that leaves cases of the types. */
    static String ofTypes(List<String> caseTypes) {
        return caseTypes.stream()
                .map(type -> "@case_type='" + type + "'")
                .collect(Collectors.joining(" or ", "[", "]"));
    }

    private String filter(int module) {
        Detail list = menus.module(module).menu().shortDetail();
        StringBuilder filter = new StringBuilder();
        if (!list.filter().isBlank()) {
            filter.append('[')
                    .append(Hashtags.WITHOUT_CASE.expand(list.filter()))
                    .append(']');
        }
        for (Column column : list.columns()) {
            if (column.format().equals("filter") && !column.legacyFilter().isBlank()) {
                filter.append('[')
                        .append(Hashtags.WITHOUT_CASE.expand(
                                Dots.replace(column.legacyFilter(), Properties.expression(column.field()))))
                        .append(']');
            }
        }
        return filter.toString();
    }

    Optional<String> confirm(int module) {
        return menus.module(module).menu().longDetail().isShown()
                ? Optional.of(Ids.detail(module, "case_long"))
                : Optional.empty();
    }

    /** What stays on top while a form is filled: the tile of the case, or a line about it. */
    Optional<String> persistent(int module) {
        Detail list = menus.module(module).menu().shortDetail();
        Optional<String> tile = tileOf(module).map(at -> Ids.detail(at, "case_short"));
        return tile.isEmpty() && list.persistCaseContext()
                ? Optional.of(Ids.detail(module, "persistent_case_context"))
                : tile;
    }

    /** The page that is pulled down from the tile on top. */
    Optional<String> inline(int module) {
        return menus.module(module).menu().shortDetail().pullDownTile()
                ? tileOf(module).flatMap(this::confirm)
                : Optional.empty();
    }

    /** The menu whose tile stays on top, which may be another one. */
    private Optional<Integer> tileOf(int module) {
        Detail list = menus.module(module).menu().shortDetail();
        OptionalInt other = list.persistentTileFrom().map(menus::position).orElse(OptionalInt.empty());
        if (other.isPresent()
                && menus.module(other.getAsInt()).menu().shortDetail().isTile()) {
            return Optional.of(other.getAsInt());
        }
        return list.persistTile() && list.isTile() ? Optional.of(module) : Optional.empty();
    }

    /** The row of a table that is chosen before a menu's list. */
    private Optional<Datum> fixture(Choice choice) {
        FixtureSelect select = menus.module(choice.at).menu().fixtureSelect();
        if (!select.active() || select.table().isBlank()) {
            return Optional.empty();
        }
        int shown = menus.module(choice.shown).menu().fixtureSelect().isShown() ? choice.shown : choice.at;
        return Optional.of(Datum.row(
                fixtureVariable(choice.at),
                "instance('item-list:" + select.table() + "')/" + select.table() + "_list/" + select.table(),
                select.variableColumn(),
                Ids.detail(shown, "fixture_select"),
                Optional.empty(),
                false));
    }

    static String fixtureVariable(int module) {
        return "fixture_value_m" + module;
    }

    private String fixtureFilter(int module) {
        FixtureSelect select = menus.module(module).menu().fixtureSelect();
        return select.active() && !select.filter().isBlank()
                ? "[" + withFixture(Hashtags.WITHOUT_CASE.expand(select.filter()), module) + "]"
                : "";
    }

    /** An expression with the chosen row's value for its variable. */
    static String withFixture(String expression, int module) {
        return expression.replace("$fixture_value", SessionPaths.variable(fixtureVariable(module)));
    }
}

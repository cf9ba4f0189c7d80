// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.baraza.apps.model.Detail;
import org.baraza.apps.model.EngineVersion;
import org.baraza.apps.model.FixtureSelect;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.ReportModule;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.EditableElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlRejected;

/** The case lists and pages of an app. */
final class Details {
    private final Menus menus;
    private final Selections selections;
    private final ListActions actions;
    private final EngineVersion engine;

    Details(Menus menus, Selections selections, ListActions actions, EngineVersion engine) {
        this.menus = menus;
        this.selections = selections;
        this.actions = actions;
        this.engine = engine;
    }

    List<EditableElement> all() throws CannotBuild {
        List<EditableElement> all = new ArrayList<>();
        for (int i = 0; i < menus.count(); i++) {
            if (!(menus.module(i) instanceof ReportModule)) {
                ofMenu(i, all);
            }
        }
        return all;
    }

    private void ofMenu(int module, List<EditableElement> all) throws CannotBuild {
        MenuSettings menu = menus.module(module).menu();
        Detail list = menu.shortDetail();
        Detail page = menu.longDetail();
        if (!list.tileXml().isBlank()) {
            all.add(written(module, "case_short", list));
        } else if (!list.columns().isEmpty()) {
            all.add(list(module, "case_short", list, actions.of(module)));
        }
        if (!page.tileXml().isBlank()) {
            all.add(written(module, "case_long", page));
        } else if (!page.columns().isEmpty()) {
            all.add(page(module, page));
        }
        if (menus.offersSearch(module)
                && list.tileXml().isBlank()
                && !list.columns().isEmpty()) {
            all.add(list(module, "search_short", list, actions.ofResults(module)));
        }
        if (menu.fixtureSelect().isShown()) {
            all.add(rows(module, menu.fixtureSelect()));
        }
        if (list.persistCaseContext() && !(list.isTile() && list.persistTile())) {
            all.add(untitled(module, "persistent_case_context")
                    .add(context(Properties.name(list.persistentContextXml()))));
        }
    }

    /** A list or page that its author wrote as phones read it. */
    private static EditableElement written(int module, String kind, Detail detail) throws CannotBuild {
        String id = Ids.detail(module, kind);
        try {
            EditableElement written =
                    EditableDocuments.read(detail.tileXml().strip().getBytes(StandardCharsets.UTF_8), XmlLimits.FORM);
            if (!written.name().equals("detail")
                    || written.attribute("id").filter(id::equals).isEmpty()) {
                throw new CannotBuild(Ids.menu(module), "The layout of its own must be a detail with the id " + id);
            }
            return written;
        } catch (XmlRejected bad) {
            throw new CannotBuild(Ids.menu(module), "The layout of its own is no XML: " + bad.getMessage());
        }
    }

    private EditableElement list(int module, String kind, Detail list, List<EditableElement> listActions) {
        EditableElement detail = titled(module, kind);
        if (menus.module(module).menu().lazyFields()) {
            detail.set("lazy_loading", "true");
        }
        if (engine.isAtLeast(2, 54)) {
            detail.add(tag("no_items_text").add(Tags.text(Ids.detail(module, "no_items_text"))));
            detail.add(tag("select_text").add(Tags.text(Ids.detail(module, "select_text"))));
        }
        variables(new TreeMap<>(list.variables())).ifPresent(detail::add);
        detail.add(listActions).add(new DetailFields(module, "case_short", list, true).all());
        list.tileGroup()
                .filter(group -> list.isTile())
                .ifPresent(group -> detail.add(tag("group")
                        .set("function", "string(./index/" + group.index() + ")")
                        .set("header-rows", Integer.toString(group.headerRows()))));
        return detail;
    }

    private static EditableElement titled(int module, String kind) {
        return tag("detail")
                .set("id", Ids.detail(module, kind))
                .add(tag("title").add(Tags.text("cchq.case")));
    }

    /** Lists that are no list of cases have no title. */
    private static EditableElement untitled(int module, String kind) {
        return tag("detail")
                .set("id", Ids.detail(module, kind))
                .add(tag("title").add(tag("text")));
    }

    private static Optional<EditableElement> variables(Map<String, String> functions) {
        if (functions.isEmpty()) {
            return Optional.empty();
        }
        EditableElement variables = tag("variables");
        functions.forEach(
                (name, function) -> variables.add(tag(name).set("function", Hashtags.WITHOUT_CASE.expand(function))));
        return Optional.of(variables);
    }

    /** A page in tabs also knows the cases that were chosen, for the lists in its tabs. */
    private Map<String, String> variables(int module, Detail page) {
        Map<String, String> functions = new LinkedHashMap<>(new TreeMap<>(page.variables()));
        if (!page.tabs().isEmpty()) {
            selections.of(module).stream()
                    .filter(Datum::isChosenCase)
                    .forEach(datum -> functions.put(datum.id(), datum.value()));
        }
        return functions;
    }

    private EditableElement page(int module, Detail page) {
        EditableElement detail = titled(module, "case_long");
        variables(variables(module, page)).ifPresent(detail::add);
        DetailFields fields = new DetailFields(module, "case_long", page, false);
        if (page.tabs().isEmpty()) {
            return detail.add(fields.all());
        }
        for (int i = 0; i < page.tabs().size(); i++) {
            Detail.Tab tab = page.tabs().get(i);
            int end = i + 1 < page.tabs().size()
                    ? page.tabs().get(i + 1).startingIndex()
                    : page.columns().size();
            EditableElement inner = tag("detail");
            nodeset(tab).ifPresent(nodes -> inner.set("nodeset", nodes));
            if (!tab.relevant().isBlank()) {
                inner.set("relevant", Hashtags.WITHOUT_CASE.expand(tab.relevant()));
            }
            inner.add(tag("title").add(Tags.text(tabKey(module, i))));
            variables(new TreeMap<>(page.variables())).ifPresent(inner::add);
            detail.add(inner.add(fields.between(tab.startingIndex(), end)));
        }
        return detail;
    }

    /** What a tab lists: nodes that its author says, or the open children of the case of a type. */
    private static Optional<String> nodeset(Detail.Tab tab) {
        if (!tab.hasNodeset()) {
            return Optional.empty();
        }
        String filter =
                tab.nodesetFilter().isBlank() ? "" : "[" + Hashtags.WITHOUT_CASE.expand(tab.nodesetFilter()) + "]";
        if (!tab.nodeset().isBlank()) {
            return Optional.of(Hashtags.WITHOUT_CASE.expand(tab.nodeset()) + filter);
        }
        return tab.nodesetCaseType().isBlank()
                ? Optional.empty()
                : Optional.of("instance('casedb')/casedb/case[@case_type='" + tab.nodesetCaseType()
                        + "'][index/parent=current()/@case_id][@status='open']" + filter);
    }

    static String tabKey(int module, int tab) {
        return Ids.menu(module) + ".case_long.tab." + (tab + 1) + ".title";
    }

    /** The rows of a table to choose from; a column may hold keys of texts instead of texts. */
    private static EditableElement rows(int module, FixtureSelect select) {
        EditableElement shown = Tags.xpath(select.displayColumn());
        EditableElement text =
                tag("text").add(select.localize() ? tag("locale").add(tag("id").add(shown)) : shown);
        return untitled(module, "fixture_select").add(shown(tag("field"), text));
    }

    /** The line about the case that stays on top of a form. */
    private static EditableElement context(String function) {
        EditableElement grid = tag("grid")
                .set("grid-height", "1")
                .set("grid-width", "12")
                .set("grid-x", "0")
                .set("grid-y", "0");
        EditableElement style = tag("style")
                .set("font-size", "large")
                .set("horz-align", "center")
                .add(grid);
        return shown(tag("field").add(style), tag("text").add(Tags.xpath(function)));
    }

    private static EditableElement shown(EditableElement field, EditableElement text) {
        return field.add(tag("header").add(tag("text"))).add(tag("template").add(text));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.baraza.apps.model.Detail;
import org.baraza.apps.model.EngineVersion;
import org.baraza.apps.model.FixtureSelect;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.ReportModule;
import org.baraza.xml.EditableElement;

/** The case lists and pages of an app. */
final class Details {
    private final Menus menus;
    private final ListActions actions;
    private final EngineVersion engine;

    Details(Menus menus, ListActions actions, EngineVersion engine) {
        this.menus = menus;
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
        if (!list.columns().isEmpty()) {
            all.add(list(module, "case_short", list, actions.of(module)));
        }
        if (!page.columns().isEmpty()) {
            all.add(page(module, page));
        }
        if (menu.search().active() && !list.columns().isEmpty()) {
            all.add(list(module, "search_short", list, actions.ofResults(module)));
        }
        if (menu.fixtureSelect().active() && !menu.fixtureSelect().table().isBlank()) {
            all.add(rows(module, menu.fixtureSelect()));
        }
        if (list.persistCaseContext()) {
            all.add(titled(module, "persistent_case_context")
                    .add(field(tag("text").add(Tags.xpath(Properties.name(list.persistentContextXml()))))));
        }
    }

    private EditableElement list(int module, String kind, Detail list, List<EditableElement> listActions) {
        EditableElement detail = titled(module, kind);
        if (engine.isAtLeast(2, 54)) {
            text(
                    detail,
                    "no_items_text",
                    Ids.detail(module, "no_items_text"),
                    !list.noItemsText().isBlank());
            text(
                    detail,
                    "select_text",
                    Ids.detail(module, "select_text"),
                    !list.selectText().isBlank());
        }
        variables(list).ifPresent(detail::add);
        return detail.add(listActions).add(new DetailFields(module, "case_short", list, true).all());
    }

    private static void text(EditableElement detail, String name, String key, boolean said) {
        if (said) {
            detail.add(tag(name).add(Tags.text(key)));
        }
    }

    private static EditableElement titled(int module, String kind) {
        return tag("detail")
                .set("id", Ids.detail(module, kind))
                .add(tag("title").add(Tags.text("cchq.case")));
    }

    private static Optional<EditableElement> variables(Detail detail) {
        if (detail.variables().isEmpty()) {
            return Optional.empty();
        }
        EditableElement variables = tag("variables");
        new TreeMap<>(detail.variables())
                .forEach((name, function) -> variables.add(tag(name).set("function", function)));
        return Optional.of(variables);
    }

    private static EditableElement page(int module, Detail page) {
        EditableElement detail = titled(module, "case_long");
        variables(page).ifPresent(detail::add);
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
            if (tab.hasNodeset() && !tab.nodeset().isBlank()) {
                inner.set(
                        "nodeset",
                        tab.nodeset() + (tab.nodesetFilter().isBlank() ? "" : "[" + tab.nodesetFilter() + "]"));
            }
            if (!tab.relevant().isBlank()) {
                inner.set("relevant", tab.relevant());
            }
            inner.add(tag("title").add(Tags.text(tabKey(module, i))));
            detail.add(inner.add(fields.between(tab.startingIndex(), end)));
        }
        return detail;
    }

    static String tabKey(int module, int tab) {
        return Ids.menu(module) + ".case_long.tab." + (tab + 1) + ".title";
    }

    /** The rows of a table to choose from; a column may hold keys of texts instead of texts. */
    private static EditableElement rows(int module, FixtureSelect select) {
        EditableElement shown = Tags.xpath(select.displayColumn());
        EditableElement text =
                tag("text").add(select.localize() ? tag("locale").add(tag("id").add(shown)) : shown);
        return titled(module, "fixture_select").add(field(text));
    }

    private static EditableElement field(EditableElement text) {
        return tag("field")
                .add(tag("header").add(tag("text")))
                .add(tag("template").add(text));
    }
}

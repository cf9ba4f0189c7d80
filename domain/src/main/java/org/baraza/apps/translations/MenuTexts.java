// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.apps.editing.AppChange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The texts of a menu: headings of its case list and of the case's page, and what values are shown as. */
final class MenuTexts {
    private static final String LIST = "list";
    private static final String DETAIL = "detail";
    private static final String MAPPED = " (ID Mapping Text)";
    private static final String MAPPING = " (ID Mapping Value)";

    private final List<Text> texts = new ArrayList<>();

    /**
     * A text of the menu.
     *
     * @param property as the sheet calls it
     * @param node object that the text stands in
     * @param key of the text in it
     * @param changed path below the menu of what is put when the text changes
     */
    private record Text(String property, String where, ObjectNode node, String key, String changed) {}

    private MenuTexts() {}

    static MenuTexts of(ObjectNode menu) {
        MenuTexts texts = new MenuTexts();
        if (menu.path("case_list") instanceof ObjectNode item
                && item.path("show").asBoolean(false)) {
            texts.add("case_list_menu_item_label", LIST, item, "label", "case_list.label");
        }
        if (menu.path("case_list_form") instanceof ObjectNode form
                && !form.path("form_id").asString("").isEmpty()) {
            texts.add("case_list_form_label", LIST, form, "label", "case_list_form.label");
        }
        if (menu.path("case_details").path("short") instanceof ObjectNode list) {
            texts.add("no_items_text", LIST, list, "no_items_text", "case_details.short.no_items_text");
            texts.add("select_text", LIST, list, "select_text", "case_details.short.select_text");
            texts.columns(LIST, list, "case_details.short");
        }
        if (menu.path("case_details").path("long") instanceof ObjectNode page) {
            int tab = 0;
            for (JsonNode header : page.path("tabs")) {
                if (header instanceof ObjectNode node) {
                    texts.add("Tab " + tab, DETAIL, node, "header", "case_details.long.tabs");
                }
                tab++;
            }
            texts.columns(DETAIL, page, "case_details.long");
        }
        return texts;
    }

    private void columns(String where, ObjectNode detail, String path) {
        for (JsonNode column : detail.path("columns")) {
            if (!(column instanceof ObjectNode node)) {
                continue;
            }
            String field = node.path("field").asString("");
            boolean mapped = node.path("enum").isArray() && !node.path("enum").isEmpty();
            add(field + (mapped ? MAPPED : ""), where, node, "header", path + ".columns");
            for (JsonNode mapping : node.path("enum")) {
                if (mapping instanceof ObjectNode value) {
                    add(value.path("key").asString("") + MAPPING, where, value, "value", path + ".columns");
                }
            }
        }
    }

    private void add(String property, String where, ObjectNode node, String key, String changed) {
        texts.add(new Text(property, where, node, key, changed));
    }

    List<Map<String, String>> rows() {
        return texts.stream()
                .map(text -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    cells.put(Headings.PROPERTY, text.property());
                    cells.put(Headings.WHERE, text.where());
                    Headings.put(cells, Headings.TEXT, Wording.of(text.node().path(text.key())));
                    return cells;
                })
                .toList();
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Of rows that are called alike, the first is about the first such text and so on. */
    void read(Sheet sheet, AppTexts.Part menu, List<String> languages, Reading reading) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> changed = new LinkedHashSet<>();
        for (Row row : sheet.rows()) {
            String property = row.text(Headings.PROPERTY).strip();
            String where = row.text(Headings.WHERE).strip();
            int nth = seen.merge(where + "\n" + property, 1, Integer::sum);
            List<Text> alike = texts.stream()
                    .filter(text -> text.property().strip().equals(property)
                            && text.where().equals(where))
                    .toList();
            if (alike.size() < nth) {
                reading.warn(sheet, row, "The " + where + " of this menu has no \"" + property + "\".");
            } else {
                read(sheet, row, alike.get(nth - 1), languages, reading, changed);
            }
        }
        changed.forEach(path -> reading.change(new AppChange.Put(menu.path(path), at(menu.node(), path))));
    }

    private static void read(
            Sheet sheet, Row row, Text text, List<String> languages, Reading reading, Set<String> changed) {
        Map<String, String> before = Wording.of(text.node().path(text.key()));
        Map<String, String> after = Wording.after(before, Headings.texts(row, Headings.TEXT, languages));
        if (after.equals(before)) {
            return;
        }
        if (after.values().stream().allMatch(String::isBlank)) {
            reading.warn(sheet, row, "\"" + text.property() + "\" needs a text in one language at least.");
            return;
        }
        Wording.put(text.node(), text.key(), after);
        changed.add(text.changed());
    }

    private static JsonNode at(JsonNode node, String path) {
        JsonNode at = node;
        for (String key : path.split("\\.", -1)) {
            at = at.path(key);
        }
        return at;
    }
}

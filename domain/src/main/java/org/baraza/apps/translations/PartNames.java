// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.editing.AppChange;
import tools.jackson.databind.node.ObjectNode;

/** What menus and forms are called, and the pictures and sounds beside their names. */
final class PartNames {
    /** Keys of the document by the headings of their texts. */
    private static final Map<String, String> KEYS = keys();

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(Headings.TEXT, "name");
        keys.put(Headings.IMAGE, "media_image");
        keys.put(Headings.AUDIO, "media_audio");
        return keys;
    }

    private PartNames() {}

    static Map<String, String> row(AppTexts.Part part) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(Headings.TYPE, part.menu() ? "Menu" : "Form");
        cells.put(Headings.PART, part.name());
        KEYS.forEach(
                (kind, key) -> Headings.put(cells, kind, Wording.of(part.node().path(key))));
        cells.put(Headings.UNIQUE_ID, part.uniqueId());
        return cells;
    }

    /** Takes in what rows say; each is about the part of its id, or of its name where it has none. */
    static void read(Sheet sheet, AppTexts texts, Reading reading) {
        for (Row row : sheet.rows()) {
            String id = row.text(Headings.UNIQUE_ID).strip();
            String name = row.text(Headings.PART).strip();
            Optional<AppTexts.Part> part = id.isEmpty() ? texts.named(name) : texts.withId(id);
            if (part.isEmpty()) {
                reading.warn(sheet, row, "The app has no menu or form " + (name.isEmpty() ? id : name) + ".");
            } else {
                read(sheet, row, part.get(), texts.languages(), reading);
            }
        }
    }

    private static void read(Sheet sheet, Row row, AppTexts.Part part, List<String> languages, Reading reading) {
        KEYS.forEach((kind, key) -> {
            Map<String, String> before = Wording.of(part.node().path(key));
            Map<String, String> after = Wording.after(before, Headings.texts(row, kind, languages));
            if (after.equals(before)) {
                return;
            }
            if (key.equals("name") && after.values().stream().allMatch(String::isBlank)) {
                reading.warn(sheet, row, "A menu or form has a name in one language at least.");
                return;
            }
            ObjectNode node = part.node();
            Wording.put(node, key, after);
            reading.change(new AppChange.Put(part.path(key), node.path(key)));
        });
    }
}

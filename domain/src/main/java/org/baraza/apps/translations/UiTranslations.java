// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.baraza.apps.compare.SummaryTable;
import org.baraza.apps.editing.AppChange;
import org.baraza.apps.model.App;
import tools.jackson.databind.node.ObjectNode;

/** What an app says instead of the engine's own texts, as a sheet: a row for each of the engine's keys. */
public final class UiTranslations {
    private static final String SHEET = "translations";
    private static final String PROPERTY = "property";
    private static final Pattern KEY = Pattern.compile("[\\w.\\-]{1,255}");

    private UiTranslations() {}

    public static SummaryTable sheet(ObjectNode document) {
        App app = App.of(document);
        List<String> headings = new ArrayList<>();
        headings.add(PROPERTY);
        headings.addAll(app.langs());
        SortedSet<String> keys = new TreeSet<>();
        app.translations().values().forEach(texts -> keys.addAll(texts.keySet()));
        List<List<String>> rows = new ArrayList<>();
        for (String key : keys) {
            List<String> cells = new ArrayList<>();
            cells.add(key);
            app.langs()
                    .forEach(language -> cells.add(
                            app.translations().getOrDefault(language, Map.of()).getOrDefault(key, "")));
            rows.add(cells);
        }
        return new SummaryTable(SHEET, headings, rows);
    }

    /** A blank cell gives the engine its own text back. Keys that the sheet does not have stay. */
    public static Translations.Taken read(ObjectNode document, List<Sheet> sheets) {
        App app = App.of(document);
        Reading reading = new Reading();
        Map<String, Map<String, String>> after = new LinkedHashMap<>();
        app.translations().forEach((language, texts) -> after.put(language, new LinkedHashMap<>(texts)));
        sheets.stream()
                .filter(sheet -> sheet.name().equals(SHEET) || sheets.size() == 1)
                .forEach(sheet -> read(sheet, app.langs(), after, reading));
        after.values().removeIf(Map::isEmpty);
        if (!after.equals(app.translations())) {
            ObjectNode translations = document.objectNode();
            after.forEach((language, texts) -> {
                ObjectNode put = translations.putObject(language);
                texts.forEach(put::put);
            });
            reading.change(new AppChange.Put(SHEET, translations));
        }
        return reading.taken();
    }

    private static void read(
            Sheet sheet, List<String> languages, Map<String, Map<String, String>> after, Reading reading) {
        for (Row row : sheet.rows()) {
            String key = row.text(PROPERTY).strip();
            if (!KEY.matcher(key).matches()) {
                reading.warn(sheet, row, "\"" + key + "\" is no key of a text.");
                continue;
            }
            for (String language : languages) {
                row.cell(language).ifPresent(text -> {
                    Map<String, String> texts = after.computeIfAbsent(language, _ -> new LinkedHashMap<>());
                    if (text.isBlank()) {
                        texts.remove(key);
                    } else {
                        texts.put(key, text);
                    }
                });
            }
        }
    }
}

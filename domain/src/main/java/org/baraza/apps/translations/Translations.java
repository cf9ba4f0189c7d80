// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baraza.apps.compare.SummaryTable;
import org.baraza.apps.editing.AppChange;
import org.baraza.apps.editing.AppEditor;
import org.baraza.apps.questions.BadForm;
import tools.jackson.databind.node.ObjectNode;

/** All texts of an app that phones show, as CommCare HQ's translation workbooks have them, and back. */
public final class Translations {
    private static final Map<String, String> FORM_KEYS =
            Map.of("submit_label", "submit_label", "submit_notification_label", "submit_notification_label");

    private Translations() {}

    /** What comes of sheets: changes to be made, and rows that could not be used. */
    public record Taken(List<AppChange> changes, List<Warning> warnings) {
        public Taken {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }
    }

    /** A sheet for the names, one for each menu and one for each form. */
    public static List<SummaryTable> sheets(ObjectNode document, Map<String, String> sources) {
        AppTexts texts = AppTexts.of(document);
        List<String> languages = texts.languages();
        List<SummaryTable> sheets = new ArrayList<>();
        sheets.add(table(
                Headings.FIRST_SHEET,
                Headings.ofFirst(languages),
                texts.parts().stream().map(PartNames::row).toList()));
        for (AppTexts.Part part : texts.parts()) {
            List<String> headings = part.menu() ? Headings.ofMenu(languages) : Headings.ofForm(languages);
            sheets.add(table(part.name(), headings, rows(part, sources)));
        }
        return sheets;
    }

    /** The same in one sheet, for those who want to search and sort. */
    public static SummaryTable singleSheet(ObjectNode document, Map<String, String> sources) {
        AppTexts texts = AppTexts.of(document);
        List<Map<String, String>> rows = new ArrayList<>();
        for (AppTexts.Part part : texts.parts()) {
            rows.add(PartNames.row(part));
            rows(part, sources).forEach(cells -> {
                Map<String, String> row = new LinkedHashMap<>(cells);
                row.put(Headings.PART, part.name());
                rows.add(row);
            });
        }
        return table(Headings.SINGLE_SHEET, Headings.ofSingle(texts.languages()), rows);
    }

    private static List<Map<String, String>> rows(AppTexts.Part part, Map<String, String> sources) {
        if (part.menu()) {
            return MenuTexts.of(part.node()).rows();
        }
        List<Map<String, String>> rows = new ArrayList<>();
        try {
            rows.addAll(FormTexts.of(sources.getOrDefault(part.uniqueId(), "")).rows());
        } catch (BadForm nothingToTranslate) {
            // What the builder says of such a form stands elsewhere.
        }
        FORM_KEYS.keySet().stream().sorted().forEach(key -> {
            Map<String, String> text = Wording.of(part.node().path(key));
            if (!text.isEmpty()) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put(Headings.LABEL, key);
                Headings.put(cells, Headings.TEXT, text);
                rows.add(cells);
            }
        });
        return rows;
    }

    private static SummaryTable table(String name, List<String> headings, List<Map<String, String>> rows) {
        return new SummaryTable(
                name,
                headings,
                rows.stream()
                        .map(cells -> headings.stream()
                                .map(heading -> cells.getOrDefault(heading, ""))
                                .toList())
                        .toList());
    }

    /** What sheets make of an app. Whatever they say of things that the app does not have is told and left out. */
    public static Taken read(ObjectNode document, Map<String, String> sources, List<Sheet> sheets) {
        AppTexts texts = AppTexts.of(document.deepCopy());
        Reading reading = new Reading();
        List<Sheet> several = sheets.stream()
                .flatMap(sheet -> sheet.name().equals(Headings.SINGLE_SHEET)
                        ? SingleSheet.split(sheet).stream()
                        : Stream.of(sheet))
                .toList();
        for (Sheet sheet : several) {
            warnOfLanguages(sheet, texts.languages(), reading);
            if (sheet.name().equals(Headings.FIRST_SHEET)) {
                PartNames.read(sheet, texts, reading);
                continue;
            }
            Optional<AppTexts.Part> part = texts.named(sheet.name());
            if (part.isEmpty()) {
                reading.warn(sheet, "The app has no menu or form " + sheet.name() + ", so this sheet was left out.");
            } else if (part.get().menu()) {
                MenuTexts.of(part.get().node()).read(sheet, part.get(), texts.languages(), reading);
            } else {
                form(sheet, part.get(), sources, texts.languages(), reading);
            }
        }
        return reading.taken();
    }

    private static void warnOfLanguages(Sheet sheet, List<String> languages, Reading reading) {
        sheet.rows().stream()
                .findFirst()
                .map(row -> Headings.unknown(row, languages))
                .orElse(List.of())
                .forEach(language -> reading.warn(
                        sheet, "The app does not speak \"" + language + "\", so its column was left out."));
    }

    private static void form(
            Sheet sheet, AppTexts.Part form, Map<String, String> sources, List<String> languages, Reading reading) {
        List<Row> ofSource = new ArrayList<>();
        for (Row row : sheet.rows()) {
            String key = FORM_KEYS.get(row.text(Headings.LABEL).strip());
            if (key == null) {
                ofSource.add(row);
                continue;
            }
            Map<String, String> before = Wording.of(form.node().path(key));
            Map<String, String> after = Wording.after(before, Headings.texts(row, Headings.TEXT, languages));
            if (!after.equals(before)) {
                Wording.put(form.node(), key, after);
                reading.change(new AppChange.Put(form.path(key), form.node().path(key)));
            }
        }
        String source = sources.getOrDefault(form.uniqueId(), "");
        try {
            FormTexts texts = FormTexts.of(source);
            texts.read(sheet, ofSource, languages, reading);
            texts.changedSource()
                    .ifPresent(after -> reading.change(
                            new AppChange.PutSource(form.uniqueId(), after, Optional.of(AppEditor.digest(source)))));
        } catch (BadForm bad) {
            if (!ofSource.isEmpty()) {
                reading.warn(sheet, "The form cannot be read, so this sheet was left out: " + bad.sentence() + ".");
            }
        }
    }
}

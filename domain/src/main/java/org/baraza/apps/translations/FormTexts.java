// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.Itext;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.EditableElement;

/** The texts of a form's source, by their ids. */
final class FormTexts {
    private static final String MARKDOWN = "markdown";

    /** Which form of a value each heading is about; the text itself has none. */
    private static final Map<String, String> FORMS = forms();

    private static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(Headings.TEXT, "");
        forms.put(Headings.IMAGE, "image");
        forms.put(Headings.AUDIO, "audio");
        forms.put(Headings.VIDEO, "video");
        return forms;
    }

    private final XForm form;
    private final Outputs outputs;
    private boolean changed;

    private FormTexts(XForm form) {
        this.form = form;
        this.outputs = Outputs.of(form);
    }

    static FormTexts of(String source) throws BadForm {
        return new FormTexts(XForm.read(source));
    }

    /** The ids of the texts, in the order in which the first language has them. */
    private Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        Itext.of(form).byLanguage().values().forEach(texts -> ids.addAll(texts.keySet()));
        return ids;
    }

    List<Map<String, String>> rows() {
        Itext itext = Itext.of(form);
        return ids().stream()
                .map(id -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    cells.put(Headings.LABEL, id);
                    itext.byLanguage()
                            .forEach((language, texts) -> FORMS.forEach((kind, valueForm) -> {
                                EditableElement text = texts.get(id);
                                if (text != null) {
                                    value(text, valueForm)
                                            .ifPresent(value -> cells.put(kind + language, Outputs.shown(value)));
                                }
                            }));
                    return cells;
                })
                .toList();
    }

    private static Optional<EditableElement> value(EditableElement text, String valueForm) {
        return text.elements("value").stream()
                .filter(value -> value.attribute("form").orElse("").equals(valueForm))
                .findFirst();
    }

    /** Takes in what the rows of a form say that are about its questions. */
    void read(Sheet sheet, List<Row> rows, List<String> languages, Reading reading) {
        Set<String> known = ids();
        for (Row row : rows) {
            String id = row.text(Headings.LABEL).strip();
            if (known.contains(id)) {
                read(sheet, row, id, languages, reading);
            } else {
                reading.warn(sheet, row, "The form has no text \"" + id + "\".");
            }
        }
    }

    private void read(Sheet sheet, Row row, String id, List<String> languages, Reading reading) {
        Map<String, String> before = Itext.of(form).translations(id);
        Map<String, String> cells = Headings.texts(row, Headings.TEXT, languages);
        boolean hadText = before.values().stream().anyMatch(text -> !text.isBlank());
        if (hadText && Wording.after(before, cells).values().stream().allMatch(String::isBlank)) {
            reading.warn(sheet, row, "\"" + id + "\" needs a text in one language at least.");
            return;
        }
        Set<String> gone = new LinkedHashSet<>();
        FORMS.forEach((kind, valueForm) -> Headings.texts(row, kind, languages)
                .forEach((language, text) -> gone.addAll(set(language, id, valueForm, text))));
        gone.forEach(expression ->
                reading.warn(sheet, row, "\"" + id + "\" does not show " + Outputs.shown(expression) + " any more."));
    }

    /** @return expressions that the text had and has no longer; none when it is taken away */
    private Set<String> set(String language, String id, String valueForm, String text) {
        Optional<EditableElement> there = text(language, id);
        Optional<EditableElement> value = there.flatMap(found -> value(found, valueForm));
        String before = value.map(Outputs::shown).orElse("");
        if (before.equals(text) || before.isBlank() && text.isBlank()) {
            return Set.of();
        }
        changed = true;
        if (text.isBlank()) {
            there.ifPresent(found -> value.ifPresent(found::remove));
            return Set.of();
        }
        EditableElement in = there.orElseGet(() -> newText(language, id));
        EditableElement written = value.orElseGet(() -> newValue(in, valueForm));
        Set<String> gone = Outputs.in(written);
        outputs.write(written, text);
        gone.removeAll(Outputs.in(written));
        if (valueForm.isEmpty()) {
            value(in, MARKDOWN).ifPresent(markdown -> outputs.write(markdown, text));
        }
        return gone;
    }

    private Optional<EditableElement> text(String language, String id) {
        return translation(language)
                .flatMap(found -> found.elements("text").stream()
                        .filter(text -> text.attribute("id").filter(id::equals).isPresent())
                        .findFirst());
    }

    private Optional<EditableElement> translation(String language) {
        return form.translations().stream()
                .filter(found ->
                        found.attribute("lang").filter(language::equals).isPresent())
                .findFirst();
    }

    private EditableElement newText(String language, String id) {
        EditableElement translation = translation(language).orElseGet(() -> {
            EditableElement made =
                    EditableElement.of("translation", Namespaces.XFORMS).set("lang", language);
            form.itext().orElseThrow().add(made);
            return made;
        });
        EditableElement text = EditableElement.of("text", Namespaces.XFORMS).set("id", id);
        translation.add(text);
        return text;
    }

    private static EditableElement newValue(EditableElement text, String valueForm) {
        EditableElement value = EditableElement.of("value", Namespaces.XFORMS);
        if (valueForm.isEmpty()) {
            text.addFirst(value);
        } else {
            text.add(value.set("form", valueForm));
        }
        return value;
    }

    /** The source with what was taken in; empty when that changed nothing. */
    Optional<String> changedSource() {
        return changed
                ? Optional.of(new String(EditableDocuments.compactBytes(form.root()), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}

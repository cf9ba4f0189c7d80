// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.xml.EditableElement;
import org.baraza.xml.EditableText;
import org.jspecify.annotations.Nullable;

/** The texts of a form by language and id. */
public final class Itext {
    private final Map<String, Map<String, EditableElement>> byLanguage = new LinkedHashMap<>();

    private Itext() {}

    public static Itext of(XForm form) {
        Itext itext = new Itext();
        for (EditableElement translation : form.translations()) {
            Map<String, EditableElement> texts = itext.byLanguage.computeIfAbsent(
                    translation.attribute("lang").orElse(""), language -> new LinkedHashMap<>());
            translation
                    .elements("text")
                    .forEach(text -> text.attribute("id").ifPresent(id -> texts.putIfAbsent(id, text)));
        }
        return itext;
    }

    /** The texts of each language by id. */
    public Map<String, Map<String, EditableElement>> byLanguage() {
        return Collections.unmodifiableMap(byLanguage);
    }

    /** What a text says in each language that has it. */
    public Map<String, String> translations(String id) {
        Map<String, String> translations = new LinkedHashMap<>();
        byLanguage.forEach(
                (language, texts) -> plain(texts.get(id)).ifPresent(text -> translations.put(language, text)));
        return translations;
    }

    private static Optional<String> plain(@Nullable EditableElement text) {
        if (text == null) {
            return Optional.empty();
        }
        return text.elements("value").stream()
                .filter(value -> value.attribute("form").isEmpty())
                .findFirst()
                .map(Itext::shown);
    }

    /** The text with what it puts in by expressions, as the author wrote those. */
    static String shown(EditableElement value) {
        StringBuilder text = new StringBuilder();
        value.nodes().forEach(node -> {
            switch (node) {
                case EditableText piece -> text.append(piece.text());
                case EditableElement output ->
                    text.append("<output value=\"")
                            .append(output.attribute(Namespaces.BUILDER, "value")
                                    .or(() -> output.attribute("value"))
                                    .or(() -> output.attribute("ref"))
                                    .orElse(""))
                            .append("\"/>");
            }
        });
        return text.toString();
    }

    /** The id in {@code jr:itext('id')}, none if it is another expression. */
    public static Optional<String> id(String reference) {
        String text = reference.strip();
        if (!text.startsWith("jr:itext(") || !text.endsWith(")")) {
            return Optional.empty();
        }
        String argument =
                text.substring("jr:itext(".length(), text.length() - 1).strip();
        boolean quoted = argument.length() >= 2
                && (argument.charAt(0) == '\'' || argument.charAt(0) == '"')
                && argument.charAt(0) == argument.charAt(argument.length() - 1);
        return quoted ? Optional.of(argument.substring(1, argument.length() - 1)) : Optional.empty();
    }
}

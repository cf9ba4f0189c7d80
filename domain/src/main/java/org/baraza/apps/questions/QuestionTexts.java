// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import java.util.Map;
import java.util.Optional;
import org.baraza.xml.EditableElement;

/** What the controls of a form are called. */
final class QuestionTexts {
    private final Itext itext;
    private final String defaultLanguage;

    QuestionTexts(XForm form) {
        this.itext = Itext.of(form);
        this.defaultLanguage = form.translations().stream()
                .filter(translation -> translation.attribute("default").isPresent())
                .findFirst()
                .or(() -> form.translations().stream().findFirst())
                .flatMap(translation -> translation.attribute("lang"))
                .orElse("");
    }

    /** The id of the label's text. */
    Optional<String> labelRef(EditableElement control) {
        return control.element("label").flatMap(label -> label.attribute("ref")).flatMap(Itext::id);
    }

    /** The label in the default language, or in the first that has one, or as written in the control. */
    Optional<String> label(EditableElement control) {
        Optional<String> translated = labelRef(control).flatMap(this::inDefault);
        return translated.or(() -> control.element("label").map(Itext::shown).filter(text -> !text.isBlank()));
    }

    private Optional<String> inDefault(String id) {
        Map<String, String> all = translations(id);
        return Optional.ofNullable(all.get(defaultLanguage))
                .or(() -> all.values().stream().findFirst());
    }

    Map<String, String> translations(String id) {
        return itext.translations(id);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;

/**
 * A form in the languages of an app or of a profile. The default language has every text, because a phone refuses a form
 * whose default language lacks one.
 */
final class FormLanguages {
    private FormLanguages() {}

    static void apply(XForm form, List<String> languages) {
        if (form.itext().isEmpty()) {
            return;
        }
        EditableElement itext = form.itext().get();
        Map<String, EditableElement> all = new LinkedHashMap<>();
        for (EditableElement translation : form.translations()) {
            all.putIfAbsent(translation.attribute("lang").orElse(""), translation);
            itext.remove(translation);
        }
        EditableElement first = all.getOrDefault(
                languages.getFirst(),
                EditableElement.of("translation", Namespaces.XFORMS).set("lang", languages.getFirst()));
        for (EditableElement other : inOrderOfFallback(languages, all)) {
            fill(first, other);
        }
        itext.add(first.set("default", ""));
        for (String language : languages) {
            EditableElement translation = all.get(language);
            if (translation != null && translation != first) {
                itext.add(translation.unset("", "default"));
            }
        }
    }

    /** The app's languages before those that only the form has. */
    private static List<EditableElement> inOrderOfFallback(List<String> languages, Map<String, EditableElement> all) {
        List<EditableElement> order = new ArrayList<>();
        for (String language : languages) {
            EditableElement translation = all.get(language);
            if (translation != null) {
                order.add(translation);
            }
        }
        all.forEach((language, translation) -> {
            if (!languages.contains(language)) {
                order.add(translation);
            }
        });
        return order;
    }

    private static void fill(EditableElement first, EditableElement other) {
        if (other == first) {
            return;
        }
        Set<String> known = new HashSet<>();
        first.elements("text").forEach(text -> text.attribute("id").ifPresent(known::add));
        for (EditableElement text : other.elements("text")) {
            if (text.attribute("id").filter(known::add).isPresent()) {
                first.add(text.copy());
            }
        }
    }
}

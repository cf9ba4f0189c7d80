// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One text of an app in the languages that it has been written in. */
public record Texts(Map<String, String> byLanguage) {
    public static final Texts NONE = new Texts(Map.of());

    public Texts {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** What is written in that very language, even if it is blank. */
    public Optional<String> in(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /**
     * What a reader of the language sees: her language, or else the first of the app's that has the text, or else whatever
     * there is, because phones stop at a key without a text. A text that was blanked on purpose stays blank (generated build,
     * section 5).
     */
    public Optional<String> in(String language, List<String> languages) {
        if (byLanguage.containsKey(language)) {
            return in(language);
        }
        return languages.stream()
                .filter(byLanguage::containsKey)
                .findFirst()
                .map(byLanguage::get)
                .or(this::any);
    }

    private Optional<String> any() {
        return new TreeMap<>(byLanguage)
                .values().stream().filter(text -> !text.isBlank()).findFirst();
    }

    /** The text changed in each language. */
    public Texts map(UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>(byLanguage);
        changed.replaceAll((language, text) -> change.apply(text));
        return new Texts(changed);
    }

    /** This text, or the usual one where nobody has written any. */
    public Texts or(String usual) {
        return isBlank() ? new Texts(Map.of(App.USUAL_LANGUAGE, usual)) : this;
    }

    /** What the thing is called where only one name fits: in the first language that has any. */
    public String shown(List<String> languages) {
        return languages.stream()
                .map(language -> byLanguage.getOrDefault(language, ""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .or(this::any)
                .orElse("");
    }

    public boolean isBlank() {
        return byLanguage.values().stream().allMatch(String::isBlank);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headings of CommCare HQ's translation sheets. */
public final class Headings {
    static final String FIRST_SHEET = "Menus_and_forms";
    static final String SINGLE_SHEET = "bulk_app_translations";

    static final String TYPE = "Type";
    static final String PART = "menu_or_form";
    static final String PROPERTY = "case_property";
    static final String WHERE = "list_or_detail";
    static final String LABEL = "label";
    static final String UNIQUE_ID = "unique_id";

    static final String TEXT = "default_";
    static final String IMAGE = "image_";
    static final String AUDIO = "audio_";
    static final String VIDEO = "video_";

    private Headings() {}

    static List<String> ofFirst(List<String> languages) {
        return list(List.of(TYPE, PART), languages, List.of(TEXT, IMAGE, AUDIO), List.of(UNIQUE_ID));
    }

    static List<String> ofMenu(List<String> languages) {
        return list(List.of(PROPERTY, WHERE), languages, List.of(TEXT), List.of());
    }

    static List<String> ofForm(List<String> languages) {
        return list(List.of(LABEL), languages, List.of(TEXT, IMAGE, AUDIO, VIDEO), List.of());
    }

    static List<String> ofSingle(List<String> languages) {
        return list(
                List.of(PART, PROPERTY, WHERE, LABEL),
                languages,
                List.of(TEXT, IMAGE, AUDIO, VIDEO),
                List.of(UNIQUE_ID));
    }

    private static List<String> list(
            List<String> first, List<String> languages, List<String> kinds, List<String> last) {
        List<String> headings = new ArrayList<>(first);
        kinds.forEach(kind -> languages.forEach(language -> headings.add(kind + language)));
        headings.addAll(last);
        return headings;
    }

    /** Puts texts by language into cells under the headings of their kind. */
    static void put(Map<String, String> cells, String kind, Map<String, String> byLanguage) {
        byLanguage.forEach((language, text) -> cells.put(kind + language, text));
    }

    /** The texts that a row has of a kind, by the languages that there is a column for. */
    static Map<String, String> texts(Row row, String kind, List<String> languages) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : languages) {
            row.cell(kind + language).ifPresent(text -> texts.put(language, text));
        }
        return texts;
    }

    /** Languages that columns are about and the app does not speak. */
    static List<String> unknown(Row row, List<String> languages) {
        return row.headings().stream()
                .filter(heading -> heading.startsWith(TEXT))
                .map(heading -> heading.substring(TEXT.length()))
                .filter(language -> !languages.contains(language))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.baraza.apps.model.App;
import org.baraza.apps.model.TranslationStrategy;

/** The files of texts, one for each language and one for all (generated build, section 5). */
final class AppStrings {
    /** What the engine asks for by these keys and the app does not say. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "cchq.case", "Case",
            "cchq.referral", "Referral",
            "cchq.report_menu", "Reports",
            "cchq.report_name_header", "Report Name",
            "cchq.report_description_header", "Report Description",
            "cchq.report_data_table", "Data Table",
            "cchq.reports_last_updated_on", "Reports last updated on",
            "training.root.title", "Training");

    private static final String NO_CASE = "The case that this form needs was not found. Please ask for help.";
    private static final String NO_PROPERTY =
            "The place that says which case this form needs is empty: ${0}. Please ask for help.";

    private static final Map<String, String> DEFAULT_ONLY = defaultOnly();

    private final App app;
    private final AppTexts texts;
    private final EngineTexts engineTexts;

    AppStrings(App app, AppTexts texts, EngineTexts engineTexts) {
        this.app = app;
        this.texts = texts;
        this.engineTexts = engineTexts;
    }

    private static Map<String, String> defaultOnly() {
        Map<String, String> constants = new HashMap<>();
        for (String mode : new String[] {"user", "usercase", "fixture", "case", "raw", "location"}) {
            constants.put("case_autoload." + mode + ".case_missing", NO_CASE);
            constants.put("case_autoload." + mode + ".property_missing", NO_PROPERTY);
        }
        constants.put(
                "case_autoload.fixture.exactly_one_fixture",
                "The table that says which case this form needs must have exactly one row: ${0}.");
        constants.put(
                "case_sharing.exactly_one_group",
                "Cases are shared in this app, so you must be in exactly one case sharing group. Please ask for help.");
        return Map.copyOf(constants);
    }

    /** The texts of a language by key, blanks left out. */
    SortedMap<String, String> in(String language) {
        SortedMap<String, String> all = new TreeMap<>(CONSTANTS);
        all.put("app.display.name", app.name());
        all.put("homescreen.title", app.name());
        all.put("lang.current", language);
        texts.texts().forEach((key, text) -> text.in(language, app.langs()).ifPresent(said -> all.put(key, said)));
        texts.media().forEach((key, path) -> path.in(language).ifPresent(said -> all.put(key, said)));
        all.putAll(ofEngine(language));
        app.translations().getOrDefault(language, Map.of()).forEach((key, said) -> {
            if (!said.isBlank()) {
                all.put(key, said);
            }
        });
        all.values().removeIf(String::isBlank);
        return all;
    }

    private Map<String, String> ofEngine(String language) {
        if (app.translationStrategy() == TranslationStrategy.NONE) {
            return Map.of();
        }
        Map<String, String> known = new HashMap<>(engineTexts.in(language));
        if (app.translationStrategy() == TranslationStrategy.SELECT_KNOWN) {
            known.keySet()
                    .removeIf(key ->
                            app.translations().values().stream().noneMatch(translated -> translated.containsKey(key)));
        }
        return known;
    }

    /** The texts for whoever has no language: the first language that says something wins. */
    SortedMap<String, String> inDefault() {
        SortedMap<String, String> all = new TreeMap<>(DEFAULT_ONLY);
        for (String language : app.langs().reversed()) {
            all.putAll(in(language));
        }
        texts.texts().forEach((key, text) -> all.putIfAbsent(key, text.shown(app.langs())));
        all.values().removeIf(String::isBlank);
        app.langs().forEach(language -> all.put(language, Languages.name(language)));
        return all;
    }

    static byte[] file(SortedMap<String, String> strings) {
        StringBuilder file = new StringBuilder();
        strings.forEach((key, value) ->
                file.append(key).append('=').append(escaped(value)).append('\n'));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String value) {
        return value.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("#", "\\#")
                .replace("\n", "\\n");
    }
}

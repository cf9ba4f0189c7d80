// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An application, read from its document (app model, section 2).
 *
 * @param langs the languages, the default one first; never empty
 * @param copyOf of which app this is a version
 * @param media by path
 * @param logos by slot
 */
public record App(
        String id,
        Optional<String> copyOf,
        String docType,
        String name,
        String comment,
        List<String> langs,
        int version,
        EngineVersion engine,
        Map<String, LanguageProfile> languageProfiles,
        Optional<String> practiceMobileWorkerId,
        DeviceSettings settings,
        Map<String, Map<String, String>> translations,
        TranslationStrategy translationStrategy,
        Map<String, MediaEntry> media,
        Map<String, String> logos,
        boolean caseSharing,
        boolean secureSubmissions,
        boolean autoGps,
        boolean gridHome,
        GridMenus gridMenus,
        String customBaseUrl,
        Flavour flavour,
        List<Assertion> assertions,
        List<AppModule> modules) {

    /** What an app speaks that does not say. */
    public static final String USUAL_LANGUAGE = "en";

    public App {
        langs = List.copyOf(langs);
        languageProfiles = inOrder(languageProfiles);
        translations = inOrder(translations);
        media = inOrder(media);
        logos = inOrder(logos);
        assertions = List.copyOf(assertions);
        modules = List.copyOf(modules);
    }

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Reads a document of any age; see {@link AppImport} for what is put right and reported on the way in. */
    public static App of(JsonNode document) {
        return new App(
                Read.text(document, "_id"),
                Read.filled(document, "copy_of"),
                Read.text(document, "doc_type"),
                Read.text(document, "name"),
                Read.text(document, "comment"),
                languages(document),
                Read.number(document, "version", 1),
                EngineVersion.of(Read.text(document.path("build_spec"), "version")),
                Read.map(document, "build_profiles", LanguageProfile::of),
                Read.filled(document, "practice_mobile_worker_id"),
                DeviceSettings.of(document.path("profile")),
                translations(document),
                TranslationStrategy.of(Read.text(document, "translation_strategy")),
                Read.map(document, "multimedia_map", MediaEntry::of),
                Read.map(document, "logo_refs", logo -> Read.text(logo, "path")),
                Read.flag(document, "case_sharing"),
                Read.flag(document, "secure_submissions"),
                Read.flag(document, "auto_gps_capture"),
                Read.flag(document, "use_grid_menus"),
                GridMenus.of(Read.text(document, "grid_form_menus")),
                Read.text(document, "custom_base_url"),
                Flavour.of(Read.text(document, "target_commcare_flavor")),
                Assertion.of(document),
                Read.list(ShadowForms.writtenOut(document), "modules", AppModule::of));
    }

    private static Map<String, Map<String, String>> translations(JsonNode document) {
        Map<String, Map<String, String>> translations = new LinkedHashMap<>();
        document.path("translations")
                .properties()
                .forEach(language -> translations.put(
                        language.getKey(), Read.strings(document.path("translations"), language.getKey())));
        return translations;
    }

    /** The document's languages, or those of the first name that has any. */
    static List<String> languages(JsonNode document) {
        List<String> said = Read.words(document, "langs");
        if (!said.isEmpty()) {
            return said;
        }
        for (JsonNode module : document.path("modules")) {
            List<String> named = new ArrayList<>(Read.strings(module, "name").keySet());
            if (!named.isEmpty()) {
                return named;
            }
        }
        return List.of(USUAL_LANGUAGE);
    }

    /** The same app as those see it who install it in some of its languages. */
    public App in(LanguageProfile profile) {
        return new App(
                id,
                copyOf,
                docType,
                name,
                comment,
                profile.langs().isEmpty() ? langs : profile.langs(),
                version,
                engine,
                languageProfiles,
                profile.practiceMobileWorkerId(),
                settings.with(profile.settings()),
                translations,
                translationStrategy,
                media,
                logos,
                caseSharing,
                secureSubmissions,
                autoGps,
                gridHome,
                gridMenus,
                customBaseUrl,
                flavour,
                assertions,
                modules);
    }

    /** Ids of the workers whose data those see who try the app out, in any of its language profiles. */
    public Set<String> practiceWorkers() {
        Set<String> workers = new HashSet<>();
        practiceMobileWorkerId.ifPresent(workers::add);
        languageProfiles
                .values()
                .forEach(profile -> profile.practiceMobileWorkerId().ifPresent(workers::add));
        return workers;
    }

    /** The id that phones know, whichever version they run. */
    public String originId() {
        return copyOf.orElse(id);
    }

    public Optional<AppModule> module(String uniqueId) {
        return modules.stream()
                .filter(module -> !uniqueId.isEmpty() && module.uniqueId().equals(uniqueId))
                .findFirst();
    }

    /** The case type of a menu's list; a shadow has that of its source. */
    public String caseTypeOf(AppModule module) {
        return module instanceof ShadowModule shadow
                ? module(shadow.sourceModuleId()).orElse(module).caseType()
                : module.caseType();
    }

    /**
     * The menu from whose list a form of a menu chooses a case: the one that is named, else the menu itself if it lists cases of the
     * type, else the first one that does.
     */
    public AppModule listFor(AppModule own, LoadCase load) {
        return load.detailsModule()
                .flatMap(this::module)
                .or(() -> Stream.concat(Stream.of(own), modules.stream())
                        .filter(menu -> caseTypeOf(menu).equals(load.caseType()))
                        .findFirst())
                .orElse(own);
    }

    /** The position of a module, which names it in everything generated; -1 if it is none of this app's. */
    public int indexOf(AppModule module) {
        for (int i = 0; i < modules.size(); i++) {
            if (modules.get(i).uniqueId().equals(module.uniqueId())) {
                return i;
            }
        }
        return -1;
    }

    /** Every form that has a source, in the order of the menus; shadow menus have none of their own. */
    public Stream<AppForm> forms() {
        return modules.stream().flatMap(module -> module.forms().stream());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.baraza.apps.model.App;
import org.baraza.apps.model.Flavour;
import org.baraza.apps.model.FormSources;
import org.baraza.apps.model.LanguageProfile;
import org.baraza.apps.model.MediaEntry;
import org.baraza.xml.EditableDocuments;

/** Makes the files of a version of an app (generated build, section 1): the whole app, and each of its language profiles. */
public final class Compiler {
    private final App app;
    private final FormSources sources;
    private final BuildContext context;
    private final String base;
    private final Versions versions;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, Integer> formVersions = new LinkedHashMap<>();
    private final Map<String, List<String>> profilesOfMedia = new TreeMap<>();

    private Compiler(App app, FormSources sources, BuildContext context) {
        this.app = app;
        this.sources = sources;
        this.context = context;
        this.base = app.customBaseUrl().isBlank()
                ? context.goal().base()
                : app.customBaseUrl().replaceFirst("/+$", "");
        this.versions = new Versions(context, app);
    }

    public static Build compile(App app, FormSources sources, BuildContext context) throws CannotBuild {
        return new Compiler(app, sources, context).build();
    }

    private Build build() throws CannotBuild {
        files(app, Optional.empty());
        for (Map.Entry<String, LanguageProfile> profile : app.languageProfiles().entrySet()) {
            files(app.in(profile.getValue()), Optional.of(profile.getKey()));
        }
        List<Build.MediaFile> media = new ArrayList<>();
        profilesOfMedia.forEach((path, profiles) -> {
            MediaEntry entry = app.media().get(path);
            if (entry != null) {
                media.add(new Build.MediaFile(
                        path.substring(MediaSuite.PREFIX.length()), entry.multimediaId(), entry.mediaType(), profiles));
            }
        });
        return new Build(files, versions.all(), media);
    }

    /** The files of the app in the languages of a profile, or in all of them. */
    private void files(App shown, Optional<String> profileId) throws CannotBuild {
        String folder = profileId.map(id -> id + "/").orElse("");
        Resources resources = new Resources(base, context, profileId);
        Menus menus = new Menus(shown);
        Sessions sessions = new Sessions(
                menus,
                base + "/a/" + context.goal().domain() + "/phone/",
                context.goal().appId());
        CaseCounts counts = new CaseCounts(menus, sessions);
        AppTexts texts = AppTexts.of(menus, counts.keys());
        MediaUse use = new MediaUse(shown, texts);
        forms(shown, menus, sessions, folder, use);
        texts(folder, new AppStrings(shown, texts, context.engineTexts()), shown.langs());
        files.put(
                folder + "suite.xml",
                EditableDocuments.bytes(new Suite(
                                shown, context, resources, menus, sessions, counts, practice(shown, folder, profileId))
                        .document(formVersions)));
        media(shown, resources, folder, use.paths(), profileId);
        profiles(shown, resources, folder);
    }

    /** What phones have on which nobody signed in but to try the app out, as {@link Versions} numbers it. */
    private Optional<Integer> practice(App shown, String folder, Optional<String> profileId) {
        return shown.practiceMobileWorkerId()
                .flatMap(worker -> Optional.ofNullable(context.practice().get(worker)))
                .map(restore -> {
                    files.put(folder + Build.PRACTICE_FILE, restore);
                    return versions.practice(profileId.orElse(""), Ids.md5(restore));
                });
    }

    private void forms(App shown, Menus menus, Sessions sessions, String folder, MediaUse use) throws CannotBuild {
        FormCompiler compiler = new FormCompiler(shown, menus, sessions);
        for (int i = 0; i < menus.count(); i++) {
            for (ShownForm form : menus.forms(i)) {
                if (!form.isShadow()
                        && form.form().sourceId().equals(form.form().uniqueId())) {
                    String id = form.form().uniqueId();
                    String source =
                            sources.of(id).orElseThrow(() -> new CannotBuild(form.command(), "The form has no source"));
                    FormCompiler.Compiled compiled = compiler.compile(form, source);
                    use.form(compiled.form());
                    if (folder.isEmpty()) {
                        formVersions.put(id, versions.form(id, compiled.hash()));
                    }
                    files.put(
                            folder + form.path(),
                            compiled.bytes(
                                    formVersions.getOrDefault(id, context.goal().version())));
                }
            }
        }
    }

    private void texts(String folder, AppStrings strings, List<String> languages) {
        files.put(folder + "default/app_strings.txt", AppStrings.file(strings.inDefault()));
        for (String language : languages) {
            files.put(folder + language + "/app_strings.txt", AppStrings.file(strings.in(language)));
        }
    }

    private void media(App shown, Resources resources, String folder, Set<String> used, Optional<String> profileId) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String path : used) {
            MediaEntry entry = shown.media().get(path);
            if (entry != null && context.has(entry)) {
                numbers.put(path, versions.medium(path, entry));
                profilesOfMedia.computeIfAbsent(path, key -> new ArrayList<>()).add(profileId.orElse(""));
            }
        }
        files.put(
                folder + "media_suite.xml",
                EditableDocuments.bytes(new MediaSuite(shown, context, resources).document(numbers)));
    }

    private void profiles(App shown, Resources resources, String folder) {
        Profile profile = new Profile(shown, context, resources);
        profile(profile, folder, "profile", shown.flavour().androidPackage());
        if (shown.flavour() != Flavour.ANY) {
            for (Flavour flavour : new Flavour[] {Flavour.COMMCARE, Flavour.LTS}) {
                profile(profile, folder, "profile-" + flavour.word().orElseThrow(), flavour.androidPackage());
            }
        }
    }

    /** Each profile with and without media, and under the ending of older phones, too. */
    private void profile(Profile profile, String folder, String name, Optional<String> androidPackage) {
        for (boolean withMedia : new boolean[] {false, true}) {
            String file = (withMedia ? "media_" : "") + name;
            byte[] document = EditableDocuments.bytes(profile.document(file + ".ccpr", withMedia, androidPackage));
            files.put(folder + file + ".ccpr", document);
            files.put(folder + file + ".xml", document);
        }
    }
}

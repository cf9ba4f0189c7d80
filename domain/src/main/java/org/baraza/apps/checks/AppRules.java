// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.Assertion;
import org.baraza.apps.model.LanguageProfile;

/** What is to be said of an app as a whole. */
final class AppRules {
    private static final Set<String> PASSWORD_FORMATS = Set.of("a", "n", "x");

    private final App app;
    private final CheckContext context;
    private final KnownNames known;
    private final Problems problems;

    AppRules(App app, CheckContext context, KnownNames known, Problems problems) {
        this.app = app;
        this.context = context;
        this.known = known;
        this.problems = problems;
    }

    void check() {
        if (app.modules().isEmpty()) {
            problems.error("no modules", Place.APP, "The app has no menus yet");
        }
        languages();
        forms();
        settings();
        if (app.practiceWorkers().stream().anyMatch(context.practiceTooLarge()::contains)) {
            problems.add(AppChecks.TOO_MUCH_PRACTICE);
        }
        practiceUser(app.practiceMobileWorkerId());
        app.languageProfiles().values().forEach(profile -> practiceUser(profile.practiceMobileWorkerId()));
        ExpressionRules expressions = new ExpressionRules(problems, known);
        for (Assertion assertion : app.assertions()) {
            expressions.check(assertion.test(), Place.APP.part("custom_assertions"), "error", "A condition of the app");
        }
    }

    private void languages() {
        for (String language : app.langs()) {
            if (language.isBlank()) {
                problems.error("empty lang", Place.APP, "One of the app's languages has no code");
            } else if (!language.matches("[a-z]{2,3}(-[a-z]*)?")) {
                problems.error(
                        "empty lang", Place.APP, "The language " + language + " is not a code such as en or swa");
            }
        }
        if (new HashSet<>(app.langs()).size() < app.langs().size()) {
            problems.error("empty lang", Place.APP, "One of the app's languages is listed twice");
        }
        for (LanguageProfile profile : app.languageProfiles().values()) {
            for (String language : profile.langs()) {
                if (!app.langs().contains(language)) {
                    problems.error(
                            "empty lang",
                            Place.APP,
                            "The profile " + profile.name() + " has the language " + language
                                    + ", which the app does not have");
                }
            }
        }
    }

    private void forms() {
        Map<String, Place> byXmlns = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (AppModule module : app.modules()) {
            for (AppForm form : module.forms()) {
                Place place = Place.of(module).form(form);
                if (!ids.add(form.uniqueId())) {
                    problems.error(
                            "duplicate form id",
                            place,
                            "Another form has the same id, so phones would download only one of them");
                }
                if (form.xmlns().isBlank() || !form.sourceId().equals(form.uniqueId())) {
                    continue;
                }
                Place other = byXmlns.putIfAbsent(form.xmlns(), place);
                if (other != null) {
                    problems.error(
                            "duplicate xmlns",
                            place,
                            "The form has the same namespace as another (" + other
                                    + "), so phones and reports cannot tell them apart");
                }
            }
        }
    }

    private void settings() {
        Map<String, String> properties = app.settings().properties();
        passwords(properties);
        app.languageProfiles().values().forEach(profile -> passwords(profile.settings()));
        String tether = properties.getOrDefault("server-tether", "sync");
        if (app.caseSharing() && !tether.equals("sync")) {
            problems.warning(
                    "case_sharing",
                    Place.APP,
                    "Cases are shared, so phones will synchronise after each form although the settings say otherwise");
        }
    }

    private void passwords(Map<String, String> settings) {
        String format = settings.getOrDefault("password_format", "a");
        if (!PASSWORD_FORMATS.contains(format)) {
            problems.error("password_format", Place.APP, "The password format " + format + " is not known to phones");
        }
    }

    private void practiceUser(Optional<String> userId) {
        if (userId.isPresent()
                && context.practiceUsers()
                        .filter(known -> !known.contains(userId.get()))
                        .isPresent()) {
            problems.error(
                    "practice user config error",
                    Place.APP,
                    "The practice user is not a mobile worker who may practise any more");
        }
    }
}

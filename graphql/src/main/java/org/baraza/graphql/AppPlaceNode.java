// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baraza.apps.checks.Place;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.jspecify.annotations.Nullable;

/** A part of an application, by the names that its builders know. */
record AppPlaceNode(
        String place,
        @Nullable String menuId,
        @Nullable String formId,
        @Nullable String question) {

    static AppPlaceNode of(App app, Place place) {
        Optional<AppModule> menu = place.moduleId().flatMap(app::module);
        Optional<AppForm> form = place.formId()
                .flatMap(id ->
                        app.forms().filter(one -> one.uniqueId().equals(id)).findFirst());
        String language = app.langs().getFirst();
        String words = String.join(
                " › ",
                Stream.of(
                                menu.map(found -> named(found.menu().name().byLanguage(), language)),
                                form.map(found -> named(found.settings().name().byLanguage(), language)),
                                place.question(),
                                place.part())
                        .flatMap(Optional::stream)
                        .filter(name -> !name.isEmpty())
                        .toList());
        return new AppPlaceNode(
                words.isEmpty() ? app.name() : words,
                place.moduleId().orElse(null),
                place.formId().orElse(null),
                place.question().orElse(null));
    }

    private static String named(Map<String, String> names, String language) {
        return names.getOrDefault(language, names.values().stream().findFirst().orElse(""));
    }
}

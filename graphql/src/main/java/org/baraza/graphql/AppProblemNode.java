// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baraza.apps.checks.Problem;
import org.baraza.apps.checks.Severity;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.jspecify.annotations.Nullable;

/** Something that is wrong with an application, and where, by the names that its builders know. */
record AppProblemNode(
        String place,
        String message,
        Severity severity,
        @Nullable String menuId,
        @Nullable String formId,
        @Nullable String question) {

    static List<AppProblemNode> of(App app, List<Problem> problems) {
        return problems.stream().map(problem -> of(app, problem)).toList();
    }

    private static AppProblemNode of(App app, Problem problem) {
        Optional<AppModule> menu = problem.place().moduleId().flatMap(app::module);
        Optional<AppForm> form = problem.place()
                .formId()
                .flatMap(id ->
                        app.forms().filter(one -> one.uniqueId().equals(id)).findFirst());
        String language = app.langs().getFirst();
        String place = String.join(
                " › ",
                Stream.of(
                                menu.map(found -> named(found.menu().name().byLanguage(), language)),
                                form.map(found -> named(found.settings().name().byLanguage(), language)),
                                problem.place().question(),
                                problem.place().part())
                        .flatMap(Optional::stream)
                        .filter(name -> !name.isEmpty())
                        .toList());
        return new AppProblemNode(
                place.isEmpty() ? app.name() : place,
                problem.sentence() + ".",
                problem.severity(),
                problem.place().moduleId().orElse(null),
                problem.place().formId().orElse(null),
                problem.place().question().orElse(null));
    }

    private static String named(Map<String, String> names, String language) {
        return names.getOrDefault(language, names.values().stream().findFirst().orElse(""));
    }
}

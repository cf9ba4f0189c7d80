// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.LoadCase;

/** What is to be said of a form that shows the questions of another one. */
final class ShadowFormRules {
    private final App app;
    private final Problems problems;

    ShadowFormRules(App app, Problems problems) {
        this.app = app;
        this.problems = problems;
    }

    void check(AdvancedForm form, Place place) {
        if (form.sourceId().isBlank()) {
            problems.error(
                    "missing shadow parent", place, "The form does not say which other form's questions it shows");
            return;
        }
        Optional<? extends AppForm> parent = app.forms()
                .filter(other -> other.uniqueId().equals(form.sourceId()))
                .filter(other -> other instanceof AdvancedForm several
                        && several.shadowOf().isEmpty())
                .findFirst();
        if (parent.isEmpty()) {
            problems.error(
                    "shadow parent does not exist",
                    place,
                    "The form whose questions this one shows is not there, or not an advanced form with questions");
            return;
        }
        Set<String> missing = new TreeSet<>(tags((AdvancedForm) parent.get()));
        missing.removeAll(tags(form));
        if (!missing.isEmpty()) {
            problems.error(
                    "missing shadow parent tag",
                    place,
                    "The form whose questions this one shows works on cases that are not chosen here: "
                            + String.join(", ", missing));
        }
    }

    private static Set<String> tags(AdvancedForm form) {
        return form.loads().stream().map(LoadCase::tag).collect(Collectors.toSet());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.Optional;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;

/**
 * Where in an app something is, by ids that do not change when things are moved.
 *
 * @param question the path of a question
 * @param part a part of the menu or form that is no question: {@code shortDetail.columns[2]}
 */
public record Place(
        Optional<String> moduleId, Optional<String> formId, Optional<String> question, Optional<String> part) {
    public static final Place APP = new Place(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static Place of(AppModule module) {
        return new Place(Optional.of(module.uniqueId()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Place form(AppForm form) {
        return new Place(moduleId, Optional.of(form.uniqueId()), question, part);
    }

    public Place question(String path) {
        return new Place(moduleId, formId, Optional.of(path), part);
    }

    public Place part(String name) {
        return new Place(moduleId, formId, question, Optional.of(name));
    }

    /** In one line, for lists and logs. */
    @Override
    public String toString() {
        return String.join(
                        " ",
                        moduleId.map(id -> "module " + id).orElse("app"),
                        formId.map(id -> "form " + id).orElse(""),
                        question.orElse(""),
                        part.orElse(""))
                .replaceAll(" +", " ")
                .strip();
    }
}

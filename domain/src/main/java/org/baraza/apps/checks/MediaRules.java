// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.HashSet;
import java.util.Set;
import org.baraza.apps.model.App;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;

/** Pictures, sounds and films that are named and that nobody has uploaded. */
final class MediaRules {
    private final Set<String> uploaded = new HashSet<>();
    private final Problems problems;

    MediaRules(App app, CheckContext context, Problems problems) {
        app.media().forEach((path, entry) -> {
            if (context.media()
                    .filter(kept -> !kept.contains(entry.multimediaId()))
                    .isEmpty()) {
                uploaded.add(path);
            }
        });
        this.problems = problems;
    }

    void check(XForm form, Place place) {
        for (EditableElement translation : form.translations()) {
            for (EditableElement text : translation.elements("text")) {
                for (EditableElement value : text.elements("value")) {
                    path(value.text().strip(), place);
                }
            }
        }
    }

    void path(String path, Place place) {
        if (path.startsWith("jr://file/") && !uploaded.contains(path)) {
            problems.warning("missing media", place, "The file " + path + " has not been uploaded");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Set;
import java.util.TreeSet;
import org.baraza.apps.model.App;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;

/** Which media an app shows or plays in its languages. */
final class MediaUse {
    private final Set<String> paths = new TreeSet<>();

    MediaUse(App app, AppTexts texts) {
        paths.addAll(texts.paths(app.langs()));
        app.logos().values().forEach(this::add);
    }

    /** The media of a form that has been cut to its languages. */
    void form(XForm form) {
        for (EditableElement translation : form.translations()) {
            for (EditableElement text : translation.elements("text")) {
                text.elements("value").stream()
                        .filter(value -> value.attribute("form").isPresent())
                        .forEach(value -> add(value.text().strip()));
            }
        }
    }

    private void add(String path) {
        if (path.startsWith(MediaSuite.PREFIX)) {
            paths.add(path);
        }
    }

    Set<String> paths() {
        return paths;
    }
}

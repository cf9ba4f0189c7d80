// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.model.Texts;
import org.baraza.xml.EditableElement;

/**
 * Names of forms that say how many cases there are to choose from (generated build, section 5). Only what can be counted before
 * anything is chosen is; and not where items have numbers, which stand in the same place of the text.
 */
final class CaseCounts {
    private final Set<String> keys = new HashSet<>();

    CaseCounts(Menus menus, Sessions sessions) throws CannotBuild {
        if (menus.app().settings().isNumbered()) {
            return;
        }
        for (int i = 0; i < menus.count(); i++) {
            for (ShownForm form : menus.forms(i)) {
                if (!form.isShadow()
                        && form.form().settings().showCount()
                        && count(sessions.of(form)).isPresent()) {
                    keys.add(form.textKey());
                }
            }
        }
    }

    /** Of the names that say it. */
    Set<String> keys() {
        return keys;
    }

    static Texts said(Texts name) {
        return name.map(text -> text + " (${0})");
    }

    private static Optional<String> count(FormSession session) {
        return session.lastSelection()
                .map(Datum::expression)
                .filter(nodeset -> nodeset.startsWith("instance('casedb')") && !nodeset.contains("session/data/"))
                .map(nodeset -> "count(" + nodeset + ")");
    }

    /** Puts the number into what the menu shows of a form, if its name says one. */
    EditableElement in(EditableElement display, ShownForm form, FormSession session) {
        if (keys.contains(form.textKey())) {
            EditableElement argument =
                    Tags.tag("argument").add(Tags.xpath(count(session).orElse("0")));
            EditableElement text = display.name().equals("text")
                    ? display
                    : display.element("text").orElseThrow();
            text.element("locale").orElseThrow().add(argument);
        }
        return display;
    }
}

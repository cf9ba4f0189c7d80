// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.apps.model.Assertion;
import org.baraza.apps.model.MenuSettings;

/** The conditions of menus and forms, written out (generated build, section 7, command relevance). */
final class Conditions {
    private final Menus menus;
    private final Sessions sessions;

    Conditions(Menus menus, Sessions sessions) {
        this.menus = menus;
        this.sessions = sessions;
    }

    /** When a menu shows a form. */
    Optional<String> ofForm(ShownForm form) throws CannotBuild {
        String filter = form.form().settings().filter();
        return filter.isBlank() ? Optional.empty() : Optional.of(inForm(form, filter));
    }

    /** An expression about a form's session and the case at hand. */
    String inForm(ShownForm form, String expression) throws CannotBuild {
        FormSession session = sessions.of(form);
        Optional<String> caseId = session.lastSelection().map(datum -> SessionPaths.variable(datum.id()));
        String named = caseId.map(id -> Dots.replace(expression, SessionPaths.caseOf(id)))
                .orElse(expression);
        String expanded = new Hashtags(Optional.empty(), caseId, false).expand(named);
        return Variables.rename(Selections.withFixture(expanded, form.source()), session.renamed());
    }

    /** When a menu is shown: one whose forms stand in the menu above depends on that one, too. */
    Optional<String> ofMenu(int module) {
        Optional<String> own = filter(module);
        if (!menus.module(module).menu().putInRoot() || menus.parent(module).isEmpty()) {
            return own;
        }
        Optional<String> above = ofMenu(menus.parent(module).getAsInt());
        if (own.isPresent() && above.isPresent()) {
            return Optional.of("(" + own.get() + ") and (" + above.get() + ")");
        }
        return own.or(() -> above);
    }

    /** Every expression that a menu itself is shown and opened by: its condition, its mark and what must be true. */
    List<String> ofWholeMenu(int module) {
        MenuSettings menu = menus.module(module).menu();
        List<String> all = new ArrayList<>(tests(menu.assertions()));
        ofMenu(module).ifPresent(all::add);
        menu.badges().stream()
                .limit(1)
                .map(badge -> Hashtags.WITHOUT_CASE.expand(badge.xpath()))
                .forEach(all::add);
        return all;
    }

    /** What must be true before the app is used. */
    List<String> ofHome() {
        return tests(menus.app().assertions());
    }

    private static List<String> tests(List<Assertion> assertions) {
        return assertions.stream()
                .map(assertion -> Hashtags.WITHOUT_CASE.expand(assertion.test()))
                .toList();
    }

    private Optional<String> filter(int module) {
        String filter = menus.module(module).menu().filter();
        return filter.isBlank() ? Optional.empty() : Optional.of(Hashtags.WITHOUT_CASE.expand(filter));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.CaseListForm;
import org.baraza.apps.model.Registrations;
import org.baraza.xml.EditableElement;

/** Brings a user who registered a case from a list back to it, with the new case chosen if there is one (section 8.7). */
final class ReturnsToList {
    private static final String RETURN_TO = SessionPaths.variable("return_to");

    private final Menus menus;
    private final Sessions sessions;
    private final Ways ways;

    ReturnsToList(Menus menus, Sessions sessions, Ways ways) {
        this.menus = menus;
        this.sessions = sessions;
        this.ways = ways;
    }

    /** The frames of a form, for each list that it registers cases from. */
    List<EditableElement> of(ShownForm form) throws CannotBuild {
        List<EditableElement> frames = new ArrayList<>();
        if (form.isShadow()) {
            return frames;
        }
        for (int i = 0; i < menus.count(); i++) {
            CaseListForm offered = menus.module(i).menu().caseListForm();
            if (offered.formId().filter(form.form().uniqueId()::equals).isPresent()) {
                addFrames(form, i, offered, frames);
            }
        }
        return frames;
    }

    private void addFrames(ShownForm form, int module, CaseListForm offered, List<EditableElement> frames)
            throws CannotBuild {
        Way way = ways.toItemsOf(module);
        List<Datum> source = sessions.of(form).handedOn();
        Optional<String> newCase = newCase(form, menus.caseType(module));
        Way withoutCase = newCase.map(id -> cut(way, source, id)).orElse(way);
        String came = "count(" + RETURN_TO + ") = 1 and " + RETURN_TO + " = '" + Ids.menu(module) + "'";
        if (offered.backToList() || newCase.isEmpty()) {
            frames.add(Frames.create(Optional.of(came), withoutCase, source));
            return;
        }
        String made = came + " and count(" + SessionPaths.caseOf(SessionPaths.variable(newCase.get())) + ")";
        frames.add(Frames.create(Optional.of(made + " > 0"), way, source));
        frames.add(Frames.create(Optional.of(made + " = 0"), withoutCase, source));
    }

    /** The way up to where the new case would be chosen. */
    private static Way cut(Way way, List<Datum> source, String newCase) {
        Map<String, String> matches = Frames.matches(way.datums(), source);
        return way.datums().stream()
                .filter(datum -> newCase.equals(matches.get(datum.id())))
                .findFirst()
                .map(datum -> way.upTo(datum.id()))
                .orElse(way);
    }

    private Optional<String> newCase(ShownForm form, String caseType) throws CannotBuild {
        List<String> variables = Registrations.of(form.form(), menus.caseType(form.module()), caseType);
        return variables.isEmpty()
                ? Optional.empty()
                : Optional.of(sessions.of(form).variable(variables.getFirst()));
    }
}

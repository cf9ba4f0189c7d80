// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.apps.model.CaseListForm;
import org.baraza.apps.model.SearchConfig;
import org.baraza.xml.EditableElement;

/** What a case list offers besides its cases: to register one, to search the server. */
final class ListActions {
    /** The search opens by itself if there is nothing chosen, or what is chosen is not on the phone. */
    private static final String UNLESS_CHOSEN =
            "$next_input = '' or count(" + SessionPaths.caseOf("$next_input") + ") = 0";

    private static final String UNLESS_ALL_CHOSEN = "count(instance('next_input')/results/value) = 0"
            + " or count(instance('next_input')/results/value"
            + "[count(instance('casedb')/casedb/case[@case_id = current()/.]) = 0]) > 0";

    private final Menus menus;
    private final Sessions sessions;

    ListActions(Menus menus, Sessions sessions) {
        this.menus = menus;
        this.sessions = sessions;
    }

    List<EditableElement> of(int module) throws CannotBuild {
        List<EditableElement> actions = new ArrayList<>();
        if (menus.module(module).menu().putInRoot()) {
            return actions;
        }
        Optional<EditableElement> registration = registration(module);
        registration.ifPresent(actions::add);
        SearchConfig search = menus.module(module).menu().search();
        if (menus.offersSearch(module)) {
            actions.add(search(module, search));
        }
        return actions;
    }

    /** In the results of a search there is only the way to search again. */
    List<EditableElement> ofResults(int module) {
        SearchConfig search = menus.module(module).menu().search();
        if (menus.module(module).menu().putInRoot()) {
            return List.of();
        }
        return List.of(tag("action")
                .set("auto_launch", "false()")
                .set("redo_last", "true")
                .add(Tags.displayed("case_search." + Ids.menu(module) + ".again", menus.shown(search.againMedia())))
                .add(push(tag("mark"), command(Ids.searchCommand(module)))));
    }

    private Optional<EditableElement> registration(int module) throws CannotBuild {
        CaseListForm offered = menus.module(module).menu().caseListForm();
        if (offered.formId().isEmpty()) {
            return Optional.empty();
        }
        Optional<ShownForm> form = menus.find(offered.formId().get());
        if (form.isEmpty()) {
            throw new CannotBuild(Ids.menu(module), "The form that registers cases from the list does not exist");
        }
        EditableElement push = push(command(form.get().command()));
        EditableElement frame = push.element("push").orElseThrow();
        variables(module, form.get()).forEach(frame::add);
        frame.add(datum("return_to", "'" + Ids.menu(module) + "'"));
        EditableElement action = tag("action")
                .add(Tags.displayed(Ids.caseListFormText(module), menus.shown(offered.media())))
                .add(push);
        if (!offered.relevancy().isBlank()) {
            action.set("relevant", Hashtags.WITHOUT_CASE.expand(offered.relevancy()));
        }
        return Optional.of(action);
    }

    /** The form's variables as far as the list knows them: cases that were chosen before it, by their type. */
    private List<EditableElement> variables(int module, ShownForm form) throws CannotBuild {
        List<Datum> toTheList = sessions.ofCaseList(module).datums();
        List<Datum> chosenBefore = toTheList.stream()
                .limit(Math.max(toTheList.size() - 1, 0))
                .filter(Datum::isSelection)
                .toList();
        List<EditableElement> variables = new ArrayList<>();
        for (Datum datum : sessions.of(form).datums()) {
            if (!datum.isSelection()) {
                variables.add(datum(datum.id(), datum.expression()));
            } else {
                same(datum, chosenBefore).ifPresent(id -> variables.add(datum(datum.id(), SessionPaths.variable(id))));
            }
        }
        return variables;
    }

    private static Optional<String> same(Datum wanted, List<Datum> chosen) {
        List<Datum> ofType = chosen.stream()
                .filter(datum -> datum.caseType().equals(wanted.caseType()))
                .toList();
        return chosen.stream()
                .filter(datum ->
                        datum.id().equals(wanted.id()) && datum.caseType().equals(wanted.caseType()))
                .findFirst()
                .or(() -> ofType.size() == 1 ? Optional.of(ofType.getFirst()) : Optional.empty())
                .map(Datum::id);
    }

    private EditableElement search(int module, SearchConfig search) {
        EditableElement action = tag("action")
                .set("auto_launch", search.autoLaunch() ? unlessChosen(module) : "false()")
                .set("redo_last", "false")
                .add(Tags.displayed("case_search." + Ids.menu(module), menus.shown(search.labelMedia())))
                .add(push(tag("mark"), command(Ids.searchCommand(module))));
        if (!search.buttonCondition().isBlank()) {
            action.set("relevant", Hashtags.WITHOUT_CASE.expand(search.buttonCondition()));
        }
        return action;
    }

    private String unlessChosen(int module) {
        return sessions.selections().isSeveral(module) ? UNLESS_ALL_CHOSEN : UNLESS_CHOSEN;
    }

    private static EditableElement push(EditableElement... steps) {
        return tag("stack").add(tag("push").add(List.of(steps)));
    }

    private static EditableElement command(String id) {
        return tag("command").set("value", "'" + id + "'");
    }

    private static EditableElement datum(String id, String value) {
        return tag("datum").set("id", id).set("value", value);
    }
}

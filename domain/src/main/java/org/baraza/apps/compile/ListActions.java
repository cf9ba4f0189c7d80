// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.model.CaseListForm;
import org.baraza.apps.model.SearchConfig;
import org.baraza.xml.EditableElement;

/** What a case list offers besides its cases: to register one, to search the server. */
final class ListActions {
    private final Menus menus;
    private final Sessions sessions;

    ListActions(Menus menus, Sessions sessions) {
        this.menus = menus;
        this.sessions = sessions;
    }

    List<EditableElement> of(int module) throws CannotBuild {
        List<EditableElement> actions = new ArrayList<>();
        Optional<EditableElement> registration = registration(module);
        registration.ifPresent(actions::add);
        SearchConfig search = menus.module(module).menu().search();
        if (search.active()) {
            actions.add(search(module, search));
        }
        return actions;
    }

    /** In the results of a search there is only the way to search again. */
    List<EditableElement> ofResults(int module) {
        SearchConfig search = menus.module(module).menu().search();
        if (search.again().isBlank()) {
            return List.of();
        }
        return List.of(tag("action")
                .add(Tags.displayed("case_search." + Ids.menu(module) + ".again", search.againMedia()))
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
                .add(Tags.displayed(Ids.caseListFormText(module), offered.media()))
                .add(push);
        if (!offered.relevancy().isBlank()) {
            action.set("relevant", new Hashtags(Optional.empty(), Optional.empty(), false).expand(offered.relevancy()));
        }
        return Optional.of(action);
    }

    /** The form's variables as far as the list knows them; what comes after an unknown one is asked for. */
    private List<EditableElement> variables(int module, ShownForm form) throws CannotBuild {
        Set<String> chosenBefore = new HashSet<>();
        List<Datum> toTheList = sessions.ofCaseList(module).datums();
        for (int i = 0; i < toTheList.size() - 1; i++) {
            chosenBefore.add(toTheList.get(i).id());
        }
        List<EditableElement> variables = new ArrayList<>();
        for (Datum datum : sessions.of(form).datums()) {
            if (!datum.isSelection()) {
                variables.add(datum(datum.id(), datum.expression()));
            } else if (chosenBefore.contains(datum.id())) {
                variables.add(datum(datum.id(), SessionPaths.variable(datum.id())));
            } else {
                break;
            }
        }
        return variables;
    }

    private EditableElement search(int module, SearchConfig search) {
        EditableElement action = tag("action")
                .set("auto_launch", search.autoLaunch() ? "true()" : "false()")
                .set("redo_last", "false")
                .add(Tags.displayed("case_search." + Ids.menu(module), search.labelMedia()))
                .add(push(tag("mark"), command(Ids.searchCommand(module))));
        if (!search.buttonCondition().isBlank()) {
            action.set("relevant", search.buttonCondition());
        }
        return action;
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

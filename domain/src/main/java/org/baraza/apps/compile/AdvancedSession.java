// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.LoadCase;
import org.baraza.apps.model.LoadCase.AutoSelect;
import org.baraza.apps.model.LoadCase.FromTable;
import org.baraza.apps.model.MenuSettings;
import org.baraza.apps.model.OpenAdvanced;

/** The session of a form that loads and opens several cases. */
final class AdvancedSession {
    private final Menus menus;
    private final Selections selections;

    AdvancedSession(Menus menus, Selections selections) {
        this.menus = menus;
        this.selections = selections;
    }

    FormSession of(ShownForm shown, AdvancedForm form) throws CannotBuild {
        List<Datum> datums = new ArrayList<>();
        List<FormSession.Requirement> requirements = new ArrayList<>();
        for (LoadCase load : form.loads()) {
            if (load.autoSelect().isPresent()) {
                datums.add(found(shown, form, load, load.autoSelect().get(), requirements));
            } else if (load.fromTable().isPresent()) {
                datums.addAll(fromTable(shown, form, load, load.fromTable().get()));
            } else {
                datums.add(chosen(shown, form, load));
            }
        }
        form.datums()
                .forEach(datum -> datums.add(
                        Datum.function(datum.id(), Optional.empty(), Hashtags.WITHOUT_CASE.expand(datum.function()))));
        for (OpenAdvanced open : form.opens()) {
            if (open.active() && open.repeat().isEmpty()) {
                datums.add(Datum.newCase(open.variable(), open.caseType()));
            }
        }
        return new FormSession(datums, Map.of(), requirements);
    }

    private Datum chosen(ShownForm shown, AdvancedForm form, LoadCase load) {
        int list = listOf(shown, load);
        MenuSettings menu = menus.module(list).menu();
        String index = childOf(form, load);
        boolean leadsToAnother = form.loads().stream()
                .flatMap(other -> other.index().stream())
                .anyMatch(other -> other.tag().equals(load.tag()));
        return new Datum(
                load.variable(),
                Datum.Kind.SELECT,
                Optional.of(load.caseType()),
                selections.nodeset(list, load.caseType()) + index,
                "./@case_id",
                Optional.of(Ids.detail(list, "case_short")),
                leadsToAnother ? Optional.empty() : selections.confirm(list),
                selections.persistent(list),
                selections.inline(list),
                menu.autoSelect(),
                0,
                Optional.empty());
    }

    private int listOf(ShownForm shown, LoadCase load) {
        String list = menus.app().listFor(menus.module(shown.module()), load).uniqueId();
        return menus.position(list).orElse(shown.module());
    }

    private Datum found(
            ShownForm shown,
            AdvancedForm form,
            LoadCase load,
            AutoSelect auto,
            List<FormSession.Requirement> requirements)
            throws CannotBuild {
        return switch (auto.mode()) {
            case USER -> {
                yield ofUser(load, "user", auto.key(), requirements);
            }
            case FIXTURE -> {
                String rows = "instance('item-list:" + auto.source() + "')/" + auto.source() + "_list/" + auto.source();
                requirements.add(new FormSession.Requirement(
                        "count(" + rows + ") = 1",
                        "case_autoload.fixture.exactly_one_fixture",
                        Optional.of(auto.source())));
                require(requirements, "fixture", rows + "/" + auto.key(), auto.key());
                yield function(load, rows + "/" + auto.key());
            }
            case CASE -> {
                String id = SessionPaths.caseOf(SessionPaths.variable(variable(form, auto.source()))) + "/index/"
                        + auto.key();
                require(requirements, "case", id, auto.key());
                yield function(load, id);
            }
            case USERCASE -> {
                requirements.add(Sessions.usercaseExists());
                yield Sessions.usercase(load.variable());
            }
            case LOCATION -> {
                yield ofUser(load, "location", "commcare_location_id", requirements);
            }
            case RAW -> {
                String id = Hashtags.WITHOUT_CASE.expand(auto.key());
                requirements.add(caseThere("raw", id));
                yield function(load, id);
            }
            case UNKNOWN ->
                throw new CannotBuild(
                        shown.command(), "The case " + load.tag() + " is to be found in a way that is not known");
        };
    }

    private static Datum function(LoadCase load, String function) {
        return Datum.function(load.variable(), Optional.of(load.caseType()), function);
    }

    /** Users may have no data at all, and engines stop at what is not there; so it is looked for first. */
    private static Datum ofUser(
            LoadCase load, String mode, String property, List<FormSession.Requirement> requirements) {
        String data = SessionPaths.SESSION + "user/data";
        String id = data + "/" + property;
        String there = "count(" + data + ") = 1 and count(" + id + ") = 1";
        requirements.add(new FormSession.Requirement(
                there, "case_autoload." + mode + ".property_missing", Optional.of(property)));
        requirements.add(caseThere(mode, id));
        return function(load, "if(" + there + ", " + id + ", '')");
    }

    private static void require(List<FormSession.Requirement> requirements, String mode, String id, String property) {
        requirements.add(new FormSession.Requirement(
                "count(" + id + ") = 1", "case_autoload." + mode + ".property_missing", Optional.of(property)));
        requirements.add(caseThere(mode, id));
    }

    private static FormSession.Requirement caseThere(String mode, String id) {
        return new FormSession.Requirement(
                "count(" + SessionPaths.caseOf(id) + ") = 1", "case_autoload." + mode + ".case_missing");
    }

    /** A row is chosen, and says by one of its values which case is meant. */
    private List<Datum> fromTable(ShownForm shown, AdvancedForm form, LoadCase load, FromTable table) {
        String tag = table.tag().isBlank() ? "fixture_" + load.tag() : table.tag();
        int list = listOf(shown, load);
        List<Datum> datums = new ArrayList<>();
        if (!table.arbitraryDatum().isBlank() && !table.arbitraryFunction().isBlank()) {
            datums.add(Datum.function(
                    table.arbitraryDatum(), Optional.empty(), Hashtags.WITHOUT_CASE.expand(table.arbitraryFunction())));
        }
        datums.add(Datum.row(
                tag,
                Hashtags.WITHOUT_CASE.expand(table.nodeset()),
                table.variable(),
                Ids.detail(list, "case_short"),
                selections.confirm(list),
                table.autoSelectRow()));
        String property = table.caseProperty().isBlank() ? "@case_id" : Properties.name(table.caseProperty());
        datums.add(new Datum(
                load.variable(),
                Datum.Kind.SELECT,
                Optional.of(load.caseType()),
                "instance('casedb')/casedb/case[@case_type='" + load.caseType() + "'][@status='open'][" + property + "="
                        + SessionPaths.variable(tag) + "]" + childOf(form, load),
                "./@case_id",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                table.autoSelect(),
                0,
                Optional.empty()));
        return datums;
    }

    /** The predicate that leaves cases below the one of another tag. */
    private static String childOf(AdvancedForm form, LoadCase load) {
        return load.index()
                .map(parent -> "[index/" + parent.reference() + "="
                        + SessionPaths.variable(variable(form, parent.tag())) + "]")
                .orElse("");
    }

    private static String variable(AdvancedForm form, String tag) {
        return form.loads().stream()
                .filter(load -> load.tag().equals(tag))
                .findFirst()
                .map(LoadCase::variable)
                .orElse("case_id_" + tag);
    }
}

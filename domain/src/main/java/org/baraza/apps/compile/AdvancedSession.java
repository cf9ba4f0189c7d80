// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
                datums.add(found(shown, load, load.autoSelect().get(), requirements));
            } else if (load.fromTable().isPresent()) {
                datums.addAll(fromTable(shown, load, load.fromTable().get()));
            } else {
                datums.add(chosen(shown, form, load));
            }
        }
        form.datums().forEach(datum -> datums.add(Datum.function(datum.id(), Optional.empty(), datum.function())));
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
        String index = load.index()
                .map(parent ->
                        "[index/" + parent.reference() + "=" + SessionPaths.variable("case_id_" + parent.tag()) + "]")
                .orElse("");
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
                menu.autoSelect(),
                0);
    }

    private int listOf(ShownForm shown, LoadCase load) {
        OptionalInt named = load.detailsModule().map(menus::position).orElse(OptionalInt.empty());
        return named.orElse(shown.module());
    }

    private Datum found(ShownForm shown, LoadCase load, AutoSelect auto, List<FormSession.Requirement> requirements)
            throws CannotBuild {
        return switch (auto.mode()) {
            case USER -> {
                String id = SessionPaths.SESSION + "user/data/" + auto.key();
                require(requirements, "user", id);
                yield function(load, id);
            }
            case FIXTURE -> {
                String rows = "instance('item-list:" + auto.source() + "')/" + auto.source() + "_list/" + auto.source();
                requirements.add(new FormSession.Requirement(
                        "count(" + rows + ") = 1", "case_autoload.fixture.exactly_one_fixture"));
                require(requirements, "fixture", rows + "/" + auto.key());
                yield function(load, rows + "/" + auto.key());
            }
            case CASE -> {
                String id =
                        SessionPaths.caseOf(SessionPaths.variable("case_id_" + auto.source())) + "/index/" + auto.key();
                require(requirements, "case", id);
                yield function(load, id);
            }
            case USERCASE -> {
                requirements.add(Sessions.usercaseExists());
                yield Sessions.usercase(load.variable());
            }
            case LOCATION -> {
                String id = SessionPaths.SESSION + "user/data/commcare_location_id";
                require(requirements, "location", id);
                yield function(load, id);
            }
            case RAW -> {
                requirements.add(new FormSession.Requirement(
                        "count(" + SessionPaths.caseOf(auto.key()) + ") = 1", "case_autoload.raw.case_missing"));
                yield function(load, auto.key());
            }
            case UNKNOWN ->
                throw new CannotBuild(
                        shown.command(), "The case " + load.tag() + " is to be found in a way that is not known");
        };
    }

    private static Datum function(LoadCase load, String function) {
        return Datum.function(load.variable(), Optional.of(load.caseType()), function);
    }

    private static void require(List<FormSession.Requirement> requirements, String mode, String id) {
        requirements.add(
                new FormSession.Requirement("count(" + id + ") = 1", "case_autoload." + mode + ".property_missing"));
        requirements.add(new FormSession.Requirement(
                "count(" + SessionPaths.caseOf(id) + ") = 1", "case_autoload." + mode + ".case_missing"));
    }

    /** A row is chosen, and says by one of its values which case is meant. */
    private List<Datum> fromTable(ShownForm shown, LoadCase load, FromTable table) {
        String tag = table.tag().isBlank() ? "fixture_" + load.tag() : table.tag();
        Datum row = new Datum(
                tag,
                Datum.Kind.SELECT,
                Optional.empty(),
                table.nodeset(),
                table.variable(),
                Optional.of(Ids.detail(listOf(shown, load), "case_short")),
                Optional.empty(),
                Optional.empty(),
                table.autoSelect(),
                0);
        String property = table.caseProperty().isBlank() ? "@case_id" : Properties.name(table.caseProperty());
        return List.of(
                row,
                function(
                        load,
                        "instance('casedb')/casedb/case[@case_type='" + load.caseType() + "'][" + property + "="
                                + SessionPaths.variable(tag) + "]/@case_id"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.baraza.apps.model.AdvancedForm;
import org.baraza.apps.model.App;
import org.baraza.apps.model.Condition;
import org.baraza.apps.model.LoadCase;
import org.baraza.apps.model.LoadCase.AutoSelect;
import org.baraza.apps.model.OpenAdvanced;
import org.baraza.apps.model.Update;

/** What is to be said of what an advanced form does with cases. */
final class AdvancedCaseRules {
    private final App app;
    private final Problems problems;
    private final Place place;
    private final AdvancedForm form;
    private final QuestionIndex questions;
    private final ExpressionRules expressions;
    private final SessionNames names;

    AdvancedCaseRules(
            App app,
            ExpressionRules expressions,
            Problems problems,
            Place place,
            AdvancedForm form,
            QuestionIndex questions) {
        this.app = app;
        this.problems = problems;
        this.place = place;
        this.form = form;
        this.questions = questions;
        this.expressions = expressions;
        this.names = new SessionNames(problems);
    }

    void check() {
        Set<String> tags = new HashSet<>();
        for (LoadCase load : form.loads()) {
            load(load, "load_update_cases." + load.tag(), tags);
            tags.add(load.tag());
        }
        for (OpenAdvanced open : form.opens()) {
            if (open.active()) {
                open(open, "open_cases." + open.tag(), tags);
            }
            tags.add(open.tag());
        }
        for (AdvancedForm.Arbitrary datum : form.datums()) {
            Place at = place.part("arbitrary_datums");
            names.name(datum.id(), at, "A variable");
            expressions.check(datum.function(), at, "error", "The variable " + datum.id());
        }
    }

    private void load(LoadCase load, String part, Set<String> earlier) {
        type(load.caseType(), part);
        names.name(load.tag(), place.part(part), "A case of the form");
        load.index().ifPresent(index -> names.name(index.reference(), place.part(part), "The link to a parent"));
        load.fromTable().ifPresent(table -> table(table, place.part(part)));
        if (load.detailsModule().filter(id -> app.module(id).isEmpty()).isPresent()) {
            problems.error(
                    "missing module", place.part(part), "The menu whose list the case is chosen from is not there");
        }
        load.index()
                .filter(index -> !earlier.contains(index.tag()))
                .ifPresent(index -> problems.error(
                        "missing parent tag",
                        place.part(part),
                        "The case is to be a child of " + index.tag() + ", which is not chosen before it"));
        load.autoSelect().ifPresent(auto -> autoSelect(auto, part, earlier));
        properties(load.properties(), part);
        load.preload().forEach((question, property) -> {
            path(question, part);
            Place at = place.question(question).part(part);
            PropertyNames.checkRead(property, at, problems);
            expressions.about(load.caseType()).property(property, at, "What is loaded into " + question);
        });
        condition(load.closeCondition(), part);
    }

    private void table(LoadCase.FromTable table, Place at) {
        if (table.nodeset().isBlank()) {
            problems.error("auto select source", at, "The rows that say which case it is are not said");
        } else if (table.variable().isBlank()) {
            problems.error("auto select key", at, "The column that says which case it is is not said");
        }
        expressions
                .check(table.nodeset(), at, "invalid filter xpath", "The rows that say which case it is")
                .ifPresent(rows -> expressions.columnsOf(rows, table.variable(), at, "The rows"));
        if (!table.tag().isBlank()) {
            names.name(table.tag(), at, "The variable of the chosen row");
        }
        if (!table.arbitraryDatum().isBlank()) {
            names.name(table.arbitraryDatum(), at, "A variable");
            expressions.check(table.arbitraryFunction(), at, "error", "The variable " + table.arbitraryDatum());
        }
    }

    private void type(String caseType, String part) {
        names.caseType(caseType, place.part(part));
        if (caseType.isBlank()) {
            problems.error("no case type in action", place.part(part), "A case of the form has no case type");
        }
    }

    private void autoSelect(AutoSelect auto, String part, Set<String> earlier) {
        boolean needsKey = switch (auto.mode()) {
            case USER, FIXTURE, CASE, RAW -> true;
            case USERCASE, LOCATION, UNKNOWN -> false;
        };
        if (needsKey && auto.key().isBlank()) {
            problems.error("auto select key", place.part(part), "Where the case's id is found is not said");
        }
        if (auto.mode() == AutoSelect.Mode.FIXTURE && auto.source().isBlank()) {
            problems.error("auto select source", place.part(part), "The table with the case's id is not said");
        }
        if (auto.mode() == AutoSelect.Mode.FIXTURE && !auto.key().isBlank()) {
            expressions.column(auto.source(), auto.key(), place.part(part), "The way to find the case");
        }
        if (auto.mode() == AutoSelect.Mode.CASE && !earlier.contains(auto.source())) {
            problems.error(
                    "auto select case ref",
                    place.part(part),
                    "The case is to be found by " + auto.source() + ", which is not chosen before it");
        }
        if (auto.mode() == AutoSelect.Mode.UNKNOWN) {
            problems.error("auto select source", place.part(part), "The way to find the case is not known here");
        }
        if (auto.mode() == AutoSelect.Mode.RAW) {
            expressions.check(auto.key(), place.part(part), "auto select key", "The expression of the case's id");
        }
    }

    private void open(OpenAdvanced open, String part, Set<String> earlier) {
        type(open.caseType(), part);
        names.name(open.tag(), place.part(part), "A case of the form");
        if (!open.name().isSet()) {
            problems.error("case_name required", place.part(part), "The case has no name: say which question gives it");
        } else {
            path(open.name().question(), part);
        }
        properties(open.properties(), part);
        condition(open.openCondition(), part);
        condition(open.closeCondition(), part);
        open.repeat()
                .filter(repeat -> !questions.isRepeat(repeat))
                .ifPresent(repeat -> problems.error(
                        "subcase repeat context",
                        place.question(repeat).part(part),
                        "A case is to be made in each repetition of " + repeat
                                + ", which is not a repeat of the form"));
        for (LoadCase.Index index : open.indices()) {
            names.name(index.reference(), place.part(part), "A link between cases");
            if (!earlier.contains(index.tag())) {
                problems.error(
                        "missing parent tag",
                        place.part(part),
                        "The case is to belong to " + index.tag() + ", which the form does not have before it");
            }
            if (index.relationship().equals("question")) {
                if (index.relationshipQuestion().isBlank()) {
                    problems.error(
                            "missing relationship question",
                            place.part(part),
                            "A question is to say how the cases are related, but none is given");
                } else {
                    path(index.relationshipQuestion(), part);
                }
            }
        }
    }

    private void properties(Map<String, Update> properties, String part) {
        properties.forEach((property, update) -> {
            PropertyNames.check(property, place.part(part), problems);
            path(update.question(), part);
        });
    }

    private void condition(Condition condition, String part) {
        if (condition.type() == Condition.Type.IF) {
            path(condition.question(), part);
        }
    }

    private void path(String question, String part) {
        if (!questions.has(question)) {
            problems.error(
                    "path error",
                    place.question(question).part(part),
                    "Case management uses the question " + question + ", which is not in the form");
        }
    }
}

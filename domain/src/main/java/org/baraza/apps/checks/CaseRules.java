// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.model.BasicForm;
import org.baraza.apps.model.Condition;
import org.baraza.apps.model.FormActions;
import org.baraza.apps.model.OpenSubcase;
import org.baraza.apps.model.Update;

/** What is to be said of what a basic form does with cases. */
final class CaseRules {
    private final Problems problems;
    private final Place place;
    private final AppModule module;
    private final BasicForm form;
    private final QuestionIndex questions;
    private final ExpressionRules expressions;
    private final boolean usercases;
    private final SessionNames names;

    CaseRules(
            Problems problems,
            Place place,
            AppModule module,
            BasicForm form,
            QuestionIndex questions,
            ExpressionRules expressions,
            boolean usercases) {
        this.problems = problems;
        this.place = place;
        this.module = module;
        this.form = form;
        this.questions = questions;
        this.expressions = expressions;
        this.usercases = usercases;
        this.names = new SessionNames(problems);
    }

    void check() {
        FormActions actions = form.actions();
        boolean ofSeveral = form.requiresCase() && module.menu().shortDetail().multiSelect();
        if (ofSeveral && (actions.touchesCase() || actions.subcases().stream().anyMatch(OpenSubcase::active))) {
            problems.warning(
                    "several cases",
                    place,
                    "Several cases are chosen, so none is loaded or written by itself: the form has to say so with "
                            + "questions that save to a case");
        }
        if (form.opensCase()) {
            condition(actions.openCase().condition(), "open_case");
            name(actions.openCase().name(), "open_case");
            external(actions.openCase().externalId());
        }
        if (form.opensCase() || form.requiresCase()) {
            if (actions.updateCase().active()) {
                updates(actions.updateCase().byProperty(), "update_case");
            }
            condition(actions.closeCase(), "close_case");
        }
        List<OpenSubcase> subcases = actions.subcases();
        for (int i = 0; i < subcases.size(); i++) {
            if (subcases.get(i).active()) {
                subcase(subcases.get(i), "subcases[" + i + "]");
            }
        }
        if (form.requiresCase() && actions.preload().active()) {
            preloads(actions.preload(), "case_preload");
        }
        usercase(actions);
        if (actions.usercaseUpdate().active()) {
            updates(actions.usercaseUpdate().byProperty(), "usercase_update");
        }
        if (actions.usercasePreload().active()) {
            preloads(actions.usercasePreload(), "usercase_preload");
        }
    }

    private void name(Update name, String part) {
        if (!name.isSet()) {
            problems.error("case_name required", place.part(part), "The case has no name: say which question gives it");
        } else {
            path(name.question(), part);
        }
    }

    private void external(String question) {
        if (!question.isBlank()) {
            path(question, "open_case");
        }
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
                    question.isBlank()
                            ? "No question is said for a case action"
                            : "Case management uses the question " + question + ", which is not in the form");
        }
    }

    private void updates(Map<String, Update> updates, String part) {
        updates.forEach((property, update) -> {
            PropertyNames.check(property, place.part(part), problems);
            path(update.question(), part);
            boolean elsewhere = property.contains("/") || part.equals("usercase_update");
            if (elsewhere && questions.isMedia(update.question())) {
                problems.error(
                        "multimedia case property not supported",
                        place.question(update.question()).part(part),
                        "Pictures and files can be saved to the form's own case only");
            }
            if (property.contains("/") && !module.menu().parentSelect().active()) {
                problems.error(
                        "update_case word illegal",
                        place.part(part),
                        "\"" + property + "\" belongs to the parent case, but the menu does not choose a parent case");
            }
            if (questions.repeatOf(update.question()).isPresent()) {
                problems.error(
                        "path error",
                        place.question(update.question()).part(part),
                        "The question " + update.question() + " is asked repeatedly, so it cannot fill one property");
            }
        });
    }

    private void preloads(FormActions.Preloads preloads, String part) {
        preloads.byQuestion().forEach((question, property) -> {
            path(question, part);
            Place at = place.question(question).part(part);
            PropertyNames.checkRead(property, at, problems);
            String of = part.startsWith("usercase") ? "user/" + property : property;
            expressions.property(of, at, "What is loaded into " + question);
        });
    }

    private void usercase(FormActions actions) {
        boolean used =
                actions.usercaseUpdate().active() || actions.usercasePreload().active();
        if (used && !usercases) {
            problems.warning(
                    "no user cases",
                    place.part(actions.usercaseUpdate().active() ? "usercase_update" : "usercase_preload"),
                    "The form works with the user's own case, which this project does not have: switch user cases on, or "
                            + "nobody can open the form");
        }
    }

    private void subcase(OpenSubcase subcase, String part) {
        if (subcase.caseType().isBlank()) {
            problems.error("subcase has no case type", place.part(part), "The child case has no case type");
        }
        names.caseType(subcase.caseType(), place.part(part));
        names.name(subcase.reference(), place.part(part), "The link from the child case to its parent");
        name(subcase.name(), part);
        condition(subcase.condition(), part);
        condition(subcase.closeCondition(), part);
        subcase.properties().forEach((property, update) -> {
            PropertyNames.check(property, place.part(part), problems);
            path(update.question(), part);
            repeat(subcase, update.question(), part);
        });
        if (subcase.name().isSet()) {
            repeat(subcase, subcase.name().question(), part);
        }
        if (subcase.repeat().isPresent() && !questions.isRepeat(subcase.repeat().get())) {
            problems.error(
                    "subcase repeat context",
                    place.question(subcase.repeat().get()).part(part),
                    "A child case is to be made in each repetition of "
                            + subcase.repeat().get() + ", which is not a repeat of the form");
        }
    }

    private void repeat(OpenSubcase subcase, String question, String part) {
        Optional<String> repeat = questions.repeatOf(question);
        boolean outside = subcase.repeat().isPresent()
                ? !question.isBlank()
                        && !questions.isWithin(question, subcase.repeat().get())
                : repeat.isPresent();
        if (outside && questions.has(question)) {
            problems.error(
                    "subcase repeat context",
                    place.question(question).part(part),
                    subcase.repeat().isPresent()
                            ? "The question " + question + " is not asked in the repeat that makes the child cases"
                            : "The question " + question + " is asked repeatedly, but only one child case is made");
        }
    }
}

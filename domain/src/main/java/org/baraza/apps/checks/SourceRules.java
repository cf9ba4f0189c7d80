// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.questions.Itext;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.Question;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;

/** What is to be said of the parts of a form's source; the engine refuses a form for most of it (device engine, section e). */
final class SourceRules {
    private static final Set<String> MODEL_PARTS = Set.of(
            "instance", "bind", "itext", "setvalue", "pollsensor", "submission", "insert", "setgeopoint", "send");
    private static final Set<String> EVENTS =
            Set.of("xforms-ready", "jr-insert", "xforms-revalidate", "xforms-value-changed");
    private static final Set<String> CONTROLS =
            Set.of("input", "secret", "select", "select1", "upload", "trigger", "repeat");

    private final Problems problems;
    private final Place place;
    private final XForm form;
    private final List<Question> questions;
    private final String defaultLanguage;

    SourceRules(Problems problems, Place place, XForm form, List<Question> questions, String defaultLanguage) {
        this.problems = problems;
        this.place = place;
        this.form = form;
        this.questions = questions;
        this.defaultLanguage = defaultLanguage;
    }

    void check() {
        if (form.xmlns().isBlank()) {
            problems.error("validation error", place, "The form's data has no namespace, so phones refuse it");
        }
        if (form.data().elements().isEmpty()) {
            problems.error("blank form", place, "The form has no questions yet");
        }
        model();
        body();
        choices();
        texts();
    }

    private void model() {
        Set<String> bound = new HashSet<>();
        for (EditableElement part : form.model().elements()) {
            if (!MODEL_PARTS.contains(part.name())) {
                problems.error(
                        "validation error",
                        place,
                        "The form's model has a part that phones do not know: " + part.name());
            }
            if (part.name().equals("bind")) {
                bind(part, bound);
            }
        }
        for (EditableElement setvalue : form.setvalues()) {
            String event = setvalue.attribute("event").orElse("");
            for (String one : event.strip().split("\\s+", -1)) {
                if (!EVENTS.contains(one)) {
                    problems.error(
                            "validation error",
                            at(setvalue.attribute("ref").orElse("")),
                            "A value is to be set at a moment that phones do not know: " + one);
                }
            }
            node(setvalue.attribute("ref").orElse(""), "A first value is given to");
        }
    }

    private void bind(EditableElement bind, Set<String> bound) {
        String nodeset = bind.attribute("nodeset").orElse("");
        if (nodeset.isBlank()) {
            problems.error("validation error", place, "A rule of the form does not say which question it is about");
        } else if (!known(nodeset)) {
            problems.warning(
                    "path error", at(nodeset), "There is a rule for " + nodeset + ", which is not in the form");
        }
        if (!bound.add(nodeset)) {
            problems.warning("validation error", at(nodeset), "There are two rules for " + nodeset);
        }
    }

    private boolean known(String path) {
        String node = path.contains("/@") ? path.substring(0, path.indexOf("/@")) : path;
        return form.dataByPath().containsKey(node) || node.startsWith(form.dataPath() + "/meta");
    }

    private void node(String path, String what) {
        if (!known(path)) {
            problems.error("path error", at(path), what + " " + path + ", which is not in the form");
        }
    }

    private Place at(String path) {
        return path.isBlank() ? place : place.question(path);
    }

    private void body() {
        form.body().walk(control -> {
            if (!CONTROLS.contains(control.name()) || !control.namespace().equals(Namespaces.XFORMS)) {
                return;
            }
            Optional<String> path = form.pathOf(control);
            if (path.isEmpty()) {
                problems.error("validation error", place, "A question of the form does not say where its answer goes");
            } else {
                node(path.get(), "The answer to a question goes to");
            }
        });
        Set<String> asked = new HashSet<>();
        for (Question question : questions) {
            if (!question.isHidden() && !asked.add(question.path())) {
                problems.warning(
                        "validation error", at(question.path()), "The question " + question.path() + " is asked twice");
            }
        }
    }

    private void choices() {
        for (Question question : questions) {
            boolean chooses = question.tag().equals("select") || question.tag().equals("select1");
            if (chooses && question.options().isEmpty() && question.source().isEmpty()) {
                problems.error(
                        "validation error", at(question.path()), "The question " + question.path() + " has no choices");
            }
            Set<String> values = new HashSet<>();
            for (Question.Choice choice : question.options()) {
                if (choice.value().isBlank()) {
                    problems.error(
                            "validation error",
                            at(question.path()),
                            "A choice of " + question.path() + " has no value");
                } else if (choice.value().matches("(?s).*\\s.*")) {
                    problems.warning(
                            "validation error",
                            at(question.path()),
                            "The choice \"" + choice.value() + "\" of " + question.path()
                                    + " has blanks in its value; they part several answers");
                }
                if (!values.add(choice.value())) {
                    problems.warning(
                            "duplicate choice",
                            at(question.path()),
                            "Two choices of " + question.path() + " have the value " + choice.value());
                }
            }
        }
    }

    /** Every text that is asked for must be there; what the default language lacks comes from another when a version is made. */
    private void texts() {
        Map<String, Map<String, EditableElement>> byLanguage = Itext.of(form).byLanguage();
        Set<String> known = new HashSet<>();
        byLanguage.values().forEach(texts -> known.addAll(texts.keySet()));
        form.root().walk(element -> {
            element.attribute("ref").flatMap(Itext::id).ifPresent(id -> text(element, id, known, byLanguage));
            element.attribute(Namespaces.JAVAROSA, "constraintMsg")
                    .flatMap(Itext::id)
                    .ifPresent(id -> text(element, id, known, byLanguage));
        });
    }

    private void text(
            EditableElement element,
            String id,
            Set<String> known,
            Map<String, Map<String, EditableElement>> byLanguage) {
        if (!known.contains(id)) {
            problems.error(
                    "missing text",
                    at(element.attribute("nodeset").orElse("")),
                    "The form asks for the text " + id + ", which it has in no language");
        } else if (!byLanguage.getOrDefault(defaultLanguage, Map.of()).containsKey(id)) {
            problems.warning(
                    "missing text",
                    at(element.attribute("nodeset").orElse("")),
                    "The text " + id + " is not translated into the app's first language");
        }
    }
}

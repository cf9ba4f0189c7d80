// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.xml.EditableElement;

/** Reads the questions of a form. */
public final class Questions {
    private static final Set<String> CONTROLS =
            Set.of("input", "secret", "select1", "select", "upload", "trigger", "group", "repeat", "range");

    private final XForm form;
    private final QuestionTexts texts;
    private final Map<String, EditableElement> binds;
    private final Map<String, EditableElement> data;
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();

    private Questions(XForm form) {
        this.form = form;
        this.texts = new QuestionTexts(form);
        this.binds = form.bindsByPath();
        this.data = form.dataByPath();
    }

    /** Where a control stands: in which repeat, in which group. */
    private record Within(Optional<String> repeat, Optional<String> group) {
        static final Within FORM = new Within(Optional.empty(), Optional.empty());
    }

    /** All questions in the order of the form; what has no control comes last. */
    public static List<Question> of(XForm form) {
        Questions reading = new Questions(form);
        reading.controls(form.body(), Within.FORM);
        reading.hidden(form.data(), form.dataPath(), Within.FORM);
        return List.copyOf(reading.questions);
    }

    public static List<Question> of(String source) throws BadForm {
        return of(XForm.read(source));
    }

    private void controls(EditableElement container, Within within) {
        for (EditableElement control : container.elements()) {
            if (!CONTROLS.contains(control.name())) {
                continue;
            }
            Optional<EditableElement> repeat = control.element("repeat");
            if (control.name().equals("group") && repeat.isPresent()) {
                repeat(control, repeat.get(), within);
            } else if (control.name().equals("group")) {
                Optional<String> path = form.pathOf(control);
                path.ifPresent(at -> question(control, at, within));
                controls(control, path.isPresent() ? new Within(within.repeat(), path) : within);
            } else if (control.name().equals("repeat")) {
                repeat(control, control, within);
            } else {
                form.pathOf(control).ifPresent(path -> question(control, path, within));
            }
        }
    }

    private void repeat(EditableElement labelled, EditableElement repeat, Within within) {
        Optional<String> path = form.pathOf(repeat);
        path.ifPresent(at -> add(labelled, repeat, at, within));
        controls(repeat, path.isPresent() ? new Within(path, path) : within);
    }

    private void question(EditableElement control, String path, Within within) {
        add(control, control, path, within);
    }

    private void add(EditableElement labelled, EditableElement control, String path, Within within) {
        seen.add(path);
        Optional<EditableElement> bind = Optional.ofNullable(binds.get(path));
        String type = QuestionTypes.of(
                control, bind.flatMap(found -> found.attribute("type")).orElse(""));
        Optional<String> labelRef = texts.labelRef(labelled);
        questions.add(question(
                texts.label(labelled).orElse(path),
                labelRef,
                labelRef.map(texts::translations).orElse(Map.of()),
                path,
                control.name(),
                type,
                within,
                bind,
                Choices.written(control, texts),
                Choices.source(control, form)));
    }

    private void hidden(EditableElement element, String path, Within within) {
        for (EditableElement child : element.elements()) {
            String at = path + "/" + child.name();
            if (!child.namespace().equals(form.data().namespace()) || isMeta(child, path)) {
                continue;
            }
            boolean saves = isSaveToCase(child);
            Within inside = within(child, at, within);
            if (saves || (child.elements().isEmpty() && !seen.contains(at))) {
                if (seen.add(at)) {
                    questions.add(question(
                            at,
                            Optional.empty(),
                            Map.of(),
                            at,
                            "hidden",
                            saves ? "SaveToCase" : "DataBindOnly",
                            within,
                            Optional.ofNullable(binds.get(at)),
                            List.of(),
                            Optional.empty()));
                }
            } else {
                hidden(child, at, inside);
            }
        }
    }

    private Within within(EditableElement child, String path, Within outer) {
        boolean repeats = child.attribute(Namespaces.JAVAROSA, "template").isPresent()
                || questions.stream()
                        .anyMatch(question -> question.type().equals("Repeat")
                                && question.path().equals(path));
        if (repeats) {
            return new Within(Optional.of(path), Optional.of(path));
        }
        return seen.contains(path) ? new Within(outer.repeat(), Optional.of(path)) : outer;
    }

    private boolean isMeta(EditableElement child, String parentPath) {
        return child.name().equals("meta") && parentPath.equals(form.dataPath());
    }

    static boolean isSaveToCase(EditableElement element) {
        return element.attribute(Namespaces.BUILDER, "role")
                .filter("SaveToCase"::equals)
                .isPresent();
    }

    private Question question(
            String label,
            Optional<String> labelRef,
            Map<String, String> translations,
            String path,
            String tag,
            String type,
            Within within,
            Optional<EditableElement> bind,
            List<Question.Choice> options,
            Optional<Question.ChoiceSource> source) {
        Optional<String> required = bind.flatMap(found -> authored(found, "required"));
        return new Question(
                label,
                labelRef,
                translations,
                path,
                tag,
                type,
                within.repeat(),
                within.group(),
                required.filter(expression -> expression.strip().equals("true()"))
                        .isPresent(),
                required,
                bind.flatMap(found -> authored(found, "relevant")),
                bind.flatMap(found -> authored(found, "constraint")),
                bind.flatMap(found -> found.attribute(Namespaces.JAVAROSA, "constraintMsg"))
                        .flatMap(Itext::id),
                bind.flatMap(found -> authored(found, "calculate")),
                start(path),
                Optional.ofNullable(data.get(path))
                        .flatMap(element -> element.attribute(Namespaces.BUILDER, "comment")),
                options,
                source);
    }

    /** The expression as it will be evaluated; blank ones are none. */
    private static Optional<String> authored(EditableElement bind, String name) {
        return bind.attribute(name).filter(text -> !text.isBlank());
    }

    private Optional<String> start(String path) {
        return form.setvalues().stream()
                .filter(setvalue ->
                        setvalue.attribute("ref").filter(path::equals).isPresent())
                .findFirst()
                .flatMap(setvalue -> setvalue.attribute("value"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.apps.questions.Itext;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;
import org.baraza.xpath.Expr;

/** What is to be said of the expressions of a form: whether they can be read, what they speak of, whether they turn in circles. */
final class LogicRules {
    /** Nodes that a version puts into the data by itself. */
    private static final List<String> MADE =
            List.of("meta", "case", "parents", "commcare_usercase", "subcase_", "case_");

    private final Problems problems;
    private final Place place;
    private final XForm form;
    private final boolean usercases;
    private final boolean requiresCase;
    private final ExpressionRules expressions;
    private final Map<String, EditableElement> data;
    private final Map<String, Set<String>> dependsOn = new LinkedHashMap<>();

    LogicRules(
            Problems problems,
            Place place,
            XForm form,
            ExpressionRules expressions,
            boolean usercases,
            boolean requiresCase) {
        this.problems = problems;
        this.place = place;
        this.form = form;
        this.usercases = usercases;
        this.requiresCase = requiresCase;
        this.expressions = expressions;
        this.data = form.dataByPath();
    }

    void check() {
        for (EditableElement bind : form.binds()) {
            String path = bind.attribute("nodeset").orElse("");
            logic(bind, "relevant", path, "The display condition of " + path, true);
            logic(bind, "calculate", path, "The calculation of " + path, true);
            logic(bind, "constraint", path, "The validation of " + path, false);
            logic(bind, "required", path, "The condition that makes " + path + " required", false);
            logic(bind, "readonly", path, "The condition that locks " + path, false);
        }
        for (EditableElement setvalue : form.setvalues()) {
            String path = setvalue.attribute("ref").orElse("");
            logic(setvalue, "value", path, "The first value of " + path, false);
        }
        controls(form.body(), form.dataPath());
        texts();
        circles();
    }

    /** What is said in a control is said of its node. */
    private void controls(EditableElement at, String path) {
        for (EditableElement element : at.elements()) {
            if (element.name().equals("itemset")) {
                choices(element, path);
                controls(element, path);
                continue;
            }
            output(element, path);
            String own = element.name().equals("output")
                    ? path
                    : form.pathOf(element)
                            .filter(reference -> reference.startsWith("/"))
                            .orElse(path);
            if (element.name().equals("repeat")) {
                element.attribute(Namespaces.JAVAROSA, "count")
                        .ifPresent(count -> expression(count, own, "The number of repetitions", "validation error"));
            }
            controls(element, own);
        }
    }

    /** What choices show, stand for and are sorted by is said of each row of their list. */
    private void choices(EditableElement itemset, String path) {
        expression(itemset.attribute("nodeset").orElse(""), path, "The list of choices", "validation error")
                .ifPresent(rows -> itemset.elements()
                        .forEach(part -> part.attribute("ref")
                                .ifPresent(ref -> expressions.columnsOf(rows, ref, at(path), "The list of choices"))));
    }

    private Place at(String path) {
        return path.isBlank() || path.equals(form.dataPath()) ? place : place.question(path);
    }

    private void output(EditableElement element, String path) {
        value(element).ifPresent(value -> expression(value, path, "What a text puts in", "validation error"));
    }

    private static Optional<String> value(EditableElement element) {
        return element.name().equals("output")
                ? element.attribute("value").or(() -> element.attribute("ref"))
                : Optional.empty();
    }

    /** What texts put in is looked for from each question that shows them; what none shows only has to be readable. */
    private void texts() {
        Map<String, Set<String>> shownAt = new HashMap<>();
        shown(form.body(), form.dataPath(), shownAt);
        form.binds()
                .forEach(bind -> bind.attribute(Namespaces.JAVAROSA, "constraintMsg")
                        .flatMap(Itext::id)
                        .ifPresent(id -> shownAt.computeIfAbsent(id, key -> new TreeSet<>())
                                .add(bind.attribute("nodeset").orElse(form.dataPath()))));
        for (EditableElement translation : form.translations()) {
            for (EditableElement text : translation.elements("text")) {
                Set<String> paths = shownAt.getOrDefault(text.attribute("id").orElse(""), Set.of());
                text.walk(element -> {
                    paths.forEach(path -> output(element, path));
                    if (paths.isEmpty()) {
                        value(element)
                                .ifPresent(value ->
                                        expressions.check(value, place, "validation error", "What a text puts in"));
                    }
                });
            }
        }
    }

    private void shown(EditableElement at, String path, Map<String, Set<String>> shownAt) {
        for (EditableElement element : at.elements()) {
            Optional<String> text = element.attribute("ref").flatMap(Itext::id);
            text.ifPresent(
                    id -> shownAt.computeIfAbsent(id, key -> new TreeSet<>()).add(path));
            String own = form.pathOf(element)
                    .filter(reference -> reference.startsWith("/"))
                    .orElse(path);
            shown(element, own, shownAt);
        }
    }

    private void logic(EditableElement element, String attribute, String path, String what, boolean triggers) {
        String text = element.attribute(attribute).orElse("");
        Optional<Expr> tree = expression(text, path, what, "validation error");
        if (triggers && tree.isPresent()) {
            dependsOn.computeIfAbsent(path, key -> new TreeSet<>()).addAll(References.of(tree.get(), path));
        }
    }

    private Optional<Expr> expression(String text, String path, String what, String type) {
        Place at = at(path);
        Optional<Expr> tree = expressions.check(text, at, type, what);
        tree.ifPresent(expr -> {
            for (String reference : References.of(expr, path)) {
                if (!isKnown(reference)) {
                    problems.error(
                            "unknown question", at, what + " speaks of " + reference + ", which is not in the form");
                }
            }
            if (!usercases && ExpressionRules.readsUsercase(expr)) {
                problems.warning(
                        "no user cases", at, what + " reads the user's own case, which this project does not have");
            }
            if (!requiresCase && ExpressionRules.names(expr, Set.of("case"))) {
                problems.error("unknown case", at, what + " speaks of a case, but the form does not need one");
            }
        });
        return tree;
    }

    private boolean isKnown(String reference) {
        String node = reference.contains("/@") ? reference.substring(0, reference.indexOf("/@")) : reference;
        if (data.containsKey(node) || node.equals("/")) {
            return true;
        }
        String below = node.startsWith(form.dataPath() + "/")
                ? node.substring(form.dataPath().length() + 1)
                : "";
        return MADE.stream()
                .anyMatch(made -> below.equals(made)
                        || below.startsWith(made + "/")
                        || (made.endsWith("_") && below.startsWith(made)));
    }

    /** A node depends on what its logic speaks of, and on what hides the groups that it is in. */
    private void circles() {
        for (String path : data.keySet()) {
            int slash = path.lastIndexOf('/');
            if (slash > 0) {
                dependsOn.computeIfAbsent(path, key -> new TreeSet<>()).add(path.substring(0, slash));
            }
        }
        Set<String> reported = new HashSet<>();
        for (List<String> circle : Circles.in(dependsOn)) {
            if (reported.addAll(circle)) {
                problems.error(
                        "cyclic logic",
                        place.question(circle.getFirst()),
                        "The logic turns in a circle: " + String.join(" needs ", circle) + " needs "
                                + circle.getFirst());
            }
        }
    }
}

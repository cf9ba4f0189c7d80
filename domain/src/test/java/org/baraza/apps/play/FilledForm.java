// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.play;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.compile.Build;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.EditableElement;
import org.baraza.xpath.Node;
import org.baraza.xpath.Scope;

/** A form with some answers written into it; nothing is calculated. */
final class FilledForm {
    private final XForm form;
    private final World world;
    private final Node data;

    FilledForm(Build build, String xmlns, Map<String, String> answers, World world) {
        this.form = build.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("modules-"))
                .map(file -> read(new String(file.getValue(), StandardCharsets.UTF_8)))
                .filter(read -> read.xmlns().equals(xmlns))
                .findFirst()
                .orElseThrow();
        this.world = world;
        Map<String, EditableElement> byPath = form.dataByPath();
        answers.forEach(
                (path, answer) -> Optional.ofNullable(byPath.get(path)).ifPresent(element -> element.addText(answer)));
        this.data = World.node(new String(EditableDocuments.fragment(form.data()), StandardCharsets.UTF_8));
    }

    private static XForm read(String source) {
        try {
            return XForm.read(source);
        } catch (BadForm bad) {
            throw new AssertionError(bad);
        }
    }

    /** Whether the condition of a node holds. */
    boolean isRelevant(String path) {
        return Optional.ofNullable(form.bindsByPath().get(path))
                .flatMap(bind -> bind.attribute("relevant"))
                .map(relevant -> World.evaluate(relevant, about(path)).truth())
                .orElse(true);
    }

    boolean has(String path) {
        return form.dataByPath().containsKey(path);
    }

    String value(String path) {
        return World.evaluate(path, about(path)).text();
    }

    private Scope about(String path) {
        Scope scope = world.scope().within(data).about(data.children().getFirst());
        return World.nodes(path, scope).stream().findFirst().map(scope::about).orElse(scope);
    }

    /** The values that a question offers, in their order. */
    List<String> choices(String path) {
        EditableElement[] found = new EditableElement[1];
        form.body().walk(control -> {
            if (form.pathOf(control).filter(path::equals).isPresent()) {
                control.element("itemset").ifPresent(itemset -> found[0] = itemset);
            }
        });
        EditableElement itemset = found[0];
        Scope scope = about(path);
        List<Node> nodes =
                new ArrayList<>(World.nodes(itemset.attribute("nodeset").orElseThrow(), scope));
        itemset.element("sort")
                .flatMap(sort -> sort.attribute("ref"))
                .ifPresent(ref -> nodes.sort(Comparator.comparing(
                        node -> World.evaluate(ref, scope.about(node)).text())));
        String value =
                itemset.element("value").flatMap(part -> part.attribute("ref")).orElseThrow();
        return nodes.stream()
                .map(node -> World.evaluate(value, scope.about(node)).text())
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baraza.apps.questions.CasePaths;
import org.baraza.apps.questions.Itext;
import org.baraza.apps.questions.Namespaces;
import org.baraza.apps.questions.XForm;
import org.baraza.xml.EditableElement;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a form's source reads of cases and saves to them, as {@code case_references_data} says it (app model, section 5). */
final class CaseNotes {
    private static final List<String> LOGIC = List.of("relevant", "constraint", "required", "calculate");

    private final XForm form;
    private final Map<String, EditableElement> savingByPath = new TreeMap<>();
    private final Map<String, Set<String>> pathsByText = new HashMap<>();
    private final Map<String, Set<String>> load = new TreeMap<>();

    private CaseNotes(XForm form) {
        this.form = form;
        form.dataByPath().forEach((path, element) -> {
            if (element.is(Namespaces.CASE, "case")) {
                savingByPath.put(path.substring(0, path.lastIndexOf('/')), element);
            }
        });
    }

    static ObjectNode of(XForm form) {
        CaseNotes notes = new CaseNotes(form);
        notes.read();
        ObjectNode found = JsonMapper.shared().createObjectNode();
        ObjectNode load = found.putObject("load");
        notes.load.forEach((question, tags) -> words(load.putArray(question), tags));
        ObjectNode save = found.putObject("save");
        notes.savingByPath.forEach((question, block) -> notes.save(save, question, block));
        return found;
    }

    private static void words(ArrayNode list, Iterable<String> words) {
        words.forEach(list::add);
    }

    private void read() {
        for (EditableElement bind : form.binds()) {
            String path = bind.attribute("nodeset").orElse("");
            LOGIC.forEach(attribute -> expression(bind, attribute, path));
            bind.attribute(Namespaces.JAVAROSA, "constraintMsg")
                    .flatMap(Itext::id)
                    .ifPresent(text -> shown(text, path));
        }
        form.setvalues()
                .forEach(set -> expression(set, "value", set.attribute("ref").orElse("")));
        body(form.body(), form.dataPath());
        for (EditableElement translation : form.translations()) {
            for (EditableElement text : translation.elements("text")) {
                Set<String> paths =
                        pathsByText.getOrDefault(text.attribute("id").orElse(""), Set.of());
                text.walk(part -> paths.forEach(path -> output(part, path)));
            }
        }
    }

    private void body(EditableElement at, String path) {
        for (EditableElement element : at.elements()) {
            element.attribute("ref").flatMap(Itext::id).ifPresent(text -> shown(text, path));
            output(element, path);
            if (element.name().equals("itemset")) {
                expression(element, "nodeset", path);
            } else {
                body(
                        element,
                        form.pathOf(element).filter(own -> own.startsWith("/")).orElse(path));
            }
        }
    }

    private void shown(String text, String path) {
        pathsByText.computeIfAbsent(text, _ -> new TreeSet<>()).add(path);
    }

    private void output(EditableElement element, String path) {
        if (element.name().equals("output")) {
            expression(element, element.attribute("value").isPresent() ? "value" : "ref", path);
        }
    }

    /** Of an expression that the builder wrote, what was typed; its short names say best what is meant. */
    private void expression(EditableElement element, String attribute, String path) {
        String text = element.attribute(Namespaces.BUILDER, attribute)
                .or(() -> element.attribute(attribute))
                .orElse("");
        if (text.isBlank() || path.isBlank()) {
            return;
        }
        try {
            Expressions.walk(
                    Expressions.parse(text),
                    part -> tag(part)
                            .ifPresent(tag -> load.computeIfAbsent(question(path), _ -> new LinkedHashSet<>())
                                    .add(tag)));
        } catch (BadExpression reportedByChecks) {
            // nothing can be told of it
        }
    }

    private static Optional<String> tag(Expr part) {
        return switch (part) {
            case Expr.Hashtag tag -> CasePaths.ofTag(tag);
            case Expr.Path path -> CasePaths.ofPath(path);
            default -> Optional.empty();
        };
    }

    /** Whose logic it is: that of attributes is their element's, that of a case is the question's that saves it. */
    private String question(String path) {
        String element = path.contains("/@") ? path.substring(0, path.indexOf("/@")) : path;
        return savingByPath.keySet().stream()
                .filter(saving -> element.startsWith(saving + "/case"))
                .findFirst()
                .orElse(element);
    }

    private void save(ObjectNode save, String question, EditableElement block) {
        String type = typeOf(question, block);
        if (type.isBlank()) {
            return;
        }
        List<String> properties = new ArrayList<>();
        for (String part : List.of("update", "attachment")) {
            block.element(part).ifPresent(of -> of.elements().forEach(property -> properties.add(property.name())));
        }
        ObjectNode said = save.putObject(question).put("case_type", type);
        words(said.putArray("properties"), new LinkedHashSet<>(properties));
        said.put("create", block.element("create").isPresent())
                .put("close", block.element("close").isPresent());
    }

    /** As the builder noted it, or else as the form itself says it to the server. */
    private String typeOf(String question, EditableElement block) {
        return Optional.ofNullable(form.dataByPath().get(question))
                .flatMap(saving -> saving.attribute(Namespaces.BUILDER, "case_type"))
                .or(() -> block.element("create")
                        .flatMap(create -> create.element("case_type"))
                        .map(type -> type.text().strip())
                        .filter(type -> !type.isEmpty()))
                .or(() -> Optional.ofNullable(form.bindsByPath().get(question + "/case/create/case_type"))
                        .flatMap(bind -> bind.attribute("calculate"))
                        .filter(type -> type.matches("'[^']*'"))
                        .map(type -> type.substring(1, type.length() - 1)))
                .orElse("");
    }
}

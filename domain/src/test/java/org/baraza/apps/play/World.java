// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import org.baraza.xml.XmlWriter;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Evaluator;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Node;
import org.baraza.xpath.Scope;
import org.baraza.xpath.Surroundings;
import org.baraza.xpath.Value;
import org.baraza.xpath.XmlInstance;

/** What a phone holds after the restore of the vectors: cases, tables, the user; and the session as it grows. */
final class World {
    private static final Evaluator EVALUATOR = new Evaluator();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-10T09:00:00Z"), ZoneOffset.UTC);

    private final Map<String, XmlElement> fixtures = new HashMap<>();
    private final Map<String, Node> opened = new HashMap<>();
    private final StringBuilder cases = new StringBuilder();
    private final Map<String, String> session = new LinkedHashMap<>();

    World() {
        try (InputStream file = World.class.getResourceAsStream("/vectors/apps/restore.xml")) {
            XmlElement restore = parsed(Objects.requireNonNull(file).readAllBytes());
            for (XmlElement part : restore.children()) {
                if (part.name().equals("fixture")) {
                    fixtures.put(
                            part.attribute("id").orElseThrow(), part.children().getFirst());
                } else if (part.name().equals("case")) {
                    addCase(part);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static XmlElement parsed(byte[] document) {
        try {
            return XmlReader.read(document, XmlLimits.FORM);
        } catch (XmlRejected rejected) {
            throw new AssertionError(rejected);
        }
    }

    private void addCase(XmlElement block) {
        XmlElement create = block.child("create").orElseThrow();
        StringBuilder properties = new StringBuilder();
        block.child("update")
                .ifPresent(update -> update.children()
                        .forEach(property -> properties.append(element(property.name(), property.text()))));
        block.child("index")
                .ifPresent(index -> properties
                        .append("<index>")
                        .append(element("parent", index.children().getFirst().text()))
                        .append("</index>"));
        addCase(
                block.attribute("case_id").orElseThrow(),
                text(create, "case_type"),
                text(create, "case_name"),
                text(create, "owner_id"),
                properties.toString());
    }

    private static String text(XmlElement in, String name) {
        return in.child(name).map(XmlElement::text).orElse("");
    }

    private static String element(String name, String text) {
        return new String(XmlWriter.bytes(out -> out.element(name, text)), UTF_8);
    }

    /** A case that a form has made. */
    void addCase(String id, String type, String name) {
        addCase(id, type, name, "user_amina", "");
        opened.remove("casedb");
    }

    private void addCase(String id, String type, String name, String owner, String properties) {
        cases.append("<case case_id=\"%s\" case_type=\"%s\" status=\"open\" owner_id=\"%s\">%s%s</case>"
                .formatted(id, type, owner, element("case_name", name), properties));
    }

    /** What the session holds now. */
    void session(Map<String, String> variables) {
        session.clear();
        session.putAll(variables);
        opened.remove("commcaresession");
    }

    private Optional<Node> open(String id) {
        return Optional.ofNullable(opened.computeIfAbsent(id, this::instance));
    }

    private Node instance(String id) {
        return switch (id) {
            case "casedb" -> node("<casedb>" + cases + "</casedb>");
            case "commcaresession" -> {
                StringBuilder data = new StringBuilder();
                session.forEach((name, value) -> data.append(element(name, value)));
                yield node("<session><data>" + data + "</data><context><userid>user_amina</userid>"
                        + "<username>amina</username></context><user><data><zone>4</zone></data></user></session>");
            }
            default -> XmlInstance.of(Objects.requireNonNull(fixtures.get(id), id));
        };
    }

    static Node node(String xml) {
        return XmlInstance.of(parsed(xml.getBytes(UTF_8)));
    }

    Scope scope() {
        return Scope.of(this::open, Surroundings.at(CLOCK));
    }

    static Value evaluate(String expression, Scope scope) {
        try {
            return EVALUATOR.evaluate(Expressions.parse(expression), scope);
        } catch (BadExpression bad) {
            throw new AssertionError(expression, bad);
        }
    }

    static List<Node> nodes(String expression, Scope scope) {
        return ((Value.Nodes) evaluate(expression, scope)).list();
    }
}

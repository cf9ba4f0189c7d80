// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;

/** A small world in which expressions are evaluated: a form, a few instances, a Sunday afternoon in Nairobi. */
final class Evaluations {

    private static final String FORM = """
            <data xmlns="http://example.org/f" version="3"><one>5</one><many id="a">1</many><many id="b">2</many>\
            <many id="c">3</many><blank/><day>2020-02-29</day><word>apple</word><list>pear apple fig</list>\
            <place>-1.2921 36.8219 1795 10</place><child><name>Ali</name><age>7</age></child>\
            <child><name>Zu</name><age>3</age></child><child><name>Moh</name><age/></child></data>""";

    private static final Surroundings.Texts TEXTS = new Surroundings.Texts() {
        @Override
        public Optional<String> text(String id) {
            return Optional.ofNullable(
                    Map.of("name-label", "Name", "5", "five", "apple", "Apfel").get(id));
        }

        @Override
        public Optional<String> choice(String value, String path) {
            return path.equals("/data/word") && value.equals("apple") ? Optional.of("Apfel") : Optional.empty();
        }
    };

    private static final Evaluator EVALUATOR = new Evaluator();

    private Evaluations() {}

    static Node document(String xml) {
        try {
            return XmlInstance.of(XmlReader.read(xml.getBytes(UTF_8), XmlLimits.FORM));
        } catch (XmlRejected rejected) {
            throw new AssertionError(rejected);
        }
    }

    /** About the root element of the form. */
    static Scope scope() {
        Clock clock = Clock.fixed(Instant.parse("2024-03-10T11:30:15.250Z"), ZoneId.of("Africa/Nairobi"));
        Surroundings surroundings = new Surroundings(clock, new Random(7), TEXTS, () -> Optional.of("-1.3 36.8 0 0"));
        Node form = document(FORM);
        return Scope.of(id -> Optional.empty(), surroundings)
                .within(form)
                .about(form.children().getFirst())
                .with(Map.of("number", Value.of(4), "text", Value.of("four"), "truth", Value.TRUE));
    }

    static Value evaluate(String text) {
        return evaluate(text, scope());
    }

    static Value evaluate(String text, Scope scope) {
        try {
            return EVALUATOR.evaluate(Expressions.parse(text), scope);
        } catch (BadExpression bad) {
            throw new AssertionError(text, bad);
        }
    }

    static String text(String text, Scope scope) {
        return evaluate(text, scope).text();
    }

    static String text(String text) {
        return evaluate(text).text();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** When an action on a case happens (app model, section 5.1). */
public record Condition(Type type, String question, Operator operator, String answer) {
    public static final Condition NEVER = new Condition(Type.NEVER, "", Operator.EQUAL, "");

    /** Whether it depends on an answer. */
    public enum Type {
        NEVER,
        IF,
        ALWAYS
    }

    /** How the answer is looked at. */
    public enum Operator {
        EQUAL,
        SELECTED,
        TRUE
    }

    static Condition of(JsonNode at) {
        Type type = switch (Read.text(at, "type")) {
            case "if" -> Type.IF;
            case "always" -> Type.ALWAYS;
            default -> Type.NEVER;
        };
        Operator operator = switch (Read.text(at, "operator")) {
            case "selected" -> Operator.SELECTED;
            case "boolean_true" -> Operator.TRUE;
            default -> Operator.EQUAL;
        };
        return new Condition(type, Read.text(at, "question"), operator, Read.text(at, "answer"));
    }

    public boolean active() {
        return type != Type.NEVER;
    }

    /** The expression, none if the action always happens. */
    public Optional<String> expression() {
        if (type != Type.IF) {
            return Optional.empty();
        }
        return Optional.of(
                switch (operator) {
                    case EQUAL -> question + " = " + literal(answer);
                    case SELECTED -> "selected(" + question + ", " + literal(answer) + ")";
                    case TRUE -> question;
                });
    }

    /** XPath has no escapes: a text with both kinds of quotes is put together. */
    private static String literal(String text) {
        if (!text.contains("'")) {
            return "'" + text + "'";
        }
        return text.contains("\"") ? "concat('" + text.replace("'", "', \"'\", '") + "')" : "\"" + text + "\"";
    }
}

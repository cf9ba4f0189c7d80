// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Values as CommCare HQ spells them in its messages, which clients know by heart. */
final class PythonText {
    private PythonText() {}

    /** The value as Python's {@code str} gives it: {@code True}, {@code None}, {@code {'a': 1}}. */
    static String of(JsonNode value) {
        return value.isString() ? value.stringValue() : within(value);
    }

    private static String within(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> quoted(value.stringValue());
            case BOOLEAN -> value.booleanValue() ? "True" : "False";
            case NULL, MISSING -> "None";
            case ARRAY -> value.valueStream().map(PythonText::within).collect(Collectors.joining(", ", "[", "]"));
            case OBJECT ->
                value.propertyStream()
                        .map(field -> quoted(field.getKey()) + ": " + within(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        String safe = text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r");
        return text.contains("'") && !text.contains("\"") ? '"' + safe + '"' : "'" + safe.replace("'", "\\'") + "'";
    }
}

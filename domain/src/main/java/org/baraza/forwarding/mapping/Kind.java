// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a value is to be on the other side. */
public enum Kind {
    /** As it is. */
    ANY,
    TEXT,
    NUMBER,
    INTEGER,
    BOOLEAN,
    /** A day: 2024-03-01. */
    DATE,
    /** A moment in UTC: 2024-03-01T09:00:00Z. */
    DATETIME,
    /** A place as GeoJSON has it, of the device's latitude, longitude, altitude and accuracy. */
    POINT;

    static final String NAMES = Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "));

    private static final int DAY = 10;
    /** Digits of a number. */
    private static final int LONGEST = 40;
    /** Latitude, longitude, altitude, accuracy. */
    private static final int PARTS = 4;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    static Optional<Kind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    JsonNode of(JsonNode value) {
        String text = value.asString().strip();
        return switch (this) {
            case ANY -> value;
            case TEXT -> NODES.stringNode(value.asString());
            case NUMBER -> NODES.numberNode(number(text));
            case INTEGER -> NODES.numberNode(number(text).toBigIntegerExact());
            case BOOLEAN -> NODES.booleanNode(truth(text));
            case DATE ->
                NODES.stringNode(LocalDate.parse(text.substring(0, DAY)).toString());
            case DATETIME -> NODES.stringNode(moment(text).toString());
            case POINT -> point(text);
        };
    }

    /** Phones may send anything: 1e99999999 is short, and has a hundred million digits when it is written out. */
    private static BigDecimal number(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > LONGEST) {
            throw new IllegalArgumentException("too large or too small");
        }
        return number;
    }

    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Instant moment(String text) {
        return text.length() == DAY
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static JsonNode point(String text) {
        String[] numbers = text.split("\\s+", PARTS);
        var point = NODES.objectNode();
        point.put("type", "Point");
        point.putArray("coordinates").add(number(numbers[1])).add(number(numbers[0]));
        return point;
    }
}

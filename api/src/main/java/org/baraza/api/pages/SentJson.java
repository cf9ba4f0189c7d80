// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that programs send: at most 100 levels deep, and no name twice in one object (spec/92, 6.10). */
public final class SentJson {
    /** Bytes of a body about cases at most. */
    public static final int MOST_OF_CASES = 8 * 1024 * 1024;

    private static final int DEEPEST = 100;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private SentJson() {}

    /** @throws JacksonException where it is no JSON, is too deep, says something twice or has what is no text */
    public static JsonNode read(byte[] bytes) {
        return checked(STRICT.readTree(bytes));
    }

    /** @throws JacksonException as {@link #read(byte[])} does */
    public static JsonNode read(String text) {
        return checked(STRICT.readTree(text));
    }

    /** Texts that are none, and numbers beyond those that we know, can be written in JSON and be kept by no database. */
    private static JsonNode checked(JsonNode node) {
        if (node.isString()) {
            require(node.stringValue());
        } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw new StreamReadException("a number is too great");
        } else if (node.isContainer()) {
            node.propertyNames().forEach(SentJson::require);
            node.values().forEach(SentJson::checked);
        }
        return node;
    }

    private static void require(String text) {
        if (!isText(text)) {
            throw new StreamReadException("a text has a character that is none");
        }
    }

    /** Whether it has no halves of letters, and not the letter that is none. */
    static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.pages;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that programs send: at most 100 levels deep, and no name twice in one object (spec/92, 6.10). */
public final class SentJson {
    private static final int DEEPEST = 100;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private SentJson() {}

    /** @throws JacksonException where it is no JSON, is too deep or says something twice */
    public static JsonNode read(byte[] bytes) {
        return STRICT.readTree(bytes);
    }

    /** @throws JacksonException as {@link #read(byte[])} does */
    public static JsonNode read(String text) {
        return STRICT.readTree(text);
    }
}

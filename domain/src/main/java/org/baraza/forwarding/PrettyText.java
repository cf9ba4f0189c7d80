// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.baraza.forwarding.spi.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Payloads as people read them. */
final class PrettyText {
    private static final int LONGEST = 1_000_000;

    private PrettyText() {}

    static Records.Preview of(Payload payload) {
        String plain = new String(payload.body(), StandardCharsets.UTF_8);
        String text = payload.contentType().contains("json") ? json(plain) : plain;
        return new Records.Preview(
                payload.contentType(), text.substring(0, Math.min(text.length(), LONGEST)), Optional.empty());
    }

    private static String json(String plain) {
        try {
            JsonMapper mapper = JsonMapper.shared();
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(plain));
        } catch (JacksonException unreadable) {
            return plain;
        }
    }
}

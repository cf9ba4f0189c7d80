// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * An answer, read to its end.
 *
 * @param headers by name in lower case
 */
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

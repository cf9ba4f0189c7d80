// SPDX-License-Identifier: Apache-2.0
package org.baraza.idempotency;

import java.util.Map;

/** How a request was answered. */
public record KeptAnswer(int status, Map<String, String> headers, byte[] body) {
    public KeptAnswer {
        headers = Map.copyOf(headers);
    }
}

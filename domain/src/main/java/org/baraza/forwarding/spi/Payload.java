// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.Map;

/**
 * What is sent of a document.
 *
 * @param headers beside those that every request has
 * @param parameters what a type may add to the address
 * @param body empty when there is nothing to send
 */
public record Payload(String contentType, Map<String, String> headers, Map<String, String> parameters, byte[] body) {
    /** When there is nothing to send. */
    public static final Payload NOTHING = of("", new byte[0]);

    public Payload {
        headers = Map.copyOf(headers);
        parameters = Map.copyOf(parameters);
    }

    /** A payload without headers and parameters of its own. */
    public static Payload of(String contentType, byte[] body) {
        return new Payload(contentType, Map.of(), Map.of(), body);
    }

    /** Whether there is nothing to send. */
    public boolean isNothing() {
        return body.length == 0;
    }
}

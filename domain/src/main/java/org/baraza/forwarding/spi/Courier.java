// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

/** Sends requests of a delivery with the credentials of its connection, signed and under the delivery's id. */
public interface Courier {

    /** The address of the connection. */
    String base();

    /** The method that was chosen for the forwarder. */
    String method();

    /**
     * Sends a request and waits for its answer.
     *
     * @param payload empty for a request without a body
     */
    Answer send(String method, String url, Payload payload);

    /**
     * Sends one of several requests of a delivery and waits for its answer. Its {@code Idempotency-Key} is its own; one that only asks
     * has none.
     *
     * @param step the same each time, and another than those of the other requests
     * @param payload empty for a request without a body
     */
    Answer step(String step, String method, String url, Payload payload);
}

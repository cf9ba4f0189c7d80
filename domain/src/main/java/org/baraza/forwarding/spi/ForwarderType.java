// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.Optional;

/** Which changes are forwarded. */
public interface ForwarderType {

    /** Its stable name, as CommCare HQ calls the class. */
    String slug();

    /** What people call it. */
    String label();

    /** The format of a forwarder that does not say. */
    String usualFormat();

    /** Whether it is forwarded. */
    boolean accepts(Occurrence occurrence, ForwarderOptions options);

    /** Where it is sent. */
    default String url(String connectionUrl, ForwarderOptions options, Payload payload) {
        return connectionUrl;
    }

    /** An address below that of a connection, which may end with a slash. */
    static String below(String connectionUrl, String path) {
        return connectionUrl + (connectionUrl.endsWith("/") ? "" : "/") + path;
    }

    /**
     * Makes a delivery: by one request, unless it takes several. What the last of them is answered decides what becomes of it. It
     * may be made again, from the beginning, when it is not known what became of it.
     *
     * @return why it was not taken, where the status does not say all of it; empty when the status of the last answer decides
     */
    default Optional<Refusal> deliver(Courier courier, String url, Payload payload) {
        courier.send(courier.method(), url, payload);
        return Optional.empty();
    }
}

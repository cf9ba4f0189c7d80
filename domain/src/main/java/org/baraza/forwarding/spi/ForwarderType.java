// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

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
}

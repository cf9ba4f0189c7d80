// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

/**
 * How requests of a connection prove who sends them, without what is secret of it.
 *
 * @param tokenUrl where tokens are asked for; empty where none are
 * @param refreshUrl where they are asked for again; empty for the same place
 * @param credentialsInHeader whether client id and secret go in a header there, rather than in the body
 */
public record Authentication(
        AuthType type,
        String username,
        String clientId,
        String tokenUrl,
        String refreshUrl,
        boolean credentialsInHeader) {
    public static final Authentication NONE = new Authentication(AuthType.NONE, "", "", "", "", false);
}

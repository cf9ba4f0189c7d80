// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

/** This server has too much on its way: nothing left, and the other side knows of nothing. */
public final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSent(Throwable cause) {
        super("no connection was free", cause);
    }
}

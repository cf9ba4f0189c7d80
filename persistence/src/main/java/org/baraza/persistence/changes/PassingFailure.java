// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

/** Thrown by consumers when what they need is away: it says nothing about the changes, which are to come again later. */
public final class PassingFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PassingFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

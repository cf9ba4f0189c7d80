// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

/** A specification that cannot be read, with the place and what is wrong there. */
public final class BadSpec extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadSpec(String place, String message) {
        super(place.isEmpty() ? message : place + ": " + message);
    }
}

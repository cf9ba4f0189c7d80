// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

/** Leaves a field when nobody is signed in. */
final class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSignedIn() {
        super("not signed in", null, false, false);
    }
}

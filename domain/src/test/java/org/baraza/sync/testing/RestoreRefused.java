// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync.testing;

/** A device would refuse the whole restore, or understand it in a way that nobody meant. */
public final class RestoreRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RestoreRefused(String why) {
        super(why);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

/** What a script may use up for one document. */
public interface Budget {

    /** @throws IllegalStateException when it is used up */
    void check();
}

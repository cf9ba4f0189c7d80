// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.spi;

import java.util.Optional;

/** What a script may use up: a good deal while it is read, and then anew for each document. */
public interface Budget {

    /**
     * To be called often.
     *
     * @throws IllegalStateException when it is used up
     */
    void check();

    /** Why it is used up; empty while it is not. For whoever watches, on another thread, a script that does not ask by itself. */
    Optional<String> excess();
}

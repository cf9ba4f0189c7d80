// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

import java.util.Set;

/**
 * What whoever runs the server does to a project that does harm, or that is being moved (spec/21, section 10; spec/01). Of two
 * that stop the same, the later one is what is said.
 */
public enum Switch {
    /** Programs get nothing: they asked for too much. */
    API_OFF(Errand.PROGRAM),
    /** No form is taken; phones keep theirs. */
    SUBMISSIONS_OFF(Errand.FORM),
    /** Nobody gets anything, for a while, and nothing changes by anybody's hand. */
    FROZEN(Errand.values());

    private final Set<Errand> stopped;

    Switch(Errand... stopped) {
        this.stopped = Set.of(stopped);
    }

    boolean stops(Errand errand) {
        return stopped.contains(errand);
    }
}

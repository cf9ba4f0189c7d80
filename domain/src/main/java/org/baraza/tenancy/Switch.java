// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

/** What whoever runs the server does to a project that does harm, or that is being moved (spec/21, section 10; spec/01). */
public enum Switch {
    /** Programs get nothing: they asked for too much. */
    API_OFF,
    /** No form is taken; phones keep theirs. */
    SUBMISSIONS_OFF,
    /** Nobody gets anything, for a while, and nothing changes by anybody's hand. */
    FROZEN
}

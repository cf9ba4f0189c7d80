// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

/** What the id is of that a probe asks for. */
enum Kind {
    /** Nothing but the project itself is asked for. */
    PROJECT,
    CASE,
    FORM,
    WORKER,
    /** A worker made for this probe alone, who may go. */
    NEW_WORKER,
    USERNAME,
    RESTORE,
    API_KEY
}

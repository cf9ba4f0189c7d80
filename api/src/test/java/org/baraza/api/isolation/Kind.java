// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

/** What the id is of that a probe asks for. */
enum Kind {
    /** Nothing but the project itself is asked for. */
    PROJECT,
    CASE,
    FORM,
    WORKER,
    USERNAME,
    RESTORE,
    API_KEY,
    GROUP,
    GROUP_NAME,
    LOCATION,
    SITE_CODE,
    /** The code of a level. */
    LEVEL,
    /** One that nothing else is asked about, so that it may be lost. */
    NEW_GROUP,
    NEW_LOCATION,
    NEW_LEVEL
}

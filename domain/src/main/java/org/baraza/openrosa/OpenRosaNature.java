// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.util.Locale;

/** What kind of answer a message is; devices act on it (device protocol: answers). */
public enum OpenRosaNature {
    /** The form is stored; the device forgets it. */
    SUBMIT_SUCCESS,
    /** Something was wrong, said to clients that know no better; the device forgets the form. */
    SUBMIT_ERROR,
    /** The form can never be processed as it is; the device sets it aside. */
    PROCESSING_FAILURE,
    /** The form is stored, work after it failed; the device sends it again. */
    POST_PROCESSING_FAILURE,
    /** A restore follows. */
    OTA_RESTORE_SUCCESS,
    /** A restore is being made; the device asks again. */
    OTA_RESTORE_PENDING,
    /** No restore can be made. */
    OTA_RESTORE_ERROR;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, such as {@code submit_success}. */
    public String wireName() {
        return wireName;
    }
}

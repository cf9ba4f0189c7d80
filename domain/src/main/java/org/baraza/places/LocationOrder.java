// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

/** Orders of lists that are addressed by position. */
public enum LocationOrder {
    /** As they were made. */
    NUMBER,
    LAST_MODIFIED_ASC,
    LAST_MODIFIED_DESC
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

/** How a column of a de-identified export is hidden. */
public enum Sensitivity {
    NONE,
    /** The value becomes an id that tells nothing, the same for the same value. */
    ID,
    /** Dates are moved, all of one form or case by the same number of days. */
    DATE
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

/** How many forms somebody sent, and how many she completed, in the last thirty days and in the last calendar month. */
public record WorkTally(
        int submittedLastThirtyDays, int completedLastThirtyDays, int submittedLastMonth, int completedLastMonth) {
    /** Of somebody who sent nothing. */
    public static final WorkTally NOTHING = new WorkTally(0, 0, 0, 0);
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import org.baraza.exchange.work.Outcome;
import org.baraza.exchange.work.RowPlace;
import org.baraza.paging.Cursor;

/**
 * What is wrong with a row of a job.
 *
 * @param number in the order of the work, from 1 on
 */
public record JobError(int number, RowPlace place, Outcome.Fault fault) {
    static final String LIST = "job-errors";

    /** Its place among the errors of its job. */
    public String cursor() {
        return Cursor.of(LIST, number);
    }
}

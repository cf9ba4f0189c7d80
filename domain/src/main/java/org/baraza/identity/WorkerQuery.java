// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

/**
 * A page of mobile workers, by username.
 *
 * @param search beginning of the username; everything when empty
 * @param status which of them
 * @param after the last username of the page before; empty for the first page
 * @param counted whether the number of all of them is wanted too
 */
public record WorkerQuery(String search, Status status, String after, int first, boolean counted) {

    /** Who is wanted: those who are let in, those who are not, or both. */
    public enum Status {
        ANY,
        ACTIVE,
        INACTIVE
    }
}

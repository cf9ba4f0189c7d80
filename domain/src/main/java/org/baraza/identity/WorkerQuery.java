// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import org.baraza.paging.PageRequest;

/**
 * A page of mobile workers; who was deleted is on none.
 *
 * @param search beginning of the username; everything when empty
 * @param status which of them
 */
public record WorkerQuery(String search, Status status, WorkerOrder order, PageRequest page) {

    /** Who is wanted: those who are let in, those who are not, or both. */
    public enum Status {
        ANY,
        ACTIVE,
        INACTIVE
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.paging;

/**
 * Which page of a list is wanted.
 *
 * @param first most items on it
 * @param after cursor of the item before it; empty for the first page
 * @param counted whether the number of items on all pages is wanted too
 */
public record PageRequest(int first, String after, boolean counted) {

    /** Whether this page shows the whole list, of which so many rows were found: it begins with the first and misses none. */
    public boolean showsWhole(int found) {
        return after.isEmpty() && found <= first;
    }

    /** The first page, without a count. */
    public static PageRequest first(int first) {
        return new PageRequest(first, "", false);
    }
}

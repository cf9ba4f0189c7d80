// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/** Cursors of lists that are ordered by a unique name. */
final class PlaceInNames {
    private PlaceInNames() {}

    static String cursor(String list, String name) {
        return Cursor.of(list, name);
    }

    /** The name behind which the page begins; empty for the first page. */
    static String after(String list, @Nullable String cursor) {
        return cursor == null || cursor.isEmpty()
                ? ""
                : Cursor.read(cursor, list, 1).text(0);
    }
}

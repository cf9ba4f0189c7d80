// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Instant;
import java.util.List;
import org.baraza.paging.Cursor;

/**
 * A change of a working copy.
 *
 * @param version that it made
 * @param action what was done, in a word
 * @param places the parts of the document that it touched
 */
public record AppEdit(int version, Instant editedAt, String editedBy, String action, List<String> places) {
    static final String LIST = "app-edits";

    public AppEdit {
        places = List.copyOf(places);
    }

    /** Its place in the history of its app. */
    public String cursor() {
        return Cursor.of(LIST, version);
    }
}

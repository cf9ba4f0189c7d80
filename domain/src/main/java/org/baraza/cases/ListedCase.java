// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import org.baraza.paging.Cursor;

/**
 * A case as programs fetch it.
 *
 * @param indexedOn its latest change; no two cases of a project share one, and what changes later has a later one
 */
public record ListedCase(CaseState state, Instant indexedOn) {
    static final String LIST = "cases-by-stamp";

    /** Its place in the list in the order of changes. */
    public String cursor() {
        return Cursor.of(LIST, indexedOn, state.caseId());
    }
}

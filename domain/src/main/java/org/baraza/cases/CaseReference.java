// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import org.baraza.paging.Cursor;

/**
 * A link seen from its target.
 *
 * @param identifier name of the link within the case that holds it
 * @param from the case that holds it
 */
public record CaseReference(String identifier, Relationship relationship, CaseState from) {
    static final String LIST = "references";

    /** Its place among the links to the same target. */
    public String cursor() {
        return Cursor.of(LIST, relationship.wireName(), from.caseId(), identifier);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import org.baraza.paging.Cursor;

/**
 * A type of cases, as the project describes it.
 *
 * @param deprecated whether the project uses it no longer
 * @param fhirResourceType which resource of FHIR a case becomes; empty for none
 */
public record CaseType(String name, String description, boolean deprecated, String fhirResourceType) {
    static final String LIST = "dictionary-types";

    /** Its place among the types of its project. */
    public String cursor() {
        return Cursor.of(LIST, name);
    }
}

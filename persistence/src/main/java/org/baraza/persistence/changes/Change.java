// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.util.Set;

/**
 * A change to be announced.
 *
 * @param kind what sort of document changed
 * @param documentId its id within the project
 * @param caseIds cases that changed with it
 */
public record Change(Kind kind, String documentId, Set<String> caseIds) {

    /** Sorts of documents. */
    public enum Kind {
        FORM("form"),
        CASE("case");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        static Kind ofWireName(String name) {
            return name.equals(FORM.wireName) ? FORM : CASE;
        }
    }

    /** A form arrived or changed, and with it the cases. */
    public static Change form(String formId, Set<String> caseIds) {
        return new Change(Kind.FORM, formId, caseIds);
    }

    /** A case changed without a form. */
    public static Change ofCase(String caseId) {
        return new Change(Kind.CASE, caseId, Set.of(caseId));
    }
}

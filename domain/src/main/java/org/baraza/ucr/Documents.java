// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What else there is in the project, as CommCare HQ's documents have it; what belongs to another project is not there. */
public interface Documents {

    /** Kinds of documents, by the names that specifications have. */
    enum Kind {
        FORM("XFormInstance"),
        CASE("CommCareCase"),
        USER("CommCareUser"),
        LOCATION("Location");

        private final String docType;

        Kind(String docType) {
            this.docType = docType;
        }

        /** The name that specifications have. */
        public String docType() {
            return docType;
        }
    }

    /** A document by its id. */
    Optional<Value> find(Kind kind, String id);

    /** The cases that have an index to a case. */
    List<Value> subcases(String caseId);

    /**
     * The forms that touched a case and count.
     *
     * @param xmlnses namespaces of those wanted; empty for all
     */
    List<Value> formsOfCase(String caseId, Set<String> xmlnses);

    /** The groups of a mobile worker that share cases, or that reports are made of. */
    List<Value> groupsOfUser(String userId, boolean sharingCases);

    /** There is nothing else. */
    Documents NONE = new Documents() {
        @Override
        public Optional<Value> find(Kind kind, String id) {
            return Optional.empty();
        }

        @Override
        public List<Value> subcases(String caseId) {
            return List.of();
        }

        @Override
        public List<Value> formsOfCase(String caseId, Set<String> xmlnses) {
            return List.of();
        }

        @Override
        public List<Value> groupsOfUser(String userId, boolean sharingCases) {
            return List.of();
        }
    };
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change to be announced.
 *
 * @param kind what sort of document changed
 * @param documentId its id within the project
 * @param cases cases that changed with it: their numbers by their ids
 * @param syncLogId the sync of the phone that made the change and knows of it; null when no phone knows
 */
public record Change(
        Kind kind,
        String documentId,
        Map<String, Integer> cases,
        @Nullable String syncLogId) {

    /** Sorts of documents. */
    public enum Kind {
        FORM("form"),
        CASE("case"),
        JOB("job"),
        /** An app was saved or built. */
        APP("app"),
        /** A mobile worker was saved. */
        USER("user"),
        LOCATION("location");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        /** Throws when there is none of that name. */
        public static Kind ofWireName(String name) {
            for (Kind kind : values()) {
                if (kind.wireName.equals(name)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of document: " + name);
        }
    }

    /** A form arrived or changed, and with it the cases; every phone is to be told. */
    public static Change form(String formId, Map<String, Integer> cases) {
        return new Change(Kind.FORM, formId, cases, null);
    }

    /** A form arrived from a phone that has applied it already. */
    public static Change ofPhone(String formId, Map<String, Integer> cases, @Nullable String syncLogId) {
        return new Change(Kind.FORM, formId, cases, syncLogId);
    }

    /** A job moved on. */
    public static Change ofJob(String jobId) {
        return new Change(Kind.JOB, jobId, Map.of(), null);
    }

    /** A case changed without a form. */
    public static Change ofCase(String caseId, int caseNumber) {
        return new Change(Kind.CASE, caseId, Map.of(caseId, caseNumber), null);
    }
}

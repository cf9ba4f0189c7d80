// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a case.
 *
 * @param ordinal place in the history, 1 for the first
 * @param formId null for rebuilds, deletions, and what a case was taken over with
 * @param serverDate when its form arrived, or when a step without a form was taken
 * @param type bits of {@link TransactionType}
 * @param revoked whether its form no longer counts
 * @param work what the form said about the case, or how it was taken over; nothing for other steps
 */
public record CaseTransaction(
        String caseId,
        int ordinal,
        @Nullable String formId,
        int type,
        boolean revoked,
        @Nullable String syncLogId,
        Instant serverDate,
        @Nullable Instant clientDate,
        @Nullable String userId,
        CaseReport.CaseWork work) {
    static final String LIST = "history";

    /** Its place in the history. */
    public String cursor() {
        return Cursor.of(LIST, ordinal);
    }

    /** Whether its work counts in the state of the case. */
    public boolean contributes() {
        return !revoked && (formId != null || !work.isNothing());
    }

    /** The same step at another place. */
    CaseTransaction at(int place) {
        return new CaseTransaction(
                caseId, place, formId, type, revoked, syncLogId, serverDate, clientDate, userId, work);
    }

    CaseTransaction revoked(boolean nowRevoked) {
        return new CaseTransaction(
                caseId, ordinal, formId, type, nowRevoked, syncLogId, serverDate, clientDate, userId, work);
    }
}

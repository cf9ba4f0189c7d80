// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step in the history of a case with what its form is, without what it did.
 *
 * @param type bits of {@link TransactionType}
 */
public record CaseStep(
        @Nullable String formId,
        @Nullable String xmlns,
        @Nullable String formName,
        int type,
        boolean revoked,
        @Nullable String userId,
        @Nullable Instant clientDate,
        Instant serverDate,
        @Nullable String syncLogId) {

    /** What it did, in a word. */
    public String action() {
        if ((type & TransactionType.CASE_CREATE) != 0) {
            return "create";
        }
        if ((type & TransactionType.CASE_CLOSE) != 0) {
            return "close";
        }
        if ((type & TransactionType.DELETION) != 0) {
            return "delete";
        }
        return (type & TransactionType.FORM) != 0 ? "update" : "rebuild";
    }
}

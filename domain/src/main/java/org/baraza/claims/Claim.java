// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.time.Instant;
import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * That a case is on the phone of somebody who asked for it, though it belongs to others.
 *
 * @param claimId id of the claim, which is a case itself
 * @param caseNo number of the claim
 * @param caseId the case that is claimed
 * @param holderId who holds it
 */
public record Claim(
        String claimId,
        int caseNo,
        String caseId,
        String holderId,
        @Nullable Instant claimedOn) {
    static final String LIST = "claims";

    /** Its place among claims, newest first. */
    public String cursor() {
        return Cursor.of(LIST, caseNo);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.time.Instant;
import java.util.Optional;
import org.baraza.paging.Cursor;

/**
 * One answered sync, for people who look after phones.
 *
 * @param restoreId as the phone names it
 * @param askedBy user id of whoever restored as the person
 * @param continued whether the phone went on from an earlier sync
 * @param completed whether the payload was made to its end
 * @param caseCount cases in the payload
 * @param disagreedOn when the phone last said, of this sync, that it holds something else than we know of
 */
public record SyncEntry(
        String restoreId,
        Instant syncedOn,
        Optional<String> deviceId,
        Optional<String> appId,
        Optional<String> askedBy,
        boolean continued,
        boolean completed,
        int caseCount,
        Optional<Instant> disagreedOn) {
    static final String LIST = "syncs";

    /** Its place among the syncs of a person. */
    public String cursor() {
        return Cursor.of(LIST, syncedOn, restoreId);
    }
}

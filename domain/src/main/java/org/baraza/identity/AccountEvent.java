// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import java.util.Map;
import org.baraza.paging.Cursor;

/**
 * Something that happened to somebody's own account.
 *
 * @param action what happened, as {@code thing.done}
 * @param address from where; empty where that was not noted
 * @param detail what it was about; never a secret
 */
public record AccountEvent(long eventId, Instant at, String action, String address, Map<String, String> detail) {
    static final String LIST = "account-events";

    public AccountEvent {
        detail = Map.copyOf(detail);
    }

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, eventId);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Instant;
import java.util.Map;
import org.baraza.paging.Cursor;

/**
 * Something that was done about an enterprise account.
 *
 * @param action what was done, as {@code thing.done}
 * @param detail what it was about; never a secret
 */
public record AccountEvent(long eventId, Instant at, String actorName, String action, Map<String, String> detail) {
    static final String LIST = "enterprise-events";

    public AccountEvent {
        detail = Map.copyOf(detail);
    }

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, eventId);
    }
}

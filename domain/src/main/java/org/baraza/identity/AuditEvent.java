// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.baraza.paging.Cursor;

/**
 * Something that was done in a project, as it stands in the book.
 *
 * @param actorId who did it; empty where nobody was known by the name
 * @param actorName how she signs in, a worker without the project
 * @param action what was done, as {@code thing.done}
 * @param detail what changed; never a secret
 * @param address from where, where that was noted
 * @param channel by which door, where that was noted
 */
public record AuditEvent(
        long eventId,
        Instant at,
        Optional<String> actorId,
        String actorName,
        String action,
        Optional<String> subjectKind,
        Optional<String> subjectId,
        Map<String, String> detail,
        Optional<String> address,
        Optional<Channel> channel) {
    static final String LIST = "audit";

    public AuditEvent {
        detail = Map.copyOf(detail);
    }

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, at, eventId);
    }
}

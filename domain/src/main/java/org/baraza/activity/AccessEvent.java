// SPDX-License-Identifier: Apache-2.0
package org.baraza.activity;

import java.time.Instant;
import org.baraza.paging.Cursor;

/** An access as it was taken down. */
public record AccessEvent(
        long accessId,
        Instant at,
        String userId,
        String username,
        String means,
        String method,
        String path,
        String operation,
        String subject,
        int status,
        String address,
        String agent) {
    static final String LIST = "access";

    /** Its place in the list. */
    public String cursor() {
        return Cursor.of(LIST, at, accessId);
    }
}

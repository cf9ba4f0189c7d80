// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Instant;
import org.baraza.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * An app without its content.
 *
 * @param version raised by every change of the working copy
 * @param modifiedBy the id of the user who changed it last
 * @param deletedAt null while it is there
 */
public record AppSummary(
        String appId,
        String name,
        int version,
        Instant createdAt,
        Instant modifiedAt,
        String modifiedBy,
        @Nullable Instant deletedAt) {
    static final String LIST = "apps";

    public boolean deleted() {
        return deletedAt != null;
    }

    /** Its place among the apps of its project. */
    public String cursor() {
        return Cursor.of(LIST, AppNames.key(name), appId);
    }
}

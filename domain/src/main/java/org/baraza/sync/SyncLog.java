// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import org.jspecify.annotations.Nullable;

/**
 * One answered sync, as it is begun.
 *
 * @param id the restore_id
 * @param askedBy user id of whoever restored as somebody else; null for the person herself
 * @param previousId the sync that it continues; null for a first one
 */
record SyncLog(
        String id,
        String userId,
        @Nullable String askedBy,
        @Nullable String deviceId,
        @Nullable String appId,
        @Nullable String previousId) {}

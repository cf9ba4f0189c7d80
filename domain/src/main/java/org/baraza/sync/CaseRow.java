// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its row has it.
 *
 * @param modifiedOn when it was last modified, as the device said; when the server took it where no device said
 * @param properties JSON object
 * @param formerProperties names of what it has no more
 * @param indices JSON array
 */
record CaseRow(
        int number,
        String caseId,
        String type,
        String name,
        String ownerId,
        @Nullable String externalId,
        boolean closed,
        @Nullable Instant openedOn,
        Instant modifiedOn,
        @Nullable String modifiedBy,
        String properties,
        List<String> formerProperties,
        String indices) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one case (data API: case write). What is null stays as it is.
 *
 * @param aim whether the case is new
 * @param namedBy external id by which the case is found when no case id is given
 * @param temporaryId by which other updates of the same request point to this new case
 * @param indices links by their names
 */
public record CaseUpdate(
        Aim aim,
        @Nullable String caseId,
        @Nullable String namedBy,
        @Nullable String temporaryId,
        @Nullable String externalId,
        @Nullable String type,
        @Nullable String name,
        @Nullable String ownerId,
        Map<String, String> properties,
        Map<String, IndexUpdate> indices,
        boolean closes) {

    public CaseUpdate {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        indices = Collections.unmodifiableMap(new LinkedHashMap<>(indices));
    }

    /** Which case is meant. */
    public enum Aim {
        CREATE,
        /** The one of the case id, or else of the external id; it must be there. */
        UPDATE,
        /** The one of the external id, or a new one of that external id. */
        UPSERT
    }

    /** The same for that case. */
    CaseUpdate aimedAt(Aim other, @Nullable String id) {
        return new CaseUpdate(
                other, id, namedBy, temporaryId, externalId, type, name, ownerId, properties, indices, closes);
    }
}

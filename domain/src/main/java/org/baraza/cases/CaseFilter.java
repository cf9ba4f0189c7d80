// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; what is null does not matter.
 *
 * @param properties custom properties that must have exactly these values
 * @param text words that must all stand in the name, whatever their case; or the exact case id or external id
 */
public record CaseFilter(
        @Nullable String type,
        @Nullable String ownerId,
        @Nullable Boolean closed,
        @Nullable String externalId,
        Map<String, String> properties,
        @Nullable String text) {

    public static final CaseFilter ALL = new CaseFilter(null, null, null, null, Map.of(), null);

    /** The same, of one owner. */
    public CaseFilter ownedBy(String owner) {
        return new CaseFilter(type, owner, closed, externalId, properties, text);
    }
}

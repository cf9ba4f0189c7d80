// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; what is null does not matter.
 *
 * @param properties custom properties that must have exactly these values
 * @param text words that must all stand in the name, whatever their case; or the exact case id or external id
 * @param where what else must hold
 */
public record CaseFilter(
        @Nullable String type,
        @Nullable String ownerId,
        @Nullable Boolean closed,
        @Nullable String externalId,
        Map<String, String> properties,
        @Nullable String text,
        @Nullable CaseFormula where) {

    public static final CaseFilter ALL = new CaseFilter(null, null, null, null, Map.of(), null);

    @JsonCreator
    public CaseFilter {
        properties = Map.copyOf(properties);
    }

    public CaseFilter(
            @Nullable String type,
            @Nullable String ownerId,
            @Nullable Boolean closed,
            @Nullable String externalId,
            Map<String, String> properties,
            @Nullable String text) {
        this(type, ownerId, closed, externalId, properties, text, null);
    }

    /** The same, of one owner. */
    public CaseFilter ownedBy(String owner) {
        return new CaseFilter(type, owner, closed, externalId, properties, text, where);
    }

    /** The same, and that formula. */
    public CaseFilter where(CaseFormula formula) {
        return new CaseFilter(type, ownerId, closed, externalId, properties, text, formula);
    }

    /**
     * The same for somebody who sees only cases of those owners: the others tell her nothing of those that she sees.
     *
     * @param owners empty when she may see all
     */
    CaseFilter seenAmong(Optional<Set<String>> owners) {
        return where == null || owners.isEmpty() ? this : where(where.amongCasesOf(List.copyOf(owners.get())));
    }
}

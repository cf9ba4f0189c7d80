// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A case as its history left it.
 *
 * @param caseNo small number within the project, never reused
 * @param deletedOn when it left lists and restores; null while it is there
 * @param deletionId set when a person deleted it; null when it is gone because no form contributes any more
 * @param properties custom properties, in the order in which they were first set
 * @param formerProperties names of what the history once set and, since a form was archived or edited, sets no more
 * @param indices links, removed ones included
 * @param lastOrdinal place of its latest transaction
 */
public record CaseState(
        String caseId,
        int caseNo,
        String type,
        String name,
        String ownerId,
        @Nullable String externalId,
        @Nullable String locationId,
        boolean closed,
        @Nullable Instant openedOn,
        @Nullable String openedBy,
        @Nullable Instant modifiedOn,
        @Nullable String modifiedBy,
        @Nullable Instant closedOn,
        @Nullable String closedBy,
        Instant serverModifiedOn,
        @Nullable Instant deletedOn,
        @Nullable String deletionId,
        SequencedMap<String, String> properties,
        List<String> formerProperties,
        List<CaseIndex> indices,
        int lastOrdinal) {

    public boolean deleted() {
        return deletedOn != null;
    }

    /** Whether forms left it as they left the other: the same but for when the server changed it, and links in any order. */
    boolean saysTheSameAs(CaseState other) {
        return withoutTimes().equals(other.withoutTimes());
    }

    private CaseState withoutTimes() {
        return new CaseState(
                caseId,
                caseNo,
                type,
                name,
                ownerId,
                externalId,
                locationId,
                closed,
                openedOn,
                openedBy,
                modifiedOn,
                modifiedBy,
                closedOn,
                closedBy,
                Instant.EPOCH,
                deletedOn,
                deletionId,
                properties,
                List.of(),
                liveIndices().stream()
                        .sorted(Comparator.comparing(CaseIndex::identifier))
                        .toList(),
                0);
    }

    /** The links that stand. */
    public List<CaseIndex> liveIndices() {
        return indices.stream().filter(CaseIndex::live).toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.casework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.baraza.cases.CaseIndex;
import org.baraza.cases.CaseState;
import org.jspecify.annotations.Nullable;

/** The cases that a request names, and the new ones it makes. */
final class Known {
    private final Map<String, CaseState> byId;
    private final Map<String, List<CaseState>> byExternalId;
    private final Map<String, String> putIds;
    private final Map<String, String> calledByTemporaryId = new HashMap<>();
    private final Map<String, String> calledByExternalId = new HashMap<>();

    /** @param putIds free ids of cases that may be made, by external id */
    Known(Map<String, CaseState> byId, Map<String, List<CaseState>> byExternalId, Map<String, String> putIds) {
        this.byId = byId;
        this.byExternalId = byExternalId;
        this.putIds = putIds;
    }

    /** What an update calls the case that it makes or changes, for updates behind it and for links of all of them. */
    void calls(CaseUpdate update, String caseId) {
        if (update.temporaryId() != null) {
            calledByTemporaryId.put(update.temporaryId(), caseId);
        }
        if (update.externalId() != null) {
            calledByExternalId.put(update.externalId(), caseId);
        }
    }

    /** The case that the same request calls by an external id. */
    Optional<String> called(String externalId) {
        return Optional.ofNullable(calledByExternalId.get(externalId));
    }

    Optional<String> freePutId(String externalId) {
        return Optional.ofNullable(putIds.get(externalId));
    }

    /** The link of a stored case, if it has one of that name. */
    Optional<CaseIndex> link(String caseId, String identifier) {
        return Stream.concat(
                        byId.values().stream(), byExternalId.values().stream().flatMap(List::stream))
                .filter(state -> state.caseId().equals(caseId))
                .flatMap(state -> state.liveIndices().stream())
                .filter(index -> index.identifier().equals(identifier))
                .findFirst();
    }

    CaseState withId(String caseId) throws BadUpdate {
        @Nullable CaseState found = byId.get(caseId);
        if (found == null) {
            throw new BadUpdate("No case found with ID '" + caseId + "'");
        }
        return found;
    }

    CaseState named(String externalId) throws BadUpdate {
        return perhapsNamed(externalId)
                .orElseThrow(() -> new BadUpdate("Could not find a case with external_id '" + externalId + "'"));
    }

    Optional<CaseState> perhapsNamed(String externalId) throws BadUpdate {
        List<CaseState> found = byExternalId.getOrDefault(externalId, List.of());
        if (found.size() > 1) {
            throw new BadUpdate("There are multiple cases with external_id " + externalId);
        }
        return found.stream().findFirst();
    }

    String target(IndexUpdate.To link) throws BadUpdate {
        return switch (link.by()) {
            case CASE_ID -> withId(link.target()).caseId();
            case EXTERNAL_ID -> {
                Optional<String> called = called(link.target());
                yield called.isPresent() ? called.get() : named(link.target()).caseId();
            }
            case TEMPORARY_ID -> {
                @Nullable String called = calledByTemporaryId.get(link.target());
                if (called == null) {
                    throw new BadUpdate("Could not find a case with temporary_id '" + link.target() + "'");
                }
                yield called;
            }
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import static org.baraza.exchange.imports.ImportColumns.PARENT_EXTERNAL_ID;
import static org.baraza.exchange.imports.ImportColumns.PARENT_ID;
import static org.baraza.exchange.imports.ImportColumns.PARENT_TYPE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseState;
import org.baraza.cases.Cases;
import org.baraza.persistence.tenancy.Tx;

/** The cases that rows are about or belong to, as they are at one moment. */
final class KnownCases {
    private final ImportPlan plan;
    private final Map<String, CaseState> byId;
    private final Map<String, Map<String, List<CaseState>>> byExternalId = new HashMap<>();

    /** Looks up all that the rows name. */
    KnownCases(Tx tx, Cases cases, ImportPlan plan, List<ImportRow> rows) {
        this.plan = plan;
        Set<String> ids = new HashSet<>();
        Map<String, Set<String>> externalIds = new HashMap<>();
        for (ImportRow row : rows) {
            row.says(PARENT_ID).ifPresent(ids::add);
            row.says(PARENT_EXTERNAL_ID)
                    .ifPresent(id -> externalIds
                            .computeIfAbsent(parentType(row), _ -> new HashSet<>())
                            .add(id));
            if (plan.byExternalId()) {
                externalIds
                        .computeIfAbsent(plan.caseType(), _ -> new HashSet<>())
                        .add(row.searchId());
            } else {
                ids.add(row.searchId());
            }
        }
        byId = cases.find(tx, ids);
        externalIds.forEach((type, wanted) -> byExternalId.put(type, cases.withExternalIds(tx, type, wanted)));
    }

    private String parentType(ImportRow row) {
        return row.says(PARENT_TYPE).orElse(plan.caseType());
    }

    /** The case that the row is about; empty when there is none yet. */
    Optional<CaseState> subject(ImportRow row) {
        return plan.byExternalId() ? only(plan.caseType(), row.searchId()) : ofType(plan.caseType(), row.searchId());
    }

    /** The case that the row belongs to, if it names one. */
    Optional<CaseState> parent(ImportRow row) {
        Optional<String> id = row.says(PARENT_ID);
        if (id.isPresent()) {
            return Optional.of(
                    ofType(parentType(row), id.get()).orElseThrow(() -> RowTrouble.INVALID_PARENT_ID.in(PARENT_ID)));
        }
        return row.says(PARENT_EXTERNAL_ID)
                .map(external -> found(parentType(row), external).stream()
                        .findFirst()
                        .orElseThrow(() -> RowTrouble.INVALID_PARENT_ID.in(PARENT_EXTERNAL_ID)));
    }

    private Optional<CaseState> ofType(String type, String caseId) {
        return Optional.ofNullable(byId.get(caseId))
                .filter(state -> !state.deleted() && state.type().equals(type));
    }

    private Optional<CaseState> only(String type, String externalId) {
        List<CaseState> found = found(type, externalId);
        if (found.size() > 1) {
            throw RowTrouble.TOO_MANY_MATCHES.in("");
        }
        return found.stream().findFirst();
    }

    private List<CaseState> found(String type, String externalId) {
        return byExternalId.getOrDefault(type, Map.of()).getOrDefault(externalId, List.of());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.baraza.cases.CaseState;
import org.baraza.cases.Cases;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Finds cases for phones, whoever owns them: that is what search is for. Needs {@code access_mobile_endpoints}. Runs in one
 * snapshot, and no statement of it for longer than a few seconds.
 */
public final class CaseSearch {
    static final int MOST_RESULTS = 500;
    static final Problem DISABLED =
            new Problem.Conflict("CASE_SEARCH_DISABLED", "Case search and claim are not enabled in this project.");
    private static final int LONGEST_SECONDS = 10;

    private final Transactions transactions;
    private final Cases cases;
    private final SearchStore store = new SearchStore();
    private final SearchSettingsStore settings = new SearchSettingsStore();
    private final CaseHierarchy hierarchy = new CaseHierarchy();

    public CaseSearch(Transactions transactions, Cases cases) {
        this.transactions = transactions;
        this.cases = cases;
    }

    /** The first cases that fit, and what goes with them. */
    public FoundCases search(ProjectAccess access, SearchRequest request) {
        return read(access, tx -> {
            SearchSettings decided = settings.find(tx);
            if (!decided.enabled()) {
                throw new Refused(DISABLED);
            }
            return found(tx, request, decided);
        });
    }

    private FoundCases found(Tx tx, SearchRequest request, SearchSettings decided) {
        SequencedMap<String, BigDecimal> scores = store.find(tx, request, decided, MOST_RESULTS + 1);
        boolean more = scores.size() > MOST_RESULTS;
        if (more) {
            scores.pollLastEntry();
        }
        Map<String, CaseState> states = cases.find(tx, scores.keySet());
        List<FoundCase> answer = new ArrayList<>();
        scores.forEach(
                (caseId, score) -> answer.add(new FoundCase(Objects.requireNonNull(states.get(caseId)), score, false)));
        Set<String> along = related(tx, request, states.values());
        along.removeAll(scores.keySet());
        standing(tx, along).forEach(state -> answer.add(new FoundCase(state, null, true)));
        return new FoundCases(answer, more);
    }

    private Set<String> related(Tx tx, SearchRequest request, Collection<CaseState> found) {
        Set<String> along = new HashSet<>();
        String property = request.relatedProperty();
        if (property != null) {
            found.forEach(state -> Arrays.stream(state.properties()
                            .getOrDefault(property, "")
                            .strip()
                            .split("\\s+"))
                    .filter(id -> !id.isEmpty())
                    .forEach(along::add));
        }
        if (request.withAllRelated()) {
            Set<String> all = new HashSet<>(along);
            found.forEach(state -> all.add(state.caseId()));
            along.addAll(hierarchy.around(tx, all));
        }
        return along;
    }

    /**
     * Cases that the caller names, with their whole hierarchy.
     *
     * @throws Refused when one of them is not there or of no such type
     */
    public FoundCases named(ProjectAccess access, List<String> caseTypes, List<String> caseIds) {
        return read(access, tx -> {
            Map<String, CaseState> named = cases.find(tx, caseIds);
            boolean allThere = caseIds.stream().allMatch(caseId -> {
                CaseState state = named.get(caseId);
                return state != null && !state.deleted() && caseTypes.contains(state.type());
            });
            if (!allThere) {
                throw new Refused(new Problem.NotFound("case"));
            }
            List<FoundCase> answer = new ArrayList<>();
            standing(tx, hierarchy.around(tx, caseIds))
                    .forEach(state -> answer.add(new FoundCase(state, null, !named.containsKey(state.caseId()))));
            return new FoundCases(answer, false);
        });
    }

    /** Those that are not deleted, in the order of their numbers. */
    private List<CaseState> standing(Tx tx, Set<String> caseIds) {
        if (caseIds.isEmpty()) {
            return List.of();
        }
        return cases.find(tx, caseIds).values().stream()
                .filter(state -> !state.deleted())
                .sorted(Comparator.comparingInt(CaseState::caseNo))
                .toList();
    }

    /** What is read of one snapshot. */
    private interface Reading {
        FoundCases in(Tx tx);
    }

    private FoundCases read(ProjectAccess access, Reading reading) {
        access.require(Permission.ACCESS_MOBILE_ENDPOINTS);
        return SearchStore.unlessTooLong(() -> transactions.read(tx -> {
            store.limitTime(tx, LONGEST_SECONDS);
            return reading.in(tx);
        }));
    }
}

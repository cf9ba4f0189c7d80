// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.baraza.cases.CaseCondition.Is;
import org.baraza.cases.CaseCondition.Never;
import org.baraza.cases.CaseCondition.Reads;
import org.baraza.cases.CaseCondition.TextField;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Cases of the project in scope as programs fetch them (data API: cases). Deleted ones are not there. Each call is one
 * transaction, so that a part of a list and its count are of one moment. Needs {@code edit_data}.
 */
public final class CaseLists {
    /** Cases that one call gives beside those that were asked for. */
    private static final int MOST_BESIDE = 10_000;

    /** How long a query of a program may keep the database busy. */
    private static final Duration LONGEST_QUERY = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Duration longestQuery;
    private final CaseListStore store = new CaseListStore();
    private final CaseSearchStore search = new CaseSearchStore();

    public CaseLists(Transactions transactions) {
        this(transactions, LONGEST_QUERY);
    }

    CaseLists(Transactions transactions, Duration longestQuery) {
        this.transactions = transactions;
        this.longestQuery = longestQuery;
    }

    /** A part of a list, by position. */
    public Slice<ListedCase> slice(ProjectAccess access, CaseList list, SliceRequest request) {
        return read(access, tx -> slice(tx, list, request));
    }

    /** As {@link #slice}, with where each of them comes from, in one snapshot. */
    public TracedCases traced(ProjectAccess access, CaseList list, SliceRequest request) {
        return read(access, tx -> {
            Slice<ListedCase> slice = slice(tx, list, request);
            List<String> ids =
                    slice.items().stream().map(one -> one.state().caseId()).toList();
            return new TracedCases(slice, store.origins(tx, ids));
        });
    }

    private Slice<ListedCase> slice(Tx tx, CaseList list, SliceRequest request) {
        return store.slice(tx, new CaseList(known(tx, list.conditions()), list.order(), list.descending()), request);
    }

    /** A page in the order of changes. */
    public Page<ListedCase> page(ProjectAccess access, List<CaseCondition> conditions, PageRequest request) {
        boolean queried = conditions.stream().anyMatch(CaseCondition.Matches.class::isInstance);
        return read(access, tx -> {
            List<CaseCondition> known = known(tx, conditions);
            return queried
                    ? tx.within(
                            longestQuery,
                            () -> store.page(tx, known, request),
                            () -> new Refused(Problem.Invalid.tookTooLong()))
                    : store.page(tx, known, request);
        });
    }

    /** Those of the cases that exist. */
    public Map<String, ListedCase> find(ProjectAccess access, Collection<String> caseIds) {
        return read(access, tx -> store.find(tx, caseIds));
    }

    /** Those of the ids that a case has or had, deleted ones among them. */
    public Set<String> taken(ProjectAccess access, Collection<String> caseIds) {
        return read(access, tx -> store.taken(tx, caseIds));
    }

    /** Cases by their external ids, oldest first. */
    public Map<String, List<ListedCase>> named(ProjectAccess access, Collection<String> externalIds) {
        return read(access, tx -> store.named(tx, externalIds, MOST_BESIDE));
    }

    /** Cases that point to each of the cases. */
    public Map<String, List<ListedCase>> children(ProjectAccess access, Collection<String> caseIds) {
        return read(access, tx -> store.children(tx, caseIds, MOST_BESIDE));
    }

    /** Where each of the cases comes from. */
    public Map<String, CaseOrigin> origins(ProjectAccess access, Collection<String> caseIds) {
        return read(access, tx -> store.origins(tx, caseIds));
    }

    /** There are few types, so those that read the same are looked up, and the list can use their index. */
    private List<CaseCondition> known(Tx tx, List<CaseCondition> conditions) {
        return conditions.stream()
                .map(condition -> condition instanceof Reads(TextField field, String value) && field == TextField.TYPE
                        ? typed(tx, value)
                        : condition)
                .toList();
    }

    private CaseCondition typed(Tx tx, String value) {
        String wanted = value.toLowerCase(Locale.ROOT);
        List<String> same = search.types(tx).stream()
                .filter(type -> type.toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        return same.isEmpty() ? new Never() : new Is(TextField.TYPE, same);
    }

    private <R> R read(ProjectAccess access, Function<Tx, R> work) {
        access.require(Permission.EDIT_DATA);
        return transactions.read(work);
    }
}

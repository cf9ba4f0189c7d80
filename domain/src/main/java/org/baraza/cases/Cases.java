// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.baraza.cases.CaseReadStore.Steps;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.PagesByParent;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Reach;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Cases as people and programs read them, in the project in scope. Each call is one transaction, so a page, its count and
 * what hangs on it are of one moment. Needs {@code edit_data} or {@code view_reports}; who may not see every location finds the
 * cases of her own ones only ({@link Reach}).
 */
public final class Cases {
    /** How long a filter of somebody's own may keep the database busy. */
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final CaseSearchStore search = new CaseSearchStore();
    private final CaseReadStore store = new CaseReadStore();

    public Cases(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A page of the cases that are not deleted. */
    public Page<CaseState> list(ProjectAccess access, CaseQuery query) {
        return read(
                access,
                tx -> query.filter().where() == null
                        ? search.page(tx, query, Reach.owners(tx, access))
                        : inTime(tx, () -> search.page(tx, query, Reach.owners(tx, access))));
    }

    /** The ids of the cases that are not deleted, in their order, as far as the limit. */
    public List<String> ids(ProjectAccess access, CaseFilter filter, int most) {
        return read(access, tx -> inTime(tx, () -> search.ids(tx, filter, Reach.owners(tx, access), most)));
    }

    private <R> R inTime(Tx tx, Supplier<R> reading) {
        return tx.within(LONGEST_SEARCH, reading, () -> new Refused(Problem.Invalid.tookTooLong()));
    }

    /** Several lists in one snapshot, in the order of the queries. */
    public List<Page<CaseState>> lists(ProjectAccess access, List<CaseQuery> queries) {
        return read(access, tx -> {
            Optional<Set<String>> owners = Reach.owners(tx, access);
            Supplier<List<Page<CaseState>>> pages = () -> queries.stream()
                    .map(query -> search.page(tx, query, owners))
                    .toList();
            boolean plain = queries.stream().allMatch(query -> query.filter().where() == null);
            return plain ? pages.get() : inTime(tx, pages);
        });
    }

    /** One case, also when it is deleted. */
    public Optional<CaseState> get(ProjectAccess access, String caseId) {
        return Optional.ofNullable(find(access, Set.of(caseId)).get(caseId));
    }

    /** Those of the cases that exist, deleted ones too. */
    public Map<String, CaseState> find(ProjectAccess access, Collection<String> caseIds) {
        return read(access, tx -> store.find(tx, caseIds, Reach.owners(tx, access)));
    }

    /** The same in a transaction of another capability, which must know that its caller may see them. */
    public Map<String, CaseState> find(Tx tx, Collection<String> caseIds) {
        return store.find(tx, caseIds);
    }

    /**
     * Cases of a type by external id, those that are not deleted; in a transaction of another capability, which must know that
     * its caller may see them.
     */
    public Map<String, List<CaseState>> withExternalIds(Tx tx, String type, Collection<String> externalIds) {
        return store.withExternalIds(tx, type, externalIds);
    }

    /** The types in use, in their order; also for whoever exports only some of them. */
    public List<String> types(ProjectAccess access) {
        if (!access.maySeeSome()) {
            access.require(Permission.EDIT_DATA);
        }
        return transactions.read(search::types);
    }

    /** As {@link #types(ProjectAccess)}, in a transaction of another capability, which must know that its caller may see them. */
    public List<String> types(Tx tx) {
        return search.types(tx);
    }

    /** Links to each of the cases, from cases that are not deleted. */
    public Map<String, Page<CaseReference>> references(
            ProjectAccess access, Collection<String> caseIds, PageRequest page) {
        return read(access, tx -> {
            Optional<Set<String>> owners = Reach.owners(tx, access);
            return PagesByParent.of(
                    caseIds,
                    store.references(tx, caseIds, page, owners),
                    page,
                    () -> store.referenceCounts(tx, caseIds, owners));
        });
    }

    /** Steps of each history, newest first. */
    public Map<String, Page<CaseTransaction>> history(
            ProjectAccess access, Collection<String> caseIds, PageRequest page) {
        return history(access, caseIds, page, Steps.ALL);
    }

    /** Steps that forms made, newest first: each names a form that touched the case. */
    public Map<String, Page<CaseTransaction>> formSteps(
            ProjectAccess access, Collection<String> caseIds, PageRequest page) {
        return history(access, caseIds, page, Steps.OF_FORMS);
    }

    private Map<String, Page<CaseTransaction>> history(
            ProjectAccess access, Collection<String> caseIds, PageRequest page, Steps steps) {
        return read(
                access,
                tx -> PagesByParent.of(
                        caseIds,
                        store.history(tx, caseIds, page, steps),
                        page,
                        () -> store.historyCounts(tx, caseIds, steps)));
    }

    /** The whole history of each case, played again. */
    public Map<String, CaseHistory> replayed(ProjectAccess access, Collection<String> caseIds) {
        Map<String, List<CaseTransaction>> steps = read(access, tx -> store.histories(tx, caseIds));
        Map<String, CaseHistory> replayed = new LinkedHashMap<>();
        for (String caseId : caseIds) {
            replayed.put(caseId, CaseHistory.of(steps.getOrDefault(caseId, List.of())));
        }
        return replayed;
    }

    /** The steps of a case that count and close it, oldest first. */
    public List<CaseTransaction> closings(ProjectAccess access, String caseId) {
        return read(access, tx -> store.histories(tx, Set.of(caseId)).getOrDefault(caseId, List.of())).stream()
                .filter(CaseTransaction::contributes)
                .filter(step -> step.work().blocks().stream().anyMatch(CaseBlock::closes))
                .toList();
    }

    /** What each of the forms did to cases. */
    public Map<String, List<CaseTransaction>> stepsOfForms(ProjectAccess access, Collection<String> formIds) {
        return read(access, tx -> store.ofForms(tx, formIds));
    }

    /** The stock of each case; nothing for those without. */
    public Map<String, List<LedgerValue>> ledgers(ProjectAccess access, Collection<String> caseIds) {
        return read(access, tx -> store.ledgers(tx, caseIds));
    }

    private <R> R read(ProjectAccess access, Function<Tx, R> work) {
        access.requireEither(Permission.EDIT_DATA, Permission.VIEW_REPORTS);
        return transactions.read(work);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.baraza.cases.CaseReport.CaseWork;
import org.baraza.cases.ContentError.Name;

/**
 * The cases that one database transaction works on: opened with what is stored, changed form by form in memory, then
 * written as a whole. A form that breaks a rule leaves the book as it was.
 */
public final class CaseBook {
    private final Map<String, CaseState> states = new LinkedHashMap<>();
    private final Set<String> otherExisting;
    private final IntSupplier caseNumbers;
    private final Set<String> created = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private final List<CaseTransaction> transactions = new ArrayList<>();
    private final List<LedgerPosting> ledgers = new ArrayList<>();
    private final Map<String, List<LedgerPosting>> ledgerRebuilds = new LinkedHashMap<>();

    /**
     * @param stored the locked cases
     * @param otherExisting ids of cases that exist and are not locked here, to which indices may point
     * @param caseNumbers gives numbers never used in the project
     */
    CaseBook(Iterable<CaseState> stored, Set<String> otherExisting, IntSupplier caseNumbers) {
        stored.forEach(state -> states.put(state.caseId(), state));
        this.otherExisting = otherExisting;
        this.caseNumbers = caseNumbers;
    }

    /** A stock change and when it was made. */
    record LedgerPosting(LedgerChange change, Instant at) {}

    /**
     * Applies all that a form says, or nothing.
     *
     * @return why it cannot be applied; empty when it was
     */
    public Optional<ContentError> apply(FormRef form, CaseReport report) {
        Map<String, CaseState> after = new LinkedHashMap<>();
        for (var entry : report.cases().entrySet()) {
            String caseId = entry.getKey();
            CaseWork work = entry.getValue();
            CaseState before = states.get(caseId);
            if (before == null && work.blocks().isEmpty()) {
                return Optional.of(unknownLedgerCase(caseId));
            }
            after.put(
                    caseId,
                    before == null
                            ? CaseReducer.create(caseId, caseNumbers.getAsInt(), work, form.appliedOn())
                            : CaseReducer.advance(before, work, form.appliedOn()));
        }
        Optional<ContentError> dangling = danglingIndex(report, after.keySet()::contains);
        if (dangling.isEmpty()) {
            after.values().forEach(this::put);
            report.cases().forEach((caseId, work) -> record(form, state(caseId), work));
        }
        return dangling;
    }

    /** Every link that the form makes must end at a case, after all of the form. */
    private Optional<ContentError> danglingIndex(CaseReport report, Predicate<String> inForm) {
        for (CaseWork work : report.cases().values()) {
            for (CaseBlock block : work.blocks()) {
                for (CaseIndex index : block.indices()) {
                    if (index.live() && !inForm.test(index.targetId()) && !exists(index.targetId())) {
                        return Optional.of(new ContentError(
                                Name.InvalidCaseIndex,
                                "case " + block.caseId() + " points to case " + index.targetId()
                                        + ", which does not exist"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean exists(String caseId) {
        return states.containsKey(caseId) || otherExisting.contains(caseId);
    }

    private void put(CaseState state) {
        if (states.put(state.caseId(), state) == null) {
            created.add(state.caseId());
        } else if (!created.contains(state.caseId())) {
            changed.add(state.caseId());
        }
    }

    private void record(FormRef form, CaseState state, CaseWork work) {
        transactions.add(transaction(form, state.caseId(), state.lastOrdinal(), work));
        work.ledgers().forEach(ledger -> ledgers.add(new LedgerPosting(ledger, form.receivedOn())));
    }

    /** The step that a form adds to the history of a case. A stock change is always sent back, so it names no sync. */
    static CaseTransaction transaction(FormRef form, String caseId, int ordinal, CaseWork work) {
        Optional<CaseBlock> last = work.blocks().isEmpty()
                ? Optional.empty()
                : Optional.of(work.blocks().getLast());
        return new CaseTransaction(
                caseId,
                ordinal,
                form.formId(),
                TransactionType.of(work),
                false,
                work.ledgers().isEmpty() ? form.syncToken() : null,
                form.receivedOn(),
                last.map(CaseBlock::modifiedOn).orElse(null),
                last.map(CaseBlock::userId).filter(user -> !user.isEmpty()).orElse(null),
                work);
    }

    /**
     * Puts what a form says in place of what it said before, and folds the cases of both again. The form keeps its place
     * in the history of the cases it touched before.
     *
     * @param archived whether the form is archived: the new content then waits, revoked, to be put back
     * @param former cases that the form touched before
     * @param histories all transactions of every case of the former and the new content
     * @param rebuildType which bit the rebuild is recorded with
     */
    public Optional<ContentError> replace(
            FormRef form,
            CaseReport report,
            boolean archived,
            Set<String> former,
            Map<String, List<CaseTransaction>> histories,
            int rebuildType) {
        for (var entry : report.cases().entrySet()) {
            if (!states.containsKey(entry.getKey()) && entry.getValue().blocks().isEmpty()) {
                return Optional.of(unknownLedgerCase(entry.getKey()));
            }
        }
        Optional<ContentError> dangling = danglingIndex(report, report.cases()::containsKey);
        if (dangling.isPresent()) {
            return dangling;
        }
        Set<String> touched = new HashSet<>(former);
        touched.addAll(report.cases().keySet());
        for (String caseId : touched.stream().sorted().toList()) {
            CaseWork work = report.cases().getOrDefault(caseId, CaseWork.NONE);
            replaceIn(caseId, form, work, archived, histories.getOrDefault(caseId, List.of()), rebuildType);
        }
        return Optional.empty();
    }

    private void replaceIn(
            String caseId,
            FormRef form,
            CaseWork work,
            boolean archived,
            List<CaseTransaction> history,
            int rebuildType) {
        CaseState before = Optional.ofNullable(states.get(caseId))
                .orElseGet(() -> CaseReducer.unborn(caseId, caseNumbers.getAsInt(), form.appliedOn()));
        boolean counts = !archived && !work.isNothing();
        CasePast past = new CasePast(history);
        past.replace(form, caseId, work, counts);
        transactions.addAll(past.changed());
        rebuild(before, past.steps(), past.lastOrdinal() + 1, rebuildType, form.appliedOn());
    }

    /** Takes a form out of the history of its cases, or puts it back, and folds them again. */
    public void revoke(
            String formId,
            boolean revoked,
            Map<String, List<CaseTransaction>> histories,
            int rebuildType,
            Instant now) {
        histories.forEach((caseId, history) -> {
            CaseState before = Optional.ofNullable(states.get(caseId)).orElseThrow();
            List<CaseTransaction> revised = new ArrayList<>();
            for (CaseTransaction step : history) {
                // What an edit took out of the form stays out.
                boolean counts = !revoked && !step.work().isNothing();
                CaseTransaction after = formId.equals(step.formId()) ? step.revoked(!counts) : step;
                revised.add(after);
                if (after != step) {
                    transactions.add(after);
                }
            }
            rebuild(before, revised, before.lastOrdinal() + 1, rebuildType, now);
        });
    }

    /**
     * Folds a case again, because a person asked for it.
     *
     * @param history all transactions of the case
     * @return the case after it
     */
    CaseState rebuild(String caseId, List<CaseTransaction> history, Instant now) {
        CaseState before = state(caseId);
        rebuild(before, history, before.lastOrdinal() + 1, TransactionType.REBUILD_USER_REQUESTED, now);
        return state(caseId);
    }

    private void rebuild(CaseState before, List<CaseTransaction> history, int ordinal, int type, Instant now) {
        put(CaseReducer.rebuild(before, history, ordinal, now));
        if (history.stream().anyMatch(step -> !step.work().ledgers().isEmpty())) {
            ledgerRebuilds.put(
                    before.caseId(),
                    history.stream()
                            .filter(CaseTransaction::contributes)
                            .flatMap(step -> step.work().ledgers().stream()
                                    .map(change -> new LedgerPosting(change, step.serverDate())))
                            .toList());
        }
        transactions.add(
                new CaseTransaction(before.caseId(), ordinal, null, type, false, null, now, null, null, CaseWork.NONE));
    }

    /** Takes a case out of the data for a person; its history gets a step that is no form's. */
    void delete(String caseId, String deletionId, String userId, Instant now) {
        moved(CaseReducer.deletion(state(caseId), now, deletionId, now), userId, now);
    }

    /**
     * Puts a case back that a person took out.
     *
     * @param history all transactions of the case; one of them counts
     */
    void undelete(String caseId, List<CaseTransaction> history, String userId, Instant now) {
        moved(CaseReducer.revival(state(caseId), history, now), userId, now);
    }

    private void moved(CaseState after, String userId, Instant now) {
        put(after);
        transactions.add(new CaseTransaction(
                after.caseId(),
                after.lastOrdinal(),
                null,
                TransactionType.DELETION,
                false,
                null,
                now,
                null,
                userId,
                CaseWork.NONE));
    }

    Optional<CaseState> stored(String caseId) {
        return Optional.ofNullable(states.get(caseId));
    }

    private static ContentError unknownLedgerCase(String caseId) {
        return new ContentError(Name.IllegalCaseId, "a ledger names case " + caseId + ", which does not exist");
    }

    /** Ids of the cases that differ from what is stored. */
    public Set<String> touched() {
        Set<String> touched = new HashSet<>(created);
        touched.addAll(changed);
        return touched;
    }

    List<CaseState> createdStates() {
        return created.stream().sorted().map(this::state).toList();
    }

    List<CaseState> changedStates() {
        return changed.stream().sorted().map(this::state).toList();
    }

    /** Numbers of cases of this book, by their ids. */
    public Map<String, Integer> numbers(Collection<String> caseIds) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        caseIds.forEach(caseId -> numbers.put(caseId, state(caseId).caseNo()));
        return numbers;
    }

    /** The case as it is now in this book. */
    public Optional<CaseState> find(String caseId) {
        return Optional.ofNullable(states.get(caseId));
    }

    private CaseState state(String caseId) {
        return Optional.ofNullable(states.get(caseId)).orElseThrow();
    }

    List<CaseTransaction> transactions() {
        return transactions;
    }

    /** Whether there is stock to post besides the cases. */
    public boolean movesStock() {
        return !ledgers.isEmpty() || !ledgerRebuilds.isEmpty();
    }

    List<LedgerPosting> ledgers() {
        return ledgers;
    }

    /** Stock of rebuilt cases: all that still counts, in order. */
    Map<String, List<LedgerPosting>> ledgerRebuilds() {
        return ledgerRebuilds;
    }
}

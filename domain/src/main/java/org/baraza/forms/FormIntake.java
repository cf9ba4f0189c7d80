// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.cases.CaseBook;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseNumbers;
import org.baraza.cases.ContentError;
import org.baraza.cases.FormRef;
import org.baraza.devices.DeviceLogs;
import org.baraza.forms.FormReader.Reading;
import org.baraza.forms.GroupCommit.Outcome;
import org.baraza.forms.IntakeStore.Found;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Outage;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.sync.PhoneNote;

/**
 * Takes in forms: the path that must never lose one. A receipt is given only when everything is durable. Forms of a project
 * that wait at the same time share a transaction; each keeps its own verdict.
 */
public final class FormIntake {
    private static final int MOST_AT_ONCE = 32;

    private final Transactions transactions;
    private final CaseNumbers caseNumbers;
    private final DeviceLogs deviceLogs;
    private final IntakeStore store;
    private final Resends resends;
    private final Map<ProjectId, GroupCommit<IncomingForm, Receipt>> lanes = new ConcurrentHashMap<>();

    public FormIntake(
            Transactions transactions,
            CaseNumbers caseNumbers,
            CaseBookStore books,
            ChangeLog changes,
            DeviceLogs deviceLogs) {
        this.transactions = transactions;
        this.caseNumbers = caseNumbers;
        this.deviceLogs = deviceLogs;
        this.store = new IntakeStore(books, changes);
        this.resends = new Resends(store, books);
    }

    /** Takes in one submission for the project in scope; durable when this returns. */
    public Receipt receive(Submission submission) {
        return switch (FormReader.read(submission)) {
            case Reading.Form(IncomingForm form) -> lane().submit(form);
            case Reading.DeviceReport(var report, String formId, byte[] md5) -> {
                deviceLogs.keep(formId, report, md5, submission.receivedOn());
                yield new Receipt.DeviceReport(formId);
            }
            case Reading.Unreadable(IncomingForm form, String reason) -> keepUnreadable(form, reason);
        };
    }

    /** As {@link #receive}, from a phone that nobody signed in on and that {@link UnsignedForms} let pass. */
    public Receipt receiveUnsigned(Submission submission) {
        return FormReader.read(submission) instanceof Reading.Form(IncomingForm form)
                ? lane().submit(form.withoutSignIn())
                : receive(submission);
    }

    /** Makes ready for forms that are taken in amid transactions: so many new cases there may be in all of them. */
    void reserve(int newCases) {
        caseNumbers.reserve(newCases);
    }

    /**
     * Takes in a form that nobody sent before, amid a transaction and durable with it. One that breaks a rule leaves nothing
     * behind, unlike those that come from outside.
     */
    Receipt receiveAmid(Tx tx, Submission submission) {
        if (!(FormReader.read(submission) instanceof Reading.Form(IncomingForm form))) {
            throw new IllegalStateException("the server wrote a form that it cannot read");
        }
        Set<String> targets = form.targets();
        targets.removeAll(form.caseIds());
        CaseBook book = store.lookAmid(tx, form.caseIds(), targets);
        Optional<ContentError> error = form.knownError().or(() -> book.apply(reference(form), form.report()));
        if (error.isPresent()) {
            return new Receipt.ContentRefused(form.formId(), error.get());
        }
        Change change = Change.ofPhone(form.formId(), book.numbers(form.caseIds()), form.knownToSync());
        store.store(tx, List.of(FormRow.of(form, FormState.NORMAL, null)), book, List.of(change));
        return form.accepted(form.caseIds());
    }

    private Receipt keepUnreadable(IncomingForm form, String reason) {
        transactions.writing(tx -> {
            Found nothing = store.look(tx, List.of(), List.of(), List.of());
            FormRow row = FormRow.of(form, FormState.SUBMISSION_ERROR_LOG, reason);
            store.store(tx, List.of(row), nothing.book(), List.of(Change.form(form.formId(), Map.of())));
        });
        return new Receipt.Unreadable(form.formId(), reason);
    }

    private GroupCommit<IncomingForm, Receipt> lane() {
        return lanes.computeIfAbsent(
                ProjectScope.current(), project -> new GroupCommit<>(MOST_AT_ONCE, this::takeInAll));
    }

    /** Several forms in as few transactions as their ids allow. */
    private List<Outcome<Receipt>> takeInAll(List<IncomingForm> forms) {
        List<Outcome<Receipt>> outcomes = new ArrayList<>();
        while (outcomes.size() < forms.size()) {
            List<IncomingForm> rest = forms.subList(outcomes.size(), forms.size());
            try {
                takeInSome(rest).forEach(receipt -> outcomes.add(new Outcome.Done<>(receipt)));
            } catch (RuntimeException e) {
                if (Outage.causes(e)) {
                    // Trying one by one would only make everybody wait.
                    rest.forEach(form -> outcomes.add(new Outcome.Failed<>(e)));
                } else {
                    outcomes.add(alone(rest.getFirst(), e));
                }
            }
        }
        return outcomes;
    }

    /** One bad form must not take those beside it down: what failed in company is tried by itself. */
    private Outcome<Receipt> alone(IncomingForm form, RuntimeException inCompany) {
        try {
            return new Outcome.Done<>(takeInSome(List.of(form)).getFirst());
        } catch (RuntimeException e) {
            e.addSuppressed(inCompany);
            return new Outcome.Failed<>(e);
        }
    }

    /** One transaction for the longest run of forms that were never here before, or for one that was. */
    private List<Receipt> takeInSome(List<IncomingForm> waiting) {
        List<IncomingForm> run = distinct(waiting);
        return Conflicts.retrying(() -> takeInOnce(run));
    }

    private List<Receipt> takeInOnce(List<IncomingForm> run) {
        caseNumbers.reserve(run.stream().mapToInt(form -> form.caseIds().size()).sum());
        return transactions.write(tx -> {
            Set<String> caseIds = new HashSet<>();
            Set<String> targets = new HashSet<>();
            run.forEach(form -> {
                caseIds.addAll(form.caseIds());
                targets.addAll(form.targets());
            });
            targets.removeAll(caseIds);
            Found found = store.look(tx, run.stream().map(IncomingForm::formId).toList(), caseIds, targets);
            IncomingForm first = run.getFirst();
            if (found.forms().containsKey(first.formId())) {
                return first.unsigned()
                        ? takeInNew(tx, List.of(first.underNewId()), found)
                        : List.of(resends.take(tx, first, found));
            }
            List<IncomingForm> unseen = new ArrayList<>();
            for (IncomingForm form : run) {
                if (found.forms().containsKey(form.formId())) {
                    break;
                }
                unseen.add(form);
            }
            return takeInNew(tx, unseen, found);
        });
    }

    private static List<IncomingForm> distinct(List<IncomingForm> waiting) {
        Set<String> ids = new HashSet<>();
        int end = 0;
        while (end < waiting.size() && ids.add(waiting.get(end).formId())) {
            end++;
        }
        return waiting.subList(0, end);
    }

    private List<Receipt> takeInNew(Tx tx, List<IncomingForm> forms, Found found) {
        List<FormRow> rows = new ArrayList<>();
        List<Change> feed = new ArrayList<>();
        List<PhoneNote> notes = new ArrayList<>();
        List<Receipt> receipts = new ArrayList<>();
        for (IncomingForm form : forms) {
            var error = form.knownError()
                    .or(() -> foreignCase(form, found))
                    .or(() -> found.book().apply(reference(form), form.report()));
            rows.add(FormRow.of(
                    form,
                    error.isPresent() ? FormState.ERROR : FormState.NORMAL,
                    error.map(ContentError::problem).orElse(null)));
            Set<String> changed = error.isPresent() ? Set.of() : form.caseIds();
            feed.add(Change.ofPhone(form.formId(), found.book().numbers(changed), form.knownToSync()));
            if (error.isEmpty()) {
                form.phoneNote().ifPresent(notes::add);
            }
            receipts.add(error.<Receipt>map(known -> new Receipt.ContentRefused(form.formId(), known))
                    .orElseGet(() -> form.accepted(changed)));
        }
        store.storeAndCommit(tx, rows, found.book(), feed, notes);
        return receipts;
    }

    /** A case that a form without a sign-in may not touch. */
    private static Optional<ContentError> foreignCase(IncomingForm form, Found found) {
        return form.caseIds().stream()
                .filter(caseId -> form.unsigned())
                .flatMap(caseId -> found.book().find(caseId).stream())
                .filter(state -> !UnsignedForms.mayChange(state))
                .findFirst()
                .map(state -> new ContentError(
                        ContentError.Name.IllegalCaseId, "case " + state.caseId() + " is not of the demo user"));
    }

    static FormRef reference(IncomingForm form) {
        return new FormRef(
                form.formId(),
                form.submission().receivedOn(),
                form.submission().receivedOn(),
                form.submission().envelope().syncToken());
    }
}

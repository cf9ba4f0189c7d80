// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.cases.CaseBook;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseTransaction;
import org.baraza.cases.ContentError;
import org.baraza.cases.FormRef;
import org.baraza.cases.TransactionType;
import org.baraza.forms.IntakeStore.Found;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.tenancy.Tx;

/** What to do with a form whose id is here already (device protocol: same id again). */
final class Resends {
    private final IntakeStore store;
    private final CaseBookStore books;

    Resends(IntakeStore store, CaseBookStore books) {
        this.store = store;
        this.books = books;
    }

    Receipt take(Tx tx, IncomingForm form, Found found) {
        StoredForm stored =
                Optional.ofNullable(found.forms().get(form.formId())).orElseThrow();
        if (stored.state() == FormState.DEPRECATED || stored.state() == FormState.DUPLICATE) {
            // The id is one that we made up ourselves: a clash.
            return asNew(tx, form.underNewId(), found.book());
        }
        if (stored.isOf(form.md5())) {
            return stored.state() == FormState.ERROR
                    ? tryAgain(tx, form, stored)
                    : duplicate(tx, form, found.book(), List.of());
        }
        if (!stored.xmlns().equals(form.xmlns())) {
            return asNew(tx, form.underNewId(), found.book());
        }
        Set<String> former = store.casesOf(tx, form.formId());
        if (stored.state() == FormState.ERROR && former.isEmpty() && stored.deprecatedFormId() == null) {
            store.rename(tx, form.formId(), IncomingForm.newId(), FormState.ERROR);
            return asNew(tx, form, found.book());
        }
        return edit(tx, form, stored, former);
    }

    /** Keeps the same bytes beside the first, with whatever they changed after all. */
    private Receipt duplicate(Tx tx, IncomingForm form, CaseBook book, List<Change> feed) {
        String problem = "Form is a duplicate of another! (" + form.formId() + ")";
        store.store(tx, List.of(FormRow.duplicate(form, problem)), book, feed);
        return new Receipt.AlreadyReceived(form.formId(), problem);
    }

    /** The device sends again what failed: the reason may be gone by now. */
    private Receipt tryAgain(Tx tx, IncomingForm form, StoredForm stored) {
        boolean archived = store.isArchived(tx, form.formId());
        Set<String> former = store.casesOf(tx, form.formId());
        CaseBook book = bookOf(tx, form, former);
        FormRef reference = inPlaceOf(stored, form);
        Optional<ContentError> error =
                form.knownError().or(() -> replace(tx, book, form, archived, former, reference, true));
        if (error.isPresent()) {
            return new Receipt.ContentRefused(form.formId(), error.get());
        }
        store.mend(
                tx,
                form.formId(),
                archived ? FormState.ARCHIVED : FormState.NORMAL,
                form.submission().receivedOn());
        return duplicate(tx, form, book, List.of(Change.form(form.formId(), book.numbers(book.touched()))));
    }

    private Receipt asNew(Tx tx, IncomingForm form, CaseBook book) {
        Optional<ContentError> error =
                form.knownError().or(() -> book.apply(FormIntake.reference(form), form.report()));
        FormRow row = FormRow.of(
                form,
                error.isPresent() ? FormState.ERROR : FormState.NORMAL,
                error.map(ContentError::problem).orElse(null));
        store.store(tx, List.of(row), book, List.of(Change.form(form.formId(), book.numbers(book.touched()))));
        return error.<Receipt>map(known -> new Receipt.ContentRefused(form.formId(), known))
                .orElseGet(() -> form.accepted(form.caseIds()));
    }

    /** Other content under the same id: it takes the place of the old one, also in the histories of the cases. */
    private Receipt edit(Tx tx, IncomingForm form, StoredForm stored, Set<String> former) {
        Instant now = form.submission().receivedOn();
        boolean archived = stored.state() == FormState.ARCHIVED || store.isArchived(tx, form.formId());
        CaseBook book = bookOf(tx, form, former);
        FormRef reference = inPlaceOf(stored, form);
        Optional<ContentError> error =
                form.knownError().or(() -> replace(tx, book, form, archived, former, reference, false));

        String formerId = IncomingForm.newId();
        store.rename(tx, form.formId(), formerId, FormState.DEPRECATED);
        FormState state = error.isPresent() ? FormState.ERROR : archived ? FormState.ARCHIVED : FormState.NORMAL;
        FormRow row = new FormRow(
                form,
                form.formId(),
                state,
                stored.receivedOn(),
                now,
                null,
                formerId,
                error.map(ContentError::problem).orElse(null));
        store.store(tx, List.of(row), book, List.of(Change.form(form.formId(), book.numbers(book.touched()))));
        store.inherit(
                tx, form.formId(), formerId, now, form.submission().envelope().submittedBy());
        return error.<Receipt>map(known -> new Receipt.ContentRefused(form.formId(), known))
                .orElseGet(() -> form.accepted(book.touched()));
    }

    /** It applies now, where the stored one stands. */
    private static FormRef inPlaceOf(StoredForm stored, IncomingForm form) {
        return new FormRef(
                form.formId(),
                stored.receivedOn(),
                form.submission().receivedOn(),
                form.submission().envelope().syncToken());
    }

    private CaseBook bookOf(Tx tx, IncomingForm form, Set<String> former) {
        Set<String> caseIds = new HashSet<>(former);
        caseIds.addAll(form.caseIds());
        Set<String> targets = new HashSet<>(form.targets());
        targets.removeAll(caseIds);
        return books.open(tx, caseIds, targets);
    }

    private Optional<ContentError> replace(
            Tx tx,
            CaseBook book,
            IncomingForm form,
            boolean archived,
            Set<String> former,
            FormRef reference,
            boolean again) {
        if (again && former.isEmpty() && !archived) {
            // It never counted, so it has no place to keep.
            return book.apply(reference, form.report());
        }
        Set<String> caseIds = new HashSet<>(former);
        caseIds.addAll(form.caseIds());
        Map<String, List<CaseTransaction>> histories = books.histories(tx, caseIds);
        return book.replace(
                reference,
                form.report(),
                archived,
                former,
                histories,
                again ? TransactionType.REBUILD_FORM_REPROCESS : TransactionType.REBUILD_FORM_EDIT);
    }
}

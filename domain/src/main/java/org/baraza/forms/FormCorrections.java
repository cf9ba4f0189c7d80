// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseNumbers;
import org.baraza.forms.FormReader.Reading;
import org.baraza.forms.IntakeStore.Found;
import org.baraza.forms.Submission.Envelope;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.openrosa.FormTexts;
import org.baraza.openrosa.FormTexts.FormText;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.xml.EditableDocuments;
import org.baraza.xml.EditableElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlRejected;

/**
 * Corrects what normal forms say (data cleaning). What a form says now takes the place of what it said before, as if its
 * phone had sent an edit: the former content is kept as deprecated, the form keeps its id and its place in the histories of its
 * cases, and those are folded again. Unlike an edit from outside, one that breaks a rule changes nothing.
 */
public final class FormCorrections {
    private final Transactions transactions;
    private final CaseNumbers caseNumbers;
    private final IntakeStore store;
    private final Resends resends;
    private final Forms forms;
    private final Audit audit;
    private final Clock clock;

    public FormCorrections(
            Transactions transactions,
            CaseNumbers caseNumbers,
            CaseBookStore books,
            ChangeLog changes,
            Forms forms,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.caseNumbers = caseNumbers;
        this.store = new IntakeStore(books, changes);
        this.resends = new Resends(store, books);
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes other texts into a form. Needs {@code edit_data}.
     *
     * @param values new texts by the paths of {@link FormTexts}
     * @return false when the form says all of it already
     */
    public boolean clean(ProjectAccess access, String formId, Map<String, String> values) {
        return correct(access, formId, root -> written(root, values));
    }

    /** Takes out of a form that it closes the case. Needs {@code edit_data}. */
    public void dropClosing(ProjectAccess access, String formId, String caseId) {
        correct(access, formId, root -> {
            FormTexts.dropClosing(root, caseId);
            return true;
        });
    }

    private static boolean written(EditableElement root, Map<String, String> values) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        boolean changed = false;
        for (FormText text : FormTexts.of(root)) {
            String value = rest.remove(text.path());
            if (value != null && !value.equals(text.value())) {
                text.write(value);
                changed = true;
            }
        }
        if (!rest.isEmpty()) {
            String paths = String.join(", ", rest.keySet());
            throw new Refused(
                    Problem.Invalid.field("texts", "NO_SUCH_QUESTION", "Could not update questions: " + paths));
        }
        return changed;
    }

    /** @param correction says whether it changed anything */
    private boolean correct(ProjectAccess access, String formId, Predicate<EditableElement> correction) {
        access.require(Permission.EDIT_DATA);
        Form form = forms.get(access, formId).orElseThrow(FormCorrections::notFound);
        requireNormal(form.state());
        byte[] former = Optional.ofNullable(
                        forms.contents(access, Set.of(formId)).get(formId))
                .orElseThrow(FormCorrections::notFound)
                .xml();
        Envelope envelope = transactions.read(tx -> store.envelope(tx, formId)).orElseThrow(FormCorrections::notFound);
        EditableElement root = document(former);
        if (!correction.test(root)) {
            return false;
        }
        Submission submission = new Submission(
                EditableDocuments.compactBytes(root),
                clock.instant(),
                envelope.correctedBy(access.actor().userId()),
                List.of());
        if (!(FormReader.read(submission) instanceof Reading.Form(IncomingForm corrected))) {
            throw new Refused(Problem.Invalid.field("texts", "TOO_LONG", "The form would be too large."));
        }
        replace(access, corrected.under(formId), FormReader.md5(former));
        return true;
    }

    private static EditableElement document(byte[] xml) {
        try {
            return EditableDocuments.read(xml, XmlLimits.FORM);
        } catch (XmlRejected unreadable) {
            throw new IllegalStateException("a normal form cannot be read", unreadable);
        }
    }

    /** @param former digest of the content that was corrected; if it is another by now, nothing happens */
    private void replace(ProjectAccess access, IncomingForm corrected, byte[] former) {
        Set<String> targets = corrected.targets();
        targets.removeAll(corrected.caseIds());
        Conflicts.retrying(() -> {
            caseNumbers.reserve(corrected.caseIds().size());
            return transactions.write(tx -> {
                Found found = store.look(tx, List.of(corrected.formId()), corrected.caseIds(), targets);
                StoredForm stored = Optional.ofNullable(found.forms().get(corrected.formId()))
                        .orElseThrow(FormCorrections::notFound);
                requireNormal(stored.state());
                if (!stored.isOf(former)) {
                    throw new Refused(Problem.Conflict.changed());
                }
                Receipt receipt = ServerForms.accepted(resends.take(tx, corrected, found));
                audit.record(tx, access, AuditEntry.of("form.corrected", "form", corrected.formId()));
                return receipt;
            });
        });
    }

    private static void requireNormal(FormState state) {
        if (state != FormState.NORMAL) {
            throw new Refused(new Problem.Conflict("NOT_NORMAL", "Only a normal form can be corrected."));
        }
    }

    private static Refused notFound() {
        return new Refused(new Problem.NotFound("form"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;

/**
 * Forms with their content, as exports read them: a part at a time, each in a short transaction, by a key that does not move.
 * Which of them somebody may export, exports know.
 */
public final class WholeForms {
    private final Transactions transactions;
    private final FormChunks chunks;
    private final WholeFormStore store = new WholeFormStore();
    private final FormReadStore forms = new FormReadStore();

    public WholeForms(Transactions transactions, FormChunks chunks) {
        this.transactions = transactions;
        this.chunks = chunks;
    }

    /** The next forms of a run. */
    public List<WholeForm> next(ProjectAccess access, FormRun run, Optional<FormRun.Place> after, int most) {
        access.requireSome();
        return atHand(transactions.read(tx -> store.next(tx, run, after, most)));
    }

    /** Some of the latest and of the oldest normal forms of a kind. */
    public List<WholeForm> sample(ProjectAccess access, String xmlns, int mostOfEach) {
        access.requireSome();
        return atHand(transactions.read(tx -> store.sample(tx, xmlns, mostOfEach)));
    }

    /** The files of forms, by the ids of the forms. */
    public Map<String, List<FormAttachment>> attachments(ProjectAccess access, Collection<String> formIds) {
        access.requireSome();
        return transactions.read(tx -> forms.attachments(tx, formIds));
    }

    private List<WholeForm> atHand(List<WholeForm> forms) {
        Map<String, KeptXml> kept = new LinkedHashMap<>();
        forms.forEach(form -> kept.put(form.form().formId(), form.xml()));
        Map<String, KeptXml> found = chunks.atHand(kept);
        return forms.stream()
                .map(form -> form.with(found.getOrDefault(form.form().formId(), form.xml())))
                .toList();
    }

    public int count(ProjectAccess access, FormRun run) {
        access.requireSome();
        return transactions.read(tx -> store.count(tx, run));
    }
}

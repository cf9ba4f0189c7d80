// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.baraza.forms.FormCondition.Never;
import org.baraza.forms.FormCondition.Reads;
import org.baraza.forms.FormCondition.TextField;
import org.baraza.forms.FormCondition.Xmlns;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Forms of the project in scope as programs fetch them (data API: forms): normal ones, and archived ones where they are asked
 * for. Each call is one transaction, so that a part of a list and its count are of one moment. Needs {@code edit_data}.
 */
public final class FormLists {
    /** How long a list that is narrowed down by a text may keep the database busy: not all of them are in an index. */
    private static final Duration LONGEST_QUERY = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Duration longestQuery;
    private final FormListStore store = new FormListStore();
    private final FormSearchStore search = new FormSearchStore();
    private final FormReadStore reading = new FormReadStore();
    private final KeptContents contents;
    private final FormScan scan;

    public FormLists(Transactions transactions, FormChunks chunks) {
        this(transactions, chunks, LONGEST_QUERY);
    }

    FormLists(Transactions transactions, FormChunks chunks, Duration longestQuery) {
        this.transactions = transactions;
        this.longestQuery = longestQuery;
        this.contents = new KeptContents(chunks);
        this.scan = new FormScan(transactions, chunks);
    }

    /** A part of a list, by position. Refuses to look through too many forms for what they say. */
    public Slice<ListedForm> slice(ProjectAccess access, FormList list, SliceRequest request) {
        if (!list.said().isEmpty()) {
            return scan.slice(read(access, tx -> known(tx, list)), request);
        }
        return read(access, tx -> looked(tx, list, known -> store.slice(tx, known, request)));
    }

    /** As {@link #slice}, with what hangs on the forms. Refuses more content at once than fits. */
    public DetailedForms detailed(ProjectAccess access, FormList list, SliceRequest request) {
        if (!list.said().isEmpty()) {
            Slice<ListedForm> found = slice(access, list, request);
            return new DetailedForms(found, details(access, found.items()));
        }
        Packed packed = read(
                access,
                tx -> looked(tx, list, known -> {
                    Slice<ListedForm> found = store.slice(tx, known, request);
                    return new Packed(found, hanging(tx, found.items()));
                }));
        return new DetailedForms(packed.forms, packed.hanging.unpacked(contents));
    }

    private record Packed(Slice<ListedForm> forms, Hanging hanging) {}

    /** What hangs on each of the forms, in one snapshot. Refuses more content at once than fits. */
    public FormDetails details(ProjectAccess access, Collection<ListedForm> listed) {
        return read(access, tx -> hanging(tx, listed)).unpacked(contents);
    }

    private Hanging hanging(Tx tx, Collection<ListedForm> listed) {
        List<String> ids = listed.stream().map(one -> one.form().formId()).toList();
        List<String> edited = listed.stream()
                .map(ListedForm::form)
                .filter(form -> form.editedOn() != null)
                .map(Form::formId)
                .toList();
        return new Hanging(
                contents.kept(tx, ids),
                reading.attachments(tx, ids),
                edited.isEmpty() ? Map.of() : reading.events(tx, edited));
    }

    /** As it was read. */
    private record Hanging(
            Map<String, KeptXml> xml,
            Map<String, List<FormAttachment>> attachments,
            Map<String, List<FormEvent>> events) {
        FormDetails unpacked(KeptContents contents) {
            return new FormDetails(contents.unpacked(xml), attachments, events);
        }
    }

    /** Looks for what the list names, for so long at most where no index knows it. */
    private <R> R looked(Tx tx, FormList list, Function<FormList, R> look) {
        return list.conditions().stream().anyMatch(Reads.class::isInstance)
                ? tx.within(
                        longestQuery,
                        () -> look.apply(known(tx, list)),
                        () -> new Refused(Problem.Invalid.tookTooLong()))
                : look.apply(list);
    }

    /** Those of the forms that exist. */
    public Map<String, ListedForm> find(ProjectAccess access, Collection<String> formIds) {
        return read(access, tx -> store.find(tx, formIds));
    }

    /** There are few kinds of forms, so those that read the same are looked up, and the list can use their index. */
    private FormList known(Tx tx, FormList list) {
        return new FormList(
                list.conditions().stream()
                        .map(condition ->
                                condition instanceof Reads(TextField field, String value) && field == TextField.XMLNS
                                        ? kind(tx, value)
                                        : condition)
                        .toList(),
                list.archivedToo(),
                list.order(),
                list.descending());
    }

    /** Two kinds that differ by letter case alone stay what they read. */
    private FormCondition kind(Tx tx, String value) {
        List<String> same = search.types(tx).stream()
                .map(FormType::xmlns)
                .filter(value::equalsIgnoreCase)
                .toList();
        return switch (same.size()) {
            case 0 -> new Never();
            case 1 -> new Xmlns(same.getFirst());
            default -> new Reads(TextField.XMLNS, value);
        };
    }

    private <R> R read(ProjectAccess access, Function<Tx, R> work) {
        access.require(Permission.EDIT_DATA);
        return transactions.read(work);
    }
}

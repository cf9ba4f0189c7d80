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
    private final FormScan scan;

    public FormLists(Transactions transactions, FormChunks chunks) {
        this(transactions, chunks, LONGEST_QUERY);
    }

    FormLists(Transactions transactions, FormChunks chunks, Duration longestQuery) {
        this.transactions = transactions;
        this.longestQuery = longestQuery;
        this.scan = new FormScan(transactions, chunks);
    }

    /** A part of a list, by position. Refuses to look through too many forms for what they say. */
    public Slice<ListedForm> slice(ProjectAccess access, FormList list, SliceRequest request) {
        if (!list.said().isEmpty()) {
            return scan.slice(read(access, tx -> known(tx, list)), request);
        }
        boolean reads = list.conditions().stream().anyMatch(Reads.class::isInstance);
        return read(
                access,
                tx -> reads
                        ? tx.within(
                                longestQuery,
                                () -> store.slice(tx, known(tx, list), request),
                                () -> new Refused(Problem.Invalid.tookTooLong()))
                        : store.slice(tx, list, request));
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

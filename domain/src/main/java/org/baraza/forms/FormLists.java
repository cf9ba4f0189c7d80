// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/**
 * Forms of the project in scope as programs fetch them (data API: forms): normal ones, and archived ones where they are asked
 * for. Each call is one transaction, so that a part of a list and its count are of one moment. Needs {@code edit_data}.
 */
public final class FormLists {
    private final Transactions transactions;
    private final FormListStore store = new FormListStore();
    private final FormScan scan;

    public FormLists(Transactions transactions) {
        this.transactions = transactions;
        this.scan = new FormScan(transactions);
    }

    /** A part of a list, by position. Refuses to look through too many forms for what they say. */
    public Slice<ListedForm> slice(ProjectAccess access, FormList list, SliceRequest request) {
        if (!list.said().isEmpty()) {
            access.require(Permission.EDIT_DATA);
            return scan.slice(list, request);
        }
        return read(access, tx -> store.slice(tx, list, request));
    }

    /** Those of the forms that exist. */
    public Map<String, ListedForm> find(ProjectAccess access, Collection<String> formIds) {
        return read(access, tx -> store.find(tx, formIds));
    }

    private <R> R read(ProjectAccess access, Function<Tx, R> work) {
        access.require(Permission.EDIT_DATA);
        return transactions.read(work);
    }
}

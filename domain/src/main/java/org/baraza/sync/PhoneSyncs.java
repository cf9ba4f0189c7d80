// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baraza.identity.KnownPeople;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Transactions;

/** When which phone of whom was filled, for those who look after the workers. */
public final class PhoneSyncs {
    private final Transactions transactions;
    private final PhoneSyncStore store = new PhoneSyncStore();

    public PhoneSyncs(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The same page of each worker's syncs, newest first. Needs {@code view_commcare_users} or the permission to edit. Of
     * whom she does not know there is nothing to tell. One transaction, one statement a worker.
     */
    public Map<String, Page<SyncEntry>> pages(ProjectAccess who, Collection<String> userIds, PageRequest page) {
        who.requireEither(Permission.VIEW_COMMCARE_USERS, Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> {
            Map<String, Page<SyncEntry>> pages = new LinkedHashMap<>();
            Collection<String> known = KnownPeople.among(tx, who, userIds);
            userIds.forEach(userId -> pages.put(
                    userId,
                    known.contains(userId) ? store.page(tx, userId, page) : Page.of(List.of(), page, () -> 0L)));
            return pages;
        });
    }
}

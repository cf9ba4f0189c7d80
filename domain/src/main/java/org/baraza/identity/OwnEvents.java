// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import org.baraza.identity.Actor.WebUser;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;

/** What happened to somebody's own account, for herself: sign-ins and those that failed, passwords, keys, programs. */
public final class OwnEvents {
    private final Transactions transactions;
    private final OwnEventStore store = new OwnEventStore();

    public OwnEvents(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Newest first. */
    public Page<AccountEvent> of(WebUser who, PageRequest page) {
        return transactions.readAs(Visibility.user(who.userId()), tx -> store.page(tx, who.userId(), page));
    }
}

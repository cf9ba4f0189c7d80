// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.List;
import org.baraza.identity.Actor.WebUser;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;

/** The projects of a web user, for those who ask about her account and about none of them in particular. */
public final class Memberships {
    private final Transactions transactions;
    private final MembershipStore store = new MembershipStore();

    public Memberships(Transactions transactions) {
        this.transactions = transactions;
    }

    /** By name, with a key of one project only that one; one statement for any number. */
    public List<Membership> of(WebUser who) {
        return transactions.readAs(Visibility.user(who.userId()), tx -> store.of(tx, who.userId(), who.onlyProject()));
    }
}

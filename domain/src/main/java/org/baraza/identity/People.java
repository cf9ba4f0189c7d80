// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.ArrayList;
import java.util.List;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** All people of a project in one list, mobile workers and web users. */
public final class People {
    private final Transactions transactions;
    private final PeopleStore store = new PeopleStore();

    public People(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Four statements at most, however many people there are. Whoever may not see every location
     * sees who works where she does, or below. Needs {@code edit_commcare_users}.
     */
    public Slice<Person> list(ProjectAccess who, PeopleQuery query) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        return transactions.read(tx -> list(tx, who, query));
    }

    private Slice<Person> list(Tx tx, ProjectAccess who, PeopleQuery query) {
        int workers = store.countWorkers(tx, who, query.words());
        int members = store.countMembers(tx, who, query.words());
        SliceRequest wanted = query.slice();
        List<Person> people = new ArrayList<>();
        if (wanted.offset() < workers) {
            people.addAll(store.workers(tx, who, query.words(), wanted));
        }
        int left = wanted.limit() - people.size();
        long passed = Math.max(0, wanted.offset() - workers);
        if (left > 0 && passed < members) {
            people.addAll(store.members(tx, who, query.words(), new SliceRequest(left, passed)));
        }
        return new Slice<>(people, (long) workers + members);
    }
}

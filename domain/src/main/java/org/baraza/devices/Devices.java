// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;

/**
 * The devices of a project. Runs in its scope; everything needs {@code view_reports}, {@code view_commcare_users} or
 * {@code edit_commcare_users}.
 */
public final class Devices {
    private final Transactions transactions;
    private final Clock clock;
    private final DeviceReadStore store = new DeviceReadStore();

    public Devices(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Refuses those who may not know about devices. */
    static void check(ProjectAccess who) {
        if (!who.may(Permission.VIEW_COMMCARE_USERS)) {
            who.requireEither(Permission.VIEW_REPORTS, Permission.EDIT_COMMCARE_USERS);
        }
    }

    /** Those that match, last heard of first. */
    public Page<Device> list(ProjectAccess who, DeviceQuery query) {
        check(who);
        return transactions.read(tx -> store.list(tx, query, clock.instant()));
    }

    /** The newest twenty of each of the people, last heard of first. */
    public Map<String, List<Device>> of(ProjectAccess who, Collection<String> userIds) {
        check(who);
        return transactions.read(tx -> store.ofUsers(tx, userIds));
    }

    /** When each of the people was last heard of; those who never were are left out. */
    public Map<String, LastContact> lastContacts(ProjectAccess who, Collection<String> userIds) {
        check(who);
        return transactions.read(tx -> store.lastContacts(tx, userIds));
    }

    /** Why a device needs somebody to look after it. */
    public Set<Attention> attention(Device device) {
        return Attention.of(device, clock.instant());
    }
}

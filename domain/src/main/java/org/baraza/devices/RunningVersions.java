// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/**
 * Which phones run which version of an app, by their heartbeats and by the forms that they send. Phones that nothing was heard of
 * for 90 days count as given up. Runs in the scope of a project.
 */
public final class RunningVersions {
    private final Transactions transactions;
    private final Clock clock;
    private final RunningVersionStore store = new RunningVersionStore();

    public RunningVersions(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How many run what, the highest version first. Needs {@code view_apps} or {@code edit_apps}. */
    public List<RunningCount> counts(ProjectAccess who, String appId) {
        who.requireEither(Permission.VIEW_APPS, Permission.EDIT_APPS);
        return transactions.read(tx -> store.counts(tx, appId, since()));
    }

    /** How many phones run a version. Needs {@code view_apps} or {@code edit_apps}. */
    public int count(ProjectAccess who, String appId, int number) {
        who.requireEither(Permission.VIEW_APPS, Permission.EDIT_APPS);
        return transactions.read(tx -> store.devices(tx, appId, number, since()));
    }

    /** Who runs what, last heard of first. Needs what {@link Devices} needs. */
    public Page<RunningDevice> list(ProjectAccess who, RunningQuery query) {
        Devices.check(who);
        return transactions.read(tx -> store.list(tx, query, since()));
    }

    private Instant since() {
        return clock.instant().minus(Attention.GIVEN_UP);
    }

    /** Phones with the version that were heard of since then, by the ids of their owners and their own. */
    public Set<PhoneOf> running(Tx tx, String appId, int number, Instant since) {
        return store.running(tx, appId, number, since);
    }

    /** As {@link #running}, with any other version. */
    public Set<PhoneOf> runningOthers(Tx tx, String appId, int number, Instant since) {
        return store.runningOthers(tx, appId, number, since);
    }

    /** Ids of the phones on which the app crashed since then, in the version or in any other. */
    public Set<String> crashed(Tx tx, String appId, int number, boolean others, Instant since) {
        return store.crashed(tx, appId, number, others, since);
    }

    /** A phone in the hands of a person. */
    public record PhoneOf(String userId, String deviceId) {}
}

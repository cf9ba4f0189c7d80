// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/** The versions of an app that are newest, in the project in scope; for those who tell phones of updates. */
public final class NewestVersions {
    private static final Duration FRESH = Duration.ofSeconds(2);
    /** What an id means never changes, once there is a version of it. */
    private static final Duration KNOWN = Duration.ofMinutes(1);

    private static final int MOST = 5_000;

    private final Transactions transactions;
    private final AppStore apps = new AppStore();
    private final VersionStore store = new VersionStore();
    private final ShortMemory<Place, Optional<AppVersion>> releases;
    private final ShortMemory<Place, String> origins;

    public NewestVersions(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.releases = new ShortMemory<>(clock, FRESH, MOST);
        this.origins = new ShortMemory<>(clock, KNOWN, MOST);
    }

    private record Place(ProjectId project, String id) {}

    /** @param id of an app, or of a version of it */
    public Optional<AppVersion> released(String id) {
        return releases.get(
                new Place(ProjectScope.current(), id),
                place -> transactions.read(tx -> released(tx, store.originOf(tx, place.id))));
    }

    /** A deleted app has nothing new for anybody. */
    private Optional<AppVersion> released(Tx tx, String appId) {
        return apps.find(tx, appId).filter(app -> !app.deleted()).flatMap(_ -> store.latestReleased(tx, appId));
    }

    /** The app that an id means: itself, or that of which it names a version. */
    public String originOf(String id) {
        return origins.get(
                new Place(ProjectScope.current(), id), place -> transactions.read(tx -> store.originOf(tx, place.id)));
    }
}

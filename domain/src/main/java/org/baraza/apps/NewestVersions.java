// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.baraza.apps.rollout.Release;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;

/** The versions of an app that are newest, in the project in scope; for those who tell phones of updates. */
public final class NewestVersions {
    private static final Duration FRESH = Duration.ofSeconds(2);
    /** What an id means never changes, once there is a version of it. */
    private static final Duration KNOWN = Duration.ofMinutes(1);

    private static final int MOST = 5_000;

    private final Transactions transactions;
    private final ReleaseChoice choice;
    private final AppStore apps = new AppStore();
    private final VersionStore store = new VersionStore();
    private final ShortMemory<Place, Boolean> present;
    private final ShortMemory<Place, String> origins;

    public NewestVersions(Transactions transactions, ReleaseChoice choice, Clock clock) {
        this.transactions = transactions;
        this.choice = choice;
        this.present = new ShortMemory<>(clock, FRESH, MOST);
        this.origins = new ShortMemory<>(clock, KNOWN, MOST);
    }

    private record Place(ProjectId project, String id) {}

    /**
     * The number of the release that is meant for whoever asks; a deleted app has nothing new for anybody.
     *
     * @param id of an app, or of a version of it
     */
    public Optional<Integer> releasedFor(String id, Asker asker) {
        String appId = originOf(id);
        boolean there = present.get(
                new Place(ProjectScope.current(), appId),
                place -> transactions.read(tx ->
                        apps.find(tx, place.id).filter(app -> !app.deleted()).isPresent()));
        return there ? choice.releaseFor(appId, asker).map(Release::number) : Optional.empty();
    }

    /** The app that an id means: itself, or that of which it names a version. */
    public String originOf(String id) {
        return origins.get(
                new Place(ProjectScope.current(), id), place -> transactions.read(tx -> store.originOf(tx, place.id)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.PinnedRelease.Kind;
import org.baraza.apps.rollout.Recipient;
import org.baraza.apps.rollout.Release;
import org.baraza.apps.rollout.Releases;
import org.baraza.apps.rollout.Rollout;
import org.baraza.identity.UserDirectory;
import org.baraza.memory.ShortMemory;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Whereabouts;

/**
 * Which release of an app somebody gets, in the project in scope: whoever tells phones of versions asks here, and {@link
 * Releases#versionFor} decides. What is known of apps and people is some seconds old at most.
 */
public final class ReleaseChoice {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final int MOST_APPS = 2_000;
    private static final int MOST_PEOPLE = 20_000;
    private static final VersionQuery LATEST = new VersionQuery(true, PageRequest.first(1));

    private final Transactions transactions;
    private final VersionStore versions = new VersionStore();
    private final PinStore pins = new PinStore();
    private final RolloutStore rollouts = new RolloutStore();
    private final ShortMemory<Place, Releases> releases;
    private final ShortMemory<ProjectId, ReleaseSettings> settings;
    private final ShortMemory<Named, Recipient> people;

    public ReleaseChoice(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.releases = new ShortMemory<>(clock, FRESH, MOST_APPS);
        this.settings = new ShortMemory<>(clock, FRESH, MOST_APPS);
        this.people = new ShortMemory<>(clock, SETTLED, MOST_PEOPLE);
    }

    private record Place(ProjectId project, String appId) {}

    private record Named(ProjectId project, Asker asker) {}

    /** The latest release, whoever asks. */
    Optional<Release> latest(String appId) {
        return of(appId).latest();
    }

    private Releases of(String appId) {
        return releases.get(
                new Place(ProjectScope.current(), appId), place -> transactions.read(tx -> releases(tx, place.appId)));
    }

    private Releases releases(Tx tx, String appId) {
        return Objects.requireNonNull(releases(tx, List.of(appId)).get(appId));
    }

    /** The releases that somebody gets of apps, by their ids; those of which she gets none are left out. */
    Map<String, Release> releasesFor(Collection<String> appIds, Asker asker) {
        Map<String, Release> found = new HashMap<>();
        transactions
                .read(tx -> releases(tx, appIds))
                .forEach((appId, known) -> releaseOf(known, asker).ifPresent(release -> found.put(appId, release)));
        return found;
    }

    /** @param appId of an app, not of a version */
    Optional<Release> releaseFor(String appId, Asker asker) {
        return releaseOf(of(appId), asker);
    }

    private Optional<Release> releaseOf(Releases known, Asker asker) {
        Recipient who = known.rollout().isEmpty() && known.byLocation().isEmpty() ? Recipient.NOBODY : recipient(asker);
        return known.versionFor(who, asker.profileId());
    }

    private Map<String, Releases> releases(Tx tx, Collection<String> appIds) {
        ReleaseSettings kept = pins.settings(tx);
        Map<String, List<PinnedRelease>> active = kept.equals(ReleaseSettings.OFF) ? Map.of() : pins.active(tx, appIds);
        Map<String, Rollout> open = rollouts.open(tx, appIds);
        Map<String, List<AppVersion>> latest = versions.pages(tx, appIds, LATEST);
        Map<String, Releases> found = new HashMap<>();
        for (String appId : appIds) {
            List<PinnedRelease> pinned = active.getOrDefault(appId, List.of());
            Optional<Rollout> rollout = Optional.ofNullable(open.get(appId));
            found.put(
                    appId,
                    new Releases(
                            latest.getOrDefault(appId, List.of()).stream()
                                    .findFirst()
                                    .map(AppVersion::release)
                                    .or(() -> rollout.map(running -> before(tx, running))),
                            kept.byLocation() ? pinned(pinned, Kind.LOCATION) : List.of(),
                            kept.byProfile() ? pinned(pinned, Kind.PROFILE) : List.of(),
                            rollout));
        }
        return found;
    }

    /** Where nothing was ever released, a rollout holds all others at the version before its own, if there is one. */
    private Release before(Tx tx, Rollout open) {
        return versions.newestBelow(tx, open.appId(), open.release().number())
                .map(AppVersion::release)
                .orElse(open.release());
    }

    private static List<Releases.Pinned> pinned(List<PinnedRelease> pins, Kind kind) {
        return pins.stream()
                .filter(pin -> pin.kind() == kind)
                .map(pin -> new Releases.Pinned(pin.placeId(), new Release(pin.buildId(), pin.number())))
                .toList();
    }

    private Recipient recipient(Asker asker) {
        return people.get(
                new Named(ProjectScope.current(), asker),
                named -> transactions.read(tx -> recipient(tx, named.project, named.asker)));
    }

    private static Recipient recipient(Tx tx, ProjectId project, Asker asker) {
        Optional<String> userId = !asker.userId().isEmpty()
                ? Optional.of(asker.userId())
                : asker.username().isEmpty()
                        ? Optional.empty()
                        : UserDirectory.workerId(tx, project, asker.project(), asker.username());
        if (userId.isEmpty()) {
            return new Recipient("", asker.deviceId(), List.of(), Set.of());
        }
        Whereabouts stands = Whereabouts.of(tx, userId.get());
        return new Recipient(userId.get(), asker.deviceId(), stands.locationIds(), stands.groupIds());
    }

    /** Whether phones have to say who is on them (releases: which build a device gets, step 1). */
    public boolean asksWhoItIsFor() {
        return settings.get(ProjectScope.current(), _ -> transactions.read(pins::settings))
                .byLocation();
    }

    /** Somebody changed what the app has; others on this node are told at once, other nodes hear of it soon. */
    void forget(ProjectId project, String appId) {
        releases.forget(new Place(project, appId));
    }

    void forgetAll() {
        releases.forgetAll();
        settings.forgetAll();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.PinnedRelease.Kind;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Whereabouts;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Keeps versions to the people at a location or to the phones with a language profile (releases: which build a device gets).
 * Only a released version, and only if nothing higher is kept to the place or, for a location, to one above it.
 */
public final class PinnedReleases {
    private static final int LONGEST_ID = 255;

    private final Transactions transactions;
    private final ReleaseChoice choice;
    private final Audit audit;
    private final Clock clock;
    private final PinStore store = new PinStore();
    private final AppStore apps = new AppStore();
    private final VersionStore versions = new VersionStore();

    public PinnedReleases(Transactions transactions, ReleaseChoice choice, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.choice = choice;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether versions are kept to anybody. Needs {@code view_apps} or {@code edit_apps}. */
    public ReleaseSettings settings(ProjectAccess who) {
        Apps.maySee(who);
        return transactions.read(store::settings);
    }

    /** Needs {@code edit_apps}. */
    public ReleaseSettings set(ProjectAccess who, ReleaseSettings wanted) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> {
            store.put(tx, who.project(), wanted);
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("release_settings.set", "project", who.projectName())
                            .with("by_location", Boolean.toString(wanted.byLocation()))
                            .with("by_profile", Boolean.toString(wanted.byProfile())));
            tx.afterCommit(choice::forgetAll);
            return wanted;
        });
    }

    /** Newest first. Needs {@code view_apps} or {@code edit_apps}. */
    public Page<PinnedRelease> list(ProjectAccess who, PinQuery query) {
        Apps.maySee(who);
        return transactions.read(tx -> store.list(tx, query));
    }

    /** Keeps a version to a place, from now on; that of the same version and place is made active again. Needs {@code edit_apps}. */
    public PinnedRelease pin(ProjectAccess who, String buildId, Kind kind, String placeId) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> {
            AppVersion version =
                    versions.find(tx, buildId).orElseThrow(() -> new Refused(new Problem.NotFound("version")));
            apps.hold(tx, version.appId());
            Optional<PinnedRelease> former = store.find(tx, buildId, kind, placeId);
            if (former.isPresent()) {
                return activated(tx, who, former.get());
            }
            refuseUnknown(tx, version, kind, placeId);
            refuseUseless(tx, version.appId(), buildId, version.number(), kind, placeId);
            Instant now = clock.instant();
            PinnedRelease made = new PinnedRelease(
                    Apps.newId(), version.appId(), buildId, version.number(), kind, placeId, true, now, now, null);
            store.insert(tx, who.project(), made);
            changed(tx, who, "pinned_release.made", made);
            return made;
        });
    }

    private void refuseUnknown(Tx tx, AppVersion version, Kind kind, String placeId) {
        boolean known = !placeId.isEmpty()
                && placeId.length() <= LONGEST_ID
                && switch (kind) {
                    case LOCATION ->
                        Whereabouts.strangeLocations(tx, Set.of(placeId)).isEmpty();
                    case PROFILE ->
                        versions.content(tx, version.buildId())
                                .filter(copy -> copy.app().languageProfiles().containsKey(placeId))
                                .isPresent();
                };
        if (!known) {
            throw new Refused(new Problem.NotFound(kind == Kind.LOCATION ? "location" : "language profile"));
        }
    }

    private void refuseUseless(Tx tx, String appId, String buildId, int number, Kind kind, String placeId) {
        if (versions.find(tx, buildId).filter(AppVersion::released).isEmpty()) {
            throw new Refused(new Problem.Conflict("NOT_RELEASED", "Only a released version can be kept to somebody."));
        }
        List<String> above = kind == Kind.LOCATION ? Whereabouts.upwardsFrom(tx, placeId) : List.of(placeId);
        Optional<PinnedRelease> higher = store.highest(tx, appId, kind, above).filter(other -> other.number() > number);
        if (higher.isPresent()) {
            throw new Refused(new Problem.Conflict(
                    "HIGHER_VERSION_ACTIVE",
                    "Version " + higher.get().number() + " is already kept to "
                            + (kind == Kind.LOCATION ? "this location or one above it." : "this profile.")));
        }
    }

    /** Makes people get the version again, or no longer. Needs {@code edit_apps}. */
    public PinnedRelease activate(ProjectAccess who, String pinId, Kind kind, boolean active) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> {
            PinnedRelease pin = store.find(tx, pinId)
                    .filter(found -> found.kind() == kind)
                    .orElseThrow(() -> new Refused(new Problem.NotFound("restriction")));
            apps.hold(tx, pin.appId());
            return active ? activated(tx, who, pin) : deactivated(tx, who, pin);
        });
    }

    private PinnedRelease activated(Tx tx, ProjectAccess who, PinnedRelease pin) {
        if (pin.active()) {
            return pin;
        }
        refuseUseless(tx, pin.appId(), pin.buildId(), pin.number(), pin.kind(), pin.placeId());
        store.setActive(tx, pin.pinId(), true, clock.instant());
        changed(tx, who, "pinned_release.activated", pin);
        return store.find(tx, pin.pinId()).orElseThrow();
    }

    private PinnedRelease deactivated(Tx tx, ProjectAccess who, PinnedRelease pin) {
        if (!pin.active()) {
            return pin;
        }
        store.setActive(tx, pin.pinId(), false, clock.instant());
        changed(tx, who, "pinned_release.deactivated", pin);
        return store.find(tx, pin.pinId()).orElseThrow();
    }

    private void changed(Tx tx, ProjectAccess who, String action, PinnedRelease pin) {
        audit.record(
                tx,
                who,
                AuditEntry.of(action, "pinned_release", pin.pinId())
                        .with("app", pin.appId())
                        .with("number", Integer.toString(pin.number()))
                        .with(pin.kind().word(), pin.placeId()));
        tx.afterCommit(() -> choice.forget(who.project(), pin.appId()));
    }
}

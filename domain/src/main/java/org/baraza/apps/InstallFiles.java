// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.baraza.apps.compile.Build;
import org.baraza.apps.rollout.Release;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/**
 * What phones fetch to install and update an app, in the project in scope. Nobody has to sign in for it: a phone has nobody yet
 * when it installs (releases: which build a device gets).
 */
public final class InstallFiles {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int MOST_CHOICES = 2_000;
    private static final int MOST_FILES = 500;
    /** Larger files are read each time. */
    private static final int LARGEST_KEPT = 64 * 1024;

    private final Transactions transactions;
    private final AppStore apps = new AppStore();
    private final VersionStore store = new VersionStore();
    private final ReleaseChoice releases;
    private final ShortMemory<Asked, Found> named;
    private final ShortMemory<Place, Optional<AppVersion>> versions;
    private final ShortMemory<Place, Optional<BuildFile>> files;

    public InstallFiles(Transactions transactions, ReleaseChoice releases, Clock clock) {
        this.transactions = transactions;
        this.releases = releases;
        this.named = new ShortMemory<>(clock, FRESH, MOST_CHOICES);
        this.versions = new ShortMemory<>(clock, FRESH, MOST_CHOICES);
        this.files = new ShortMemory<>(clock, Duration.ofMinutes(5), MOST_FILES);
    }

    /** Which version is wanted, where the newest one is. */
    public enum Target {
        /** The release that is meant for whoever asks. */
        OWN,
        /** The latest release, whoever asks. */
        RELEASE,
        /** The newest version. */
        BUILD
    }

    private record Asked(ProjectId project, String id) {}

    private record Place(ProjectId project, String buildId, String path) {}

    /**
     * What an id means.
     *
     * @param appId of an app that is not deleted
     * @param version the version that it names, if it names one
     */
    private record Found(Optional<String> appId, Optional<AppVersion> version) {}

    /**
     * The version that a phone gets (releases: which build a device gets).
     *
     * @param id of an app or a version
     * @param latest empty for the version that the id names; an app alone has its latest release
     */
    public Optional<AppVersion> choose(String id, Optional<Target> latest, Asker asker) {
        Found found =
                named.get(new Asked(ProjectScope.current(), id), asked -> transactions.read(tx -> found(tx, asked.id)));
        if (found.appId.isEmpty()) {
            return Optional.empty();
        }
        String appId = found.appId.get();
        if (latest.isEmpty() && !appId.equals(id)) {
            return found.version;
        }
        return switch (latest.orElse(Target.OWN)) {
            case BUILD -> newest(appId);
            case RELEASE -> releases.latest(appId).flatMap(this::version).or(() -> instead(found, appId));
            case OWN ->
                releases.releaseFor(appId, asker)
                        .flatMap(this::version)
                        .or(() -> releases.latest(appId).flatMap(this::version))
                        .or(() -> instead(found, appId));
        };
    }

    /** The app that an id means, be it of a version of it; none if it is deleted. */
    public Optional<String> appOf(String id) {
        return named.get(new Asked(ProjectScope.current(), id), asked -> transactions.read(tx -> found(tx, asked.id)))
                .appId;
    }

    /** Where nothing was ever released. */
    private Optional<AppVersion> instead(Found found, String appId) {
        return found.version.or(() -> newest(appId));
    }

    /** Released or not, and never one of a moment ago: whoever asks for it has just made one. */
    private Optional<AppVersion> newest(String appId) {
        return transactions.read(tx -> store.latest(tx, appId));
    }

    private Found found(Tx tx, String id) {
        Optional<AppVersion> version = store.find(tx, id);
        String appId = version.map(AppVersion::appId).orElseGet(() -> store.originOf(tx, id));
        Optional<String> known =
                apps.find(tx, appId).filter(app -> !app.deleted()).map(AppSummary::appId);
        return new Found(known, version);
    }

    private Optional<AppVersion> version(Release release) {
        return versions.get(
                new Place(ProjectScope.current(), release.buildId(), ""),
                place -> transactions.read(tx -> store.find(tx, place.buildId)));
    }

    /** A version by its number; empty for what is none, or of an app that is deleted. */
    public Optional<AppVersion> numbered(String appId, String number) {
        return number.matches("\\d{1,9}")
                ? transactions.read(tx -> apps.find(tx, appId)
                        .filter(app -> !app.deleted())
                        .flatMap(app -> store.numbered(tx, appId, Integer.parseInt(number))))
                : Optional.empty();
    }

    /** What the app of a version is called. */
    public String nameOf(AppVersion version) {
        return transactions
                .read(tx -> apps.find(tx, version.appId()))
                .map(AppSummary::name)
                .orElse("");
    }

    /** A file of a version; what was asked for a moment ago costs no statement, since versions never change. */
    public Optional<BuildFile> file(AppVersion version, String path) {
        Place place = new Place(ProjectScope.current(), version.buildId(), path);
        Optional<Optional<BuildFile>> known = files.get(place);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<BuildFile> found = transactions.read(tx -> store.file(tx, version.buildId(), path));
        if (found.filter(file -> file.content().length > LARGEST_KEPT).isEmpty()) {
            files.put(place, found);
        }
        return found;
    }

    /** Whether phones have to say who is on them before they get the newest (which build a device gets, step 1). */
    public boolean asksWhoItIsFor() {
        return releases.asksWhoItIsFor();
    }

    /** The version that a short link means; whoever has the link may install it. */
    public Optional<AppVersion> coded(String installCode) {
        return transactions.read(tx -> store.coded(tx, installCode));
    }

    /** The paths of all files of a version. */
    public List<String> paths(AppVersion version) {
        return transactions.read(tx -> store.paths(tx, version.buildId()));
    }

    /** All of a version, for the archive that installs without a network. */
    public Build build(AppVersion version) {
        return transactions.read(tx -> store.build(tx, version.buildId()));
    }
}

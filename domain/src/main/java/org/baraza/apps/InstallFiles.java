// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.baraza.apps.compile.Build;
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
    private final ShortMemory<Asked, Optional<AppVersion>> choices;
    private final ShortMemory<Place, Optional<BuildFile>> files;

    public InstallFiles(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.choices = new ShortMemory<>(clock, FRESH, MOST_CHOICES);
        this.files = new ShortMemory<>(clock, Duration.ofMinutes(5), MOST_FILES);
    }

    /** Which version is wanted, where the newest one is. */
    public enum Target {
        RELEASE,
        BUILD
    }

    private record Asked(ProjectId project, String id, Optional<Target> latest) {}

    private record Place(ProjectId project, String buildId, String path) {}

    /**
     * The version that a phone gets.
     *
     * @param id of an app or a version
     * @param latest empty for the version that the id names; an app alone has its latest release
     */
    public Optional<AppVersion> choose(String id, Optional<Target> latest) {
        return choices.get(
                new Asked(ProjectScope.current(), id, latest), asked -> transactions.read(tx -> chosen(tx, asked)));
    }

    private Optional<AppVersion> chosen(Tx tx, Asked asked) {
        Optional<AppVersion> named = store.find(tx, asked.id);
        String appId = named.map(AppVersion::appId).orElseGet(() -> store.originOf(tx, asked.id));
        if (apps.find(tx, appId).filter(app -> !app.deleted()).isEmpty()) {
            return Optional.empty();
        }
        if (asked.latest.isEmpty() && !appId.equals(asked.id)) {
            return named;
        }
        return asked.latest.orElse(Target.RELEASE) == Target.BUILD
                ? store.latest(tx, appId)
                : store.latestReleased(tx, appId).or(() -> named).or(() -> store.latest(tx, appId));
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

    /** The paths of all files of a version. */
    public List<String> paths(AppVersion version) {
        return transactions.read(tx -> store.paths(tx, version.buildId()));
    }

    /** All of a version, for the archive that installs without a network. */
    public Build build(AppVersion version) {
        return transactions.read(tx -> store.build(tx, version.buildId()));
    }
}

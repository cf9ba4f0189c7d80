// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.BuildVersions;
import org.baraza.apps.compile.CannotBuild;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.model.App;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;

/**
 * Working copies as phones would install them, in the project in scope: for those who try an app before a version is made of it.
 * Nothing of it is kept, and whoever installed one is not told of later ones. Nobody has to sign in, as for versions; so each state
 * of an app is built once for all who ask, and an app only so often in a minute.
 */
public final class Drafts {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST = 8;
    /** More often than builders save. */
    private static final int MOST_BUILDS = 60;
    /** Stands for scheme and host until it is known who asks: what a request says of them makes no other build. */
    private static final String ANYWHERE = "http://draft.invalid";

    private final Transactions transactions;
    private final PracticeRestores practice;
    private final AppStore apps = new AppStore();
    private final VersionStore versions = new VersionStore();
    private final MediaStore media = new MediaStore();
    private final ShortMemory<Place, Optional<Build>> known;
    private final BuildTurns turns;

    public Drafts(Transactions transactions, PracticeRestores practice, Clock clock) {
        this.transactions = transactions;
        this.practice = practice;
        this.known = new ShortMemory<>(clock, FRESH, MOST);
        this.turns = new BuildTurns(clock, MOST_BUILDS);
    }

    private record Place(ProjectId project, String appId, int number) {}

    /** A working copy that can be built. */
    public record Draft(String appName, int number, Build build) {}

    /**
     * The working copy of an app; empty if there is none that can be built.
     *
     * @param domain the project's name in addresses
     * @param base scheme and host under which phones reach this server
     */
    public Optional<Draft> of(String appId, String domain, String base) {
        return anywhere(appId, domain)
                .map(draft -> new Draft(draft.appName, draft.number, draft.build.moved(ANYWHERE, base)));
    }

    /**
     * A file of the working copy of an app.
     *
     * @param path as for versions
     * @see #of
     */
    public Optional<BuildFile> file(String appId, String domain, String base, String path) {
        return anywhere(appId, domain)
                .flatMap(draft ->
                        draft.build.withFile(path).moved(ANYWHERE, base).file(path))
                .map(content -> new BuildFile(path, content, BuildFile.digest(content)));
    }

    private Optional<Draft> anywhere(String appId, String domain) {
        Optional<AppSummary> app = transactions.read(tx -> apps.find(tx, appId)).filter(found -> !found.deleted());
        return app.flatMap(found -> known.get(
                        new Place(ProjectScope.current(), appId, found.version()), place -> built(place, domain))
                .map(build -> new Draft(found.name(), found.version(), build)));
    }

    /** What a working copy is built of. */
    private record Parts(WorkingCopy copy, BuildVersions before, Set<String> media) {}

    private Optional<Build> built(Place place, String domain) {
        turns.take(place.project, place.appId);
        return transactions.read(tx -> parts(tx, place.appId)).flatMap(parts -> built(place, domain, parts));
    }

    private Optional<Parts> parts(Tx tx, String appId) {
        return apps.read(tx, appId)
                .map(copy -> new Parts(copy, versions.numbers(tx, appId), media.kept(tx, copy.app())));
    }

    private Optional<Build> built(Place place, String domain, Parts parts) {
        App app = parts.copy.app();
        BuildContext context = BuildContext.first(
                        ANYWHERE, domain, place.appId, place.appId, place.number, app.engine())
                .after(parts.before)
                .withPractice(practice.kept(app.practiceWorkers()).restores())
                .ofDraft()
                .withMedia(parts.media);
        try {
            return Optional.of(Compiler.compile(app, parts.copy.formSources(), context));
        } catch (CannotBuild unfinished) {
            return Optional.empty();
        }
    }
}

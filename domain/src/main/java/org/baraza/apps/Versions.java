// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.checks.AppChecks;
import org.baraza.apps.checks.Severity;
import org.baraza.apps.compile.Build;
import org.baraza.apps.compile.BuildContext;
import org.baraza.apps.compile.BuildVersions;
import org.baraza.apps.compile.CannotBuild;
import org.baraza.apps.compile.Compiler;
import org.baraza.apps.model.App;
import org.baraza.apps.rollout.Rollout;
import org.baraza.apps.rollout.RolloutStep;
import org.baraza.dictionary.Learning;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PagesByParent;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Versions of apps (releases). A version is made once and never again, because phones compare nothing but its number. Making
 * and releasing needs {@code edit_apps}.
 */
public final class Versions {
    static final int LONGEST_COMMENT = 2_000;

    private final Transactions transactions;
    private final Surroundings surroundings;
    private final PracticeRestores practice;
    private final ReleaseChoice choice;
    private final Audit audit;
    private final Clock clock;
    private final PinStore pins = new PinStore();
    private final RolloutStore rollouts = new RolloutStore();
    private final AppStore apps = new AppStore();
    private final VersionStore store = new VersionStore();
    private final MediaStore media = new MediaStore();
    private final Learning dictionary = new Learning();

    public Versions(
            Transactions transactions,
            Surroundings surroundings,
            PracticeRestores practice,
            ReleaseChoice choice,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.practice = practice;
        this.surroundings = surroundings;
        this.choice = choice;
        this.audit = audit;
        this.clock = clock;
    }

    /** Versions of each of the apps that are not deleted, newest first. */
    public Map<String, Page<AppVersion>> list(ProjectAccess who, Collection<String> appIds, VersionQuery query) {
        Apps.maySee(who);
        return transactions.read(tx -> PagesByParent.of(
                appIds, store.pages(tx, appIds, query), query.page(), () -> store.counts(tx, appIds, query)));
    }

    /** Every version of each app, newest first: the structure of a project's apps. */
    public Map<String, List<AppVersion>> all(ProjectAccess who) {
        Apps.maySeeStructure(who);
        return transactions.read(store::all);
    }

    /** A part of the versions of an app, newest first; what matches the search by its comment or its number. */
    public Slice<AppVersion> slice(
            ProjectAccess who, String appId, boolean releasedOnly, String search, SliceRequest request) {
        Apps.maySee(who);
        return transactions.read(tx -> store.slice(tx, appId, releasedOnly, search, request));
    }

    /** What lists say of the apps in versions, by the ids of those that there are. */
    public Map<String, VersionHead> heads(ProjectAccess who, Collection<String> buildIds) {
        Apps.maySee(who);
        return transactions.read(tx -> store.heads(tx, buildIds));
    }

    /** Every version of one app, newest first: its structure. */
    public List<AppVersion> all(ProjectAccess who, String appId) {
        Apps.maySeeStructure(who);
        return transactions.read(tx -> store.all(tx, appId));
    }

    public Optional<AppVersion> find(ProjectAccess who, String buildId) {
        Apps.maySee(who);
        return transactions.read(tx -> store.find(tx, buildId));
    }

    /** As {@link #find}, also for programs that may ask for nothing but data. */
    public Optional<AppVersion> structure(ProjectAccess who, String buildId) {
        Apps.maySeeStructure(who);
        return transactions.read(tx -> store.find(tx, buildId));
    }

    /** The newest version, or the newest that is released. */
    public Optional<AppVersion> newest(ProjectAccess who, String appId, boolean released) {
        Apps.maySee(who);
        return transactions.read(tx -> released ? store.latestReleased(tx, appId) : store.latest(tx, appId));
    }

    /** By its number; empty for what is none. */
    public Optional<AppVersion> numbered(ProjectAccess who, String appId, String number) {
        Apps.maySee(who);
        return number.matches("\\d{1,9}")
                ? transactions.read(tx -> store.numbered(tx, appId, Integer.parseInt(number)))
                : Optional.empty();
    }

    /** What the compiler of a version starts from. */
    private record Start(WorkingCopy copy, Optional<AppVersion> made, BuildVersions numbers) {}

    /**
     * Makes a version of the working copy as it is now. Asked again without a change in between, it gives the same one.
     *
     * @param base scheme and host under which phones reach this server
     */
    public Making make(ProjectAccess who, String appId, String comment, String base) {
        who.require(Permission.EDIT_APPS);
        String said = checked(comment);
        Start start = transactions.read(tx -> start(tx, appId));
        if (start.made.isPresent()) {
            return Making.Made.of(start.made.get());
        }
        AppVersion version = new AppVersion(
                Apps.newId(),
                appId,
                start.copy.summary().version(),
                said,
                clock.instant(),
                who.actor().userId(),
                false,
                null,
                Apps.newCode());
        List<org.baraza.apps.checks.Problem> problems = problems(who, start.copy);
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return new Making.Stopped(problems);
        }
        try {
            PracticeRestores.Brought brought = practice.of(who, start.copy.app().practiceWorkers());
            Making making = keep(who, version, start.copy, compiled(who, version, start, brought.restores(), base));
            return making instanceof Making.Made made && !brought.tooLarge().isEmpty()
                    ? new Making.Made(made.version(), List.of(AppChecks.TOO_MUCH_PRACTICE))
                    : making;
        } catch (CannotBuild unseen) {
            throw new IllegalStateException("checks let through what cannot be built", unseen);
        }
    }

    /** What would stop a version from being made of an app, or is worth knowing before. */
    public List<org.baraza.apps.checks.Problem> problems(ProjectAccess who, WorkingCopy copy) {
        Apps.maySee(who);
        App app = copy.app();
        return AppChecks.of(app, copy.formSources(), surroundings.of(who, app).withMedia(kept(app)));
    }

    private Set<String> kept(App app) {
        return transactions.read(tx -> media.kept(tx, app));
    }

    private Start start(Tx tx, String appId) {
        WorkingCopy copy =
                apps.read(tx, appId).filter(found -> !found.summary().deleted()).orElseThrow(Apps::unknown);
        return new Start(copy, store.numbered(tx, appId, copy.summary().version()), store.numbers(tx, appId));
    }

    private Build compiled(
            ProjectAccess who, AppVersion version, Start start, Map<String, byte[]> restores, String base)
            throws CannotBuild {
        App app = start.copy.app();
        BuildContext context = BuildContext.first(
                        base, who.projectName(), version.appId(), version.buildId(), version.number(), app.engine())
                .after(start.numbers)
                .withPractice(restores)
                .withMedia(kept(app));
        return Compiler.compile(app, start.copy.formSources(), context);
    }

    private Making keep(ProjectAccess who, AppVersion version, WorkingCopy of, Build build) {
        return transactions.write(tx -> {
            AppSummary now =
                    apps.lock(tx, version.appId()).orElseThrow(Apps::unknown).summary();
            Optional<AppVersion> made = store.numbered(tx, version.appId(), version.number());
            if (made.isPresent()) {
                return Making.Made.of(made.get());
            }
            if (now.version() != version.number()) {
                throw new Refused(Problem.Conflict.changed());
            }
            store.insert(tx, who.project(), version, of, build);
            dictionary.ofApp(tx, who.project(), CaseWords.of(of.app()));
            record(tx, who, "app_version.made", version);
            return Making.Made.of(version);
        });
    }

    /** Phones that look for a release get it, or no longer. */
    public AppVersion release(ProjectAccess who, String buildId, boolean released) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> {
            apps.hold(tx, known(tx, buildId).appId());
            AppVersion version = known(tx, buildId);
            if (version.released() == released) {
                return version;
            }
            if (released) {
                endRollout(tx, who, version);
            } else if (pins.isPinned(tx, buildId)) {
                throw new Refused(new Problem.Conflict(
                        "PINNED", "This version is kept to a location or a language profile. Deactivate that first."));
            }
            store.setReleased(tx, buildId, released, clock.instant());
            tx.afterCommit(() -> choice.forget(who.project(), version.appId()));
            record(tx, who, released ? "app_version.released" : "app_version.unreleased", version);
            return known(tx, buildId);
        });
    }

    /** Who releases by hand what is being rolled out has completed that; who releases something higher has put an end to it. */
    private void endRollout(Tx tx, ProjectAccess who, AppVersion version) {
        rollouts.open(tx, version.appId())
                .flatMap(open -> rollouts.lock(tx, open.rolloutId()))
                .flatMap(open -> lastStep(open, version)
                        .flatMap(step -> open.after(step, clock.instant()).map(ended -> {
                            rollouts.update(tx, ended);
                            return AuditEntry.of("rollout." + step.word(), "rollout", open.rolloutId());
                        })))
                .ifPresent(entry -> audit.record(tx, who, entry.with("app", version.appId())));
    }

    private static Optional<RolloutStep> lastStep(Rollout open, AppVersion released) {
        if (open.release().buildId().equals(released.buildId())) {
            return Optional.of(new RolloutStep.Complete());
        }
        return released.number() > open.release().number()
                ? Optional.of(new RolloutStep.RollBack(released.buildId()))
                : Optional.empty();
    }

    public AppVersion comment(ProjectAccess who, String buildId, String comment) {
        who.require(Permission.EDIT_APPS);
        String said = checked(comment);
        return transactions.write(tx -> {
            known(tx, buildId);
            store.setComment(tx, buildId, said);
            return known(tx, buildId);
        });
    }

    /** A released version has to be taken back first. */
    public AppVersion delete(ProjectAccess who, String buildId) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> {
            apps.hold(tx, known(tx, buildId).appId());
            AppVersion version = known(tx, buildId);
            if (version.released()) {
                throw new Refused(new Problem.Conflict(
                        "RELEASED", "Phones look for this version. Take the release back before it is deleted."));
            }
            if (rollouts.open(tx, version.appId())
                    .filter(open -> open.release().buildId().equals(buildId))
                    .isPresent()) {
                throw new Refused(new Problem.Conflict(
                        "ROLLOUT_OPEN", "This version is being rolled out. Roll it back before it is deleted."));
            }
            store.delete(tx, buildId, clock.instant());
            apps.raise(tx, version.appId(), version.number());
            record(tx, who, "app_version.deleted", version);
            return version;
        });
    }

    private AppVersion known(Tx tx, String buildId) {
        return store.find(tx, buildId).orElseThrow(() -> new Refused(new Problem.NotFound("version")));
    }

    private static String checked(String comment) {
        String said = comment.strip();
        if (said.length() > LONGEST_COMMENT || said.indexOf('\0') >= 0) {
            throw new Refused(Problem.Invalid.field(
                    "comment", "COMMENT_INVALID", "A comment has at most " + LONGEST_COMMENT + " characters."));
        }
        return said;
    }

    private void record(Tx tx, ProjectAccess who, String action, AppVersion version) {
        audit.record(
                tx,
                who,
                AuditEntry.of(action, "app_version", version.buildId())
                        .with("app", version.appId())
                        .with("number", Integer.toString(version.number())));
    }
}

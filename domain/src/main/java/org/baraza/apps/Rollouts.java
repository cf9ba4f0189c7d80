// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baraza.apps.rollout.Audience;
import org.baraza.apps.rollout.Health;
import org.baraza.apps.rollout.Rollout;
import org.baraza.apps.rollout.RolloutState.RolledBack;
import org.baraza.apps.rollout.RolloutState.Running;
import org.baraza.apps.rollout.RolloutStep;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Whereabouts;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Gives a version to some before it goes to all, and brings everybody back when it was no good. Runs in the project in scope;
 * changing anything needs {@code edit_apps}.
 */
public final class Rollouts {
    private static final int MOST_PLACES = 200;

    private final Transactions transactions;
    private final ReleaseChoice choice;
    private final VersionHealth health;
    private final Audit audit;
    private final Clock clock;
    private final AppStore apps = new AppStore();
    private final RolloutStore store = new RolloutStore();
    private final VersionStore versions = new VersionStore();
    private final PinStore pins = new PinStore();
    private final Reissue reissue;

    public Rollouts(Transactions transactions, ReleaseChoice choice, VersionHealth health, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.choice = choice;
        this.health = health;
        this.audit = audit;
        this.clock = clock;
        this.reissue = new Reissue(clock);
    }

    /** Of an app, the newest first. Needs {@code view_apps} or {@code edit_apps}. */
    public Page<Rollout> list(ProjectAccess who, String appId, PageRequest page) {
        Apps.maySee(who);
        return transactions.read(tx -> store.list(tx, appId, page));
    }

    /** The one that goes on, if any. Needs {@code view_apps} or {@code edit_apps}. */
    public Optional<Rollout> open(ProjectAccess who, String appId) {
        Apps.maySee(who);
        return transactions.read(tx -> store.open(tx, appId));
    }

    /** How the phones fare. Needs {@code view_apps} or {@code edit_apps}. */
    public Health health(ProjectAccess who, Rollout rollout) {
        Apps.maySee(who);
        return transactions.read(tx -> health.of(tx, rollout));
    }

    /** Begins: from now on some get the version. */
    public Rollout start(ProjectAccess who, RolloutWish wish) {
        who.require(Permission.EDIT_APPS);
        check(wish);
        return transactions.write(tx -> {
            apps.hold(tx, known(tx, wish.buildId()).appId());
            AppVersion version = known(tx, wish.buildId());
            Optional<AppVersion> latest = versions.latestReleased(tx, version.appId());
            refuseUseless(tx, version, latest);
            refuseUnknown(tx, wish.audience());
            Instant now = clock.instant();
            Rollout made = new Rollout(
                    Apps.newId(),
                    version.appId(),
                    version.release(),
                    latest.map(AppVersion::buildId),
                    wish.audience(),
                    wish.errorLimit(),
                    new Running(),
                    now,
                    who.actor().userId(),
                    now);
            store.insert(tx, who.project(), made);
            record(tx, who, "rollout.started", made);
            return made;
        });
    }

    private static void check(RolloutWish wish) {
        check(wish.audience());
        if (wish.errorLimit().isPresent()
                && (wish.errorLimit().getAsInt() < 0 || wish.errorLimit().getAsInt() > 100)) {
            throw invalid("errorLimit", "An error limit is from 0 to 100 percent.");
        }
    }

    private static void check(Audience audience) {
        if (audience.percent() < 0 || audience.percent() > 100) {
            throw invalid("percent", "A share is from 0 to 100 percent.");
        }
        if (audience.isEmpty()) {
            throw invalid("percent", "Say who gets the version: a share, groups or locations.");
        }
        if (audience.groupIds().size() > MOST_PLACES || audience.locationIds().size() > MOST_PLACES) {
            throw invalid("locationIds", "Name at most " + MOST_PLACES + " groups and as many locations.");
        }
    }

    private static Refused invalid(String field, String sentence) {
        return new Refused(Problem.Invalid.field(field, "OUT_OF_RANGE", sentence));
    }

    private void refuseUseless(Tx tx, AppVersion version, Optional<AppVersion> latest) {
        if (version.released()) {
            throw new Refused(new Problem.Conflict("RELEASED", "All phones get this version already."));
        }
        if (latest.isPresent() && latest.get().number() > version.number()) {
            throw new Refused(new Problem.Conflict(
                    "LOWER_THAN_RELEASE", "Phones only go up, and a higher version is released already."));
        }
        if (store.open(tx, version.appId()).isPresent()) {
            throw new Refused(new Problem.Conflict(
                    "ROLLOUT_OPEN",
                    "Another version of this app is being rolled out. Complete it or roll it back first."));
        }
    }

    private static void refuseUnknown(Tx tx, Audience audience) {
        if (!Whereabouts.strangeGroups(tx, audience.groupIds()).isEmpty()) {
            throw new Refused(new Problem.NotFound("group"));
        }
        if (!Whereabouts.strangeLocations(tx, audience.locationIds()).isEmpty()) {
            throw new Refused(new Problem.NotFound("location"));
        }
    }

    /** More get the version. */
    public Rollout widen(ProjectAccess who, String rolloutId, Audience audience) {
        who.require(Permission.EDIT_APPS);
        check(audience);
        return transactions.write(tx -> {
            Optional<Audience> now = store.find(tx, rolloutId).map(Rollout::audience);
            refuseUnknown(tx, now.map(audience::without).orElse(audience));
            return step(tx, who, rolloutId, new RolloutStep.Widen(audience));
        });
    }

    /** Nobody else gets the version for now. */
    public Rollout pause(ProjectAccess who, String rolloutId) {
        return step(who, rolloutId, new RolloutStep.Pause());
    }

    /** It goes on, also after it halted by itself. */
    public Rollout resume(ProjectAccess who, String rolloutId) {
        return step(who, rolloutId, new RolloutStep.Resume());
    }

    /** Everybody gets the version: it is released. */
    public Rollout complete(ProjectAccess who, String rolloutId) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> {
            store.find(tx, rolloutId).ifPresent(rollout -> apps.hold(tx, rollout.appId()));
            Rollout done = step(tx, who, rolloutId, new RolloutStep.Complete());
            versions.setReleased(tx, done.release().buildId(), true, clock.instant());
            return done;
        });
    }

    private Rollout step(ProjectAccess who, String rolloutId, RolloutStep step) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> step(tx, who, rolloutId, step));
    }

    private Rollout step(Tx tx, ProjectAccess who, String rolloutId, RolloutStep step) {
        Rollout before = store.lock(tx, rolloutId).orElseThrow(() -> new Refused(new Problem.NotFound("rollout")));
        Rollout after = before.after(step, clock.instant()).orElseThrow(Rollouts::meaningless);
        store.update(tx, after);
        record(tx, who, "rollout." + step.word(), after);
        return after;
    }

    private static Refused meaningless() {
        return new Refused(new Problem.Conflict(
                "ROLLOUT_STATE", "This cannot be done with the rollout as it stands. Read it again."));
    }

    /**
     * Brings everybody back to a version: it comes again under a number that is higher than any, and is released. What is being
     * rolled out ends, releases in between are taken back, and nobody is kept to a version above the old one any more.
     *
     * @param buildId of the version that was good
     * @param base scheme and host under which phones reach this server
     */
    public AppVersion rollBack(ProjectAccess who, String buildId, String base) {
        who.require(Permission.EDIT_APPS);
        return transactions.write(tx -> {
            AppVersion good = known(tx, buildId);
            apps.hold(tx, good.appId());
            Optional<Rollout> open = store.open(tx, good.appId());
            refuseUntried(open, good);
            AppVersion again = reissue.of(tx, who, good, base);
            if (open.isPresent()) {
                step(tx, who, open.get().rolloutId(), new RolloutStep.RollBack(again.buildId()));
            }
            versions.takeBackBetween(tx, good.appId(), good.number(), again.number());
            pins.active(tx, List.of(good.appId())).getOrDefault(good.appId(), List.of()).stream()
                    .filter(pin -> pin.number() > good.number())
                    .forEach(pin -> {
                        pins.setActive(tx, pin.pinId(), false, clock.instant());
                        audit.record(
                                tx, who, AuditEntry.of("pinned_release.deactivated", "pinned_release", pin.pinId()));
                    });
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("app_version.reissued", "app_version", again.buildId())
                            .with("app", again.appId())
                            .with("number", Integer.toString(again.number()))
                            .with("of", Integer.toString(good.number())));
            tx.afterCommit(() -> choice.forget(who.project(), good.appId()));
            return again;
        });
    }

    /** Going back to what only some have would bring it to all. */
    private static void refuseUntried(Optional<Rollout> open, AppVersion good) {
        if (open.filter(rollout -> rollout.release().buildId().equals(good.buildId()))
                .isPresent()) {
            throw new Refused(new Problem.Conflict(
                    "ROLLOUT_OPEN",
                    "This version is itself being rolled out. Go back to one that was released before."));
        }
    }

    /** Halts what goes wrong in the project in scope; the server comes by every minute. */
    public void watch() {
        transactions.writing(tx -> {
            for (Rollout rollout : store.running(tx)) {
                Health now = health.of(tx, rollout);
                if (now.exceeds(rollout.errorLimit().orElse(100))) {
                    halt(tx, rollout.rolloutId(), now);
                }
            }
        });
    }

    private void halt(Tx tx, String rolloutId, Health now) {
        RolloutStep step = new RolloutStep.Halt(now.sentence());
        store.lock(tx, rolloutId)
                .flatMap(rollout -> rollout.after(step, clock.instant()))
                .ifPresent(halted -> {
                    store.update(tx, halted);
                    audit.recordOfServer(tx, ProjectScope.current(), entry("rollout." + step.word(), halted));
                    tx.afterCommit(choice::forgetAll);
                });
    }

    private AppVersion known(Tx tx, String buildId) {
        return versions.find(tx, buildId).orElseThrow(() -> new Refused(new Problem.NotFound("version")));
    }

    private void record(Tx tx, ProjectAccess who, String action, Rollout rollout) {
        audit.record(tx, who, entry(action, rollout));
        tx.afterCommit(() -> choice.forget(who.project(), rollout.appId()));
    }

    private static AuditEntry entry(String action, Rollout rollout) {
        Audience audience = rollout.audience();
        AuditEntry entry = AuditEntry.of(action, "rollout", rollout.rolloutId())
                .with("app", rollout.appId())
                .with("number", Integer.toString(rollout.release().number()))
                .with("percent", Integer.toString(audience.percent()))
                .with("groups", Integer.toString(audience.groupIds().size()))
                .with("locations", Integer.toString(audience.locationIds().size()));
        return rollout.state() instanceof RolledBack(String reissued) ? entry.with("reissued", reissued) : entry;
    }
}

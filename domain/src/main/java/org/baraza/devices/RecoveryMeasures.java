// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.baraza.devices.RecoveryMeasure.Wish;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** What phones with a broken app are told to do. Runs in the scope of a project. */
public final class RecoveryMeasures {
    private static final int MOST = 200;

    private final Transactions transactions;
    private final UpdatePrompts prompts;
    private final Audit audit;
    private final Clock clock;
    private final RecoveryMeasureStore store = new RecoveryMeasureStore();

    public RecoveryMeasures(Transactions transactions, UpdatePrompts prompts, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.prompts = prompts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a phone is told.
     *
     * @param clientVersion the version that prompts name, else the newest
     * @param appVersion the build that prompts name, else the newest released one
     */
    public record Plan(Optional<String> clientVersion, Optional<Integer> appVersion, List<RecoveryMeasure> measures) {}

    /** For phones, which ask before anybody signs in: there is nothing in it about anybody. */
    public Plan planFor(String appId) {
        AppPrompts settings = prompts.of(appId);
        AppReleases.Newest newest = prompts.newest(AppReleases.Asker.anybody(appId));
        return new Plan(
                Optional.ofNullable(settings.clientVersion()).or(newest::clientVersion),
                Optional.ofNullable(settings.appVersion()).or(newest::appVersion),
                transactions.read(tx -> store.ofApp(tx, appId)));
    }

    /** Those that stand, newest first. Needs {@code view_apps} or {@code edit_apps}. */
    public List<RecoveryMeasure> list(ProjectAccess who) {
        who.requireEither(Permission.VIEW_APPS, Permission.EDIT_APPS);
        return transactions.read(store::list);
    }

    /** Phones do it within a day. Needs {@code edit_apps}. */
    public RecoveryMeasure add(ProjectAccess who, Wish wish, String note) {
        who.require(Permission.EDIT_APPS);
        List<FieldError> errors = RecoveryMeasureRules.broken(wish, note);
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
        return Conflicts.retrying(() -> transactions.write(tx -> {
            if (store.count(tx) >= MOST) {
                throw new Refused(
                        new Problem.Conflict("TOO_MANY_MEASURES", "A project has at most 200 recovery measures."));
            }
            RecoveryMeasure made = store.insert(tx, wish, note, who.actor().userId(), clock.instant());
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("recovery_measure.added", "recovery_measure", Integer.toString(made.number()))
                            .with("app", wish.appId())
                            .with("kind", wish.kind().wireName()));
            return made;
        }));
    }

    /** Phones that did it already are not changed back. Needs {@code edit_apps}. */
    public void remove(ProjectAccess who, int number) {
        who.require(Permission.EDIT_APPS);
        transactions.writing(tx -> {
            if (!store.remove(tx, number, clock.instant())) {
                throw new Refused(new Problem.NotFound("recovery measure"));
            }
            audit.record(
                    tx, who, AuditEntry.of("recovery_measure.removed", "recovery_measure", Integer.toString(number)));
        });
    }
}

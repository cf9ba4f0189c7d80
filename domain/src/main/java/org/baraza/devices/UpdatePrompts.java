// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.memory.ShortMemory;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** Says what the phones of each app are told to install. Runs in the scope of a project. */
public final class UpdatePrompts {
    private static final Duration REMEMBERED = Duration.ofSeconds(4);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_APP_ID = 255;
    private static final Pattern CLIENT_VERSION = Pattern.compile("\\d{1,4}\\.\\d{1,4}(\\.\\d{1,4})?");

    private record App(ProjectId project, String appId) {}

    private final Transactions transactions;
    private final AppReleases releases;
    private final Audit audit;
    private final Clock clock;
    private final PromptStore store = new PromptStore();
    private final ShortMemory<App, AppPrompts> recent;

    public UpdatePrompts(Transactions transactions, AppReleases releases, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.releases = releases;
        this.audit = audit;
        this.clock = clock;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
    }

    /** The settings of every app that has any, by app. Needs {@code view_apps} or {@code edit_apps}. */
    public List<AppPrompts> list(ProjectAccess who) {
        who.requireEither(Permission.VIEW_APPS, Permission.EDIT_APPS);
        return transactions.read(store::list);
    }

    /** Sets what phones of an app are told, from their next heartbeat on. Needs {@code edit_apps}. */
    public AppPrompts set(ProjectAccess who, AppPrompts wanted) {
        who.require(Permission.EDIT_APPS);
        check(wanted);
        return transactions.write(tx -> {
            AppPrompts set = store.put(tx, wanted, clock.instant());
            audit.record(
                    tx,
                    who,
                    AuditEntry.of("app_prompts.set", "app", wanted.appId())
                            .with("client", wanted.client().wireName())
                            .with("app", wanted.app().wireName()));
            tx.afterCommit(() -> recent.forget(new App(who.project(), wanted.appId())));
            return set;
        });
    }

    private static void check(AppPrompts wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (wanted.appId().isBlank()
                || wanted.appId().length() > LONGEST_APP_ID
                || wanted.appId().indexOf('\0') >= 0) {
            errors.add(new FieldError("appId", "APP_ID_INVALID", "An app has an id of at most 255 characters."));
        }
        if (wanted.clientVersion() != null
                && !CLIENT_VERSION.matcher(wanted.clientVersion()).matches()) {
            errors.add(new FieldError("clientVersion", "VERSION_INVALID", "A version looks like 2.56 or 2.56.1."));
        }
        if (wanted.appVersion() != null && wanted.appVersion() < 1) {
            errors.add(new FieldError("appVersion", "VERSION_INVALID", "Builds are numbered from 1."));
        }
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
    }

    /** The settings of an app, seconds old at most; off where nobody set any. */
    AppPrompts of(String appId) {
        return recent.get(
                new App(ProjectScope.current(), appId),
                app -> transactions.read(tx -> store.find(tx, app.appId())).orElseGet(() -> AppPrompts.off(appId)));
    }

    /** What there is for a phone. */
    AppReleases.Newest newest(AppReleases.Asker asker) {
        return releases.of(asker);
    }
}

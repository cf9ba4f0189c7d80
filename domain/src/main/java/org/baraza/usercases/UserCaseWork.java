// SPDX-License-Identifier: Apache-2.0
package org.baraza.usercases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.cases.CaseChange;
import org.baraza.forms.FormArchive;
import org.baraza.forms.ServerForm;
import org.baraza.forms.ServerForms;
import org.baraza.identity.Actor;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.Permission;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.usercases.UserCase.StoredCase;
import org.baraza.usercases.UserCaseStore.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the cases of due workers up to date. May be cut short anywhere and run on several nodes at once: it compares what is
 * with what should be, and a worker stays due until they are the same.
 */
public final class UserCaseWork {
    private static final Logger LOG = LoggerFactory.getLogger(UserCaseWork.class);
    private static final String XMLNS = "http://commcarehq.org/user-case";
    private static final String SYSTEM = "system";
    /** So long somebody may work on one worker; a failure is tried again after that time. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final Transactions transactions;
    private final UserDirectory directory;
    private final ServerForms forms;
    private final FormArchive archive;
    private final Clock clock;
    private final UserCaseStore store = new UserCaseStore();

    public UserCaseWork(
            Transactions transactions, UserDirectory directory, ServerForms forms, FormArchive archive, Clock clock) {
        this.transactions = transactions;
        this.directory = directory;
        this.forms = forms;
        this.archive = archive;
        this.clock = clock;
    }

    /** Works on everybody in the project in scope who is due; tells how many that were. */
    public int run() {
        int done = 0;
        for (Optional<Due> due = claim(); due.isPresent(); due = claim()) {
            try {
                update(due.get().userId());
                Due settled = due.get();
                transactions.writing(tx -> store.settle(tx, settled));
                done++;
            } catch (RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("user", due.get().userId())
                        .addKeyValue("error", e.getClass().getSimpleName())
                        .log("user_case.failed");
            }
        }
        return done;
    }

    private Optional<Due> claim() {
        Instant now = clock.instant();
        return transactions.write(tx -> store.claim(tx, now, now.plus(CLAIM)));
    }

    private void update(String userId) {
        ProjectAccess system = system();
        Map<String, Person> found = directory.find(system, List.of(userId));
        if (found.get(userId) instanceof MobileWorker worker && transactions.read(store::isEnabled)) {
            String caseId = UserCase.idFor(worker);
            Optional<StoredCase> stored = transactions.read(tx -> store.find(tx, caseId, userId));
            boolean wanted = worker.active() && !worker.retired();
            if (wanted && stored.isPresent() && stored.get().closed() && reopen(system, userId)) {
                stored = transactions.read(tx -> store.find(tx, caseId, userId));
            }
            bringUpToDate(worker, caseId, stored, wanted);
        }
    }

    /** What the server does by rules it does in nobody's name. */
    private static ProjectAccess system() {
        var project = ProjectScope.current();
        var actor = new Actor.MobileWorker(SYSTEM, SYSTEM, project);
        return new ProjectAccess(
                project, "", actor, SYSTEM, EnumSet.of(Permission.EDIT_DATA, Permission.ACCESS_ALL_LOCATIONS));
    }

    private void bringUpToDate(MobileWorker worker, String caseId, Optional<StoredCase> stored, boolean wanted) {
        UserCase should = UserCase.of(worker);
        String userId = worker.userId();
        if (stored.isEmpty()) {
            if (wanted) {
                submit(UUID.randomUUID().toString(), should.created(caseId, userId));
            }
        } else if (wanted) {
            should.changed(stored.get(), userId)
                    .ifPresent(change -> submit(UUID.randomUUID().toString(), change));
        } else if (!stored.get().closed()) {
            String formId = UUID.randomUUID().toString();
            transactions.writing(tx -> store.setClosingForm(tx, userId, formId));
            submit(formId, CaseChange.close(stored.get().caseId()));
        }
    }

    /** Takes back the form that closed the case; false when it was closed by somebody else. */
    private boolean reopen(ProjectAccess system, String userId) {
        Optional<String> formId = transactions.read(tx -> store.closingForm(tx, userId));
        formId.ifPresent(id -> {
            archive.archive(system, id);
            transactions.writing(tx -> store.forgetClosingForm(tx, userId));
        });
        return formId.isPresent();
    }

    private void submit(String formId, CaseChange change) {
        forms.submit(ServerForm.of(ServerForm.User.SYSTEM, XMLNS, "User case", "user-cases", List.of(change))
                .withId(formId));
    }
}

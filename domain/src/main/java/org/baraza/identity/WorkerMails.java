// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.identity.WorkerLinkStore.NewLink;
import org.baraza.identity.credentials.Secrets;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;

/**
 * Links that are mailed to mobile workers, so that they choose their own passwords: who forgot hers, and who was made without
 * one. A link works once and opens nothing but that choice.
 */
public final class WorkerMails {
    private static final Duration RESET_LIFE = Duration.ofHours(1);
    private static final Duration CONFIRMATION_LIFE = Duration.ofDays(7);
    private static final int MOST_AN_HOUR = 3;

    private final Transactions transactions;
    private final Projects projects;
    private final MobileWorkers workers;
    private final DigestSecrets digests;
    private final WorkerRoles roles;
    private final Mailer mailer;
    private final Audit audit;
    private final Clock clock;
    private final Secrets secrets = new Secrets();
    private final WorkerLinkStore links = new WorkerLinkStore();
    private final MobileWorkerStore store = new MobileWorkerStore();

    public WorkerMails(
            Transactions transactions,
            Projects projects,
            MobileWorkers workers,
            DigestSecrets digests,
            Mailer mailer,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.projects = projects;
        this.workers = workers;
        this.digests = digests;
        this.roles = new WorkerRoles(transactions);
        this.mailer = mailer;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether mails can be sent at all. */
    public boolean sends() {
        return mailer.home().isPresent();
    }

    /** Refuses when no mail can be sent here. */
    public void requireMails() {
        if (!sends()) {
            throw refused("email", "MAILS_NOT_SENT", "This server sends no mails.");
        }
    }

    /**
     * Mails a worker a link to set another password. She needs an address and a password that is of use now. Needs {@code
     * edit_commcare_users}; a link is handed over to whoever may give the worker's role.
     *
     * @return the path of the link, to be handed over where the server sends no mails
     */
    public Optional<String> reset(ProjectAccess who, String userId) {
        return mail(who, userId, false);
    }

    /** As {@link #reset}, for a worker who was made without a password, to choose one. */
    public Optional<String> confirm(ProjectAccess who, String userId) {
        return mail(who, userId, true);
    }

    /** As {@link #confirm(ProjectAccess, String)}, in a transaction of somebody who makes many, and only by mail. */
    public void confirm(Tx tx, ProjectAccess who, String userId) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        requireMails();
        String secret = secrets.token();
        MobileWorker worker = link(tx, who, userId, secret, true);
        tx.afterCommit(() -> send(who, worker, path(who, userId, secret), true));
    }

    private Optional<String> mail(ProjectAccess who, String userId, boolean confirms) {
        who.require(Permission.EDIT_COMMCARE_USERS);
        String secret = secrets.token();
        MobileWorker worker = transactions.write(tx -> link(tx, who, userId, secret, confirms));
        String path = path(who, userId, secret);
        send(who, worker, path, confirms);
        return sends() ? Optional.empty() : Optional.of(path);
    }

    private MobileWorker link(Tx tx, ProjectAccess who, String userId, String secret, boolean confirms) {
        ReachedPeopleStore.require(tx, who, userId);
        MobileWorker known = store.lock(tx, who.project(), userId)
                .orElseThrow(() -> new Refused(new Problem.NotFound("mobile worker")));
        refuseUseless(known, confirms);
        if (!sends()) {
            roles.refuseAbove(tx, who, userId);
        }
        Instant now = clock.instant();
        if (links.since(tx, who.project(), userId, now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
            throw refused("email", "MAILED_TOO_OFTEN", "At most three links an hour are mailed to a worker.");
        }
        Duration life = confirms ? CONFIRMATION_LIFE : RESET_LIFE;
        links.add(tx, who.project(), new NewLink(userId, Secrets.digest(secret), confirms, now, now.plus(life)));
        String action = confirms ? "mobile_worker.confirmation_mailed" : "mobile_worker.password_reset_mailed";
        audit.record(tx, who, AuditEntry.of(action, "mobile_worker", userId).with("username", known.username()));
        return known;
    }

    private static String path(ProjectAccess who, String userId, String secret) {
        return "/app/reset-password#" + String.join(".", who.projectName(), userId, secret);
    }

    private void send(ProjectAccess who, MobileWorker worker, String path, boolean confirms) {
        mailer.home().ifPresent(server -> mailer.send(text(who, worker, server + path, confirms), went -> {}));
    }

    private static void refuseUseless(MobileWorker worker, boolean confirms) {
        if (worker.email().isEmpty()) {
            throw refused("email", "EMAIL_MISSING", "This mobile worker has no e-mail address.");
        }
        if (confirms && worker.confirmed()) {
            throw refused("userId", "CONFIRMED", "This mobile worker's account is confirmed already.");
        }
        if (!confirms && !worker.confirmed()) {
            throw refused("userId", "NO_PASSWORD", "This mobile worker has no password yet.");
        }
        if (!confirms && !worker.active()) {
            throw refused("userId", "NOT_ACTIVE", "This mobile worker is deactivated.");
        }
    }

    private static Mail text(ProjectAccess who, MobileWorker worker, String link, boolean confirms) {
        String username = MobileWorker.fullName(worker.username(), who.projectName());
        return confirms
                ? new Mail(
                        worker.email(),
                        "Your account for " + who.projectName(),
                        "An account was made for you. Your username is " + username
                                + ".\n\nOpen this link within seven days to choose a password:\n\n" + link + "\n")
                : new Mail(
                        worker.email(),
                        "A new password for " + username,
                        "Somebody who keeps the project " + who.projectName() + " asked for a new password for "
                                + username + ".\n\nOpen this link within an hour to set one:\n\n" + link
                                + "\n\nIf you do nothing, your password stays.\n");
    }

    /** Sets the password of whoever holds the link, lets her in if it confirms her account, and ends all links of hers. */
    public void set(String projectName, String userId, String secret, String password) {
        Project project = projects.byName(projectName).orElseThrow(WorkerMails::unknown);
        Visibility here = Visibility.project(project.id());
        byte[] hash = Secrets.digest(secret);
        MobileWorker known = transactions.readAs(
                here,
                tx -> links.live(tx, project.id(), userId, hash, clock.instant())
                        .flatMap(_ -> store.find(tx, project.id(), List.of(userId)).stream()
                                .findFirst())
                        .orElseThrow(WorkerMails::unknown));
        ProjectAccess herself = new ProjectAccess(
                project.id(),
                project.name(),
                new Actor.MobileWorker(userId, known.username(), project.id()),
                "",
                Set.of(),
                Optional.of(Channel.WEB));
        String kept = workers.hashOf(herself, password);
        transactions.writingAs(here, tx -> {
            // One after the other: a link works once.
            MobileWorker worker = store.lock(tx, project.id(), userId).orElseThrow(WorkerMails::unknown);
            boolean confirms = links.live(tx, project.id(), userId, hash, clock.instant())
                    .filter(first -> first ? !worker.confirmed() : worker.active())
                    .orElseThrow(WorkerMails::unknown);
            store.setPassword(tx, project.id(), userId, kept);
            if (confirms) {
                store.setActive(tx, project.id(), userId, true);
            }
            workers.changed(
                    tx, herself, worker, confirms ? "mobile_worker.confirmed" : "mobile_worker.password_chosen");
            digests.passwordSet(tx, herself, worker, password);
            links.end(tx, project.id(), userId, clock.instant());
        });
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("link"));
    }

    private static Refused refused(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}

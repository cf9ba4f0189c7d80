// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;

/**
 * People who have an account and ask to be let into a project, where its administrators allow that (project spaces: domain
 * requests). To whoever is a member, was kept out or comes from where the project lets nobody in from, a project that takes
 * requests is like one that takes none, and that is like none at all.
 */
public final class JoinRequests {
    /** After this somebody who was turned away may ask again. */
    static final Duration REST = Duration.ofDays(30);

    /** A request that nobody decided for so long is over. */
    static final Duration PATIENCE = Duration.ofDays(90);

    /** Requests of one person that wait, in all projects, about. */
    static final int MOST_OF_A_PERSON = 10;

    private static final int MOST_OF_A_PROJECT = 1_000;
    private static final int MOST_MAILS = 20;

    private final Transactions transactions;
    private final Projects projects;
    private final ProjectSecurity security;
    private final Access access;
    private final WebUsers users;
    private final Mailer mailer;
    private final Audit audit;
    private final Clock clock;
    private final GivenRoles givenRoles = new GivenRoles();
    private final MemberStore members = new MemberStore();
    private final JoinRequestStore store = new JoinRequestStore();

    public JoinRequests(
            Transactions transactions,
            Projects projects,
            ProjectSecurity security,
            Access access,
            WebUsers users,
            Mailer mailer,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.projects = projects;
        this.security = security;
        this.access = access;
        this.users = users;
        this.mailer = mailer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A project that somebody may ask to be let into.
     *
     * @param requestedAt when she asked; empty while she did not
     * @param mayAsk whether she may ask now, having neither asked nor been turned away lately
     */
    public record Joinable(String projectName, String projectTitle, Optional<Instant> requestedAt, boolean mayAsk) {}

    /** What somebody sees of a project that takes requests and of which she is no member. */
    public Optional<Joinable> find(WebUser who, Arrival arrival, String projectName) {
        return taking(who, arrival, projectName)
                .flatMap(project -> transactions.readAs(
                        Visibility.project(project.id()),
                        tx -> isKnown(tx, project, who) ? Optional.empty() : Optional.of(joinable(tx, project, who))));
    }

    /** Asks. It waits until somebody of the project decides; its administrators are mailed. */
    public Joinable ask(WebUser who, Arrival arrival, String projectName) {
        Project project = taking(who, arrival, projectName).orElseThrow(JoinRequests::noProject);
        WebProfile profile = users.profile(who.userId()).orElseThrow();
        return Conflicts.retrying(() ->
                transactions.writeAs(Visibility.project(project.id()).and(Visibility.user(who.userId())), tx -> {
                    if (isKnown(tx, project, who)) {
                        throw noProject();
                    }
                    Joinable before = joinable(tx, project, who);
                    return before.requestedAt().isPresent() ? before : asked(tx, project, profile, who);
                }));
    }

    private Joinable asked(Tx tx, Project project, WebProfile profile, WebUser who) {
        Instant now = clock.instant();
        if (store.wasDeclinedAfter(tx, project.id(), who.userId(), now.minus(REST))) {
            throw conflict("DECLINED_LATELY", "You were turned away lately. Ask again in a month.");
        }
        if (store.waitingAnywhere(tx, who.userId()) >= MOST_OF_A_PERSON) {
            throw conflict("REQUESTS_TOO_MANY", "You wait for " + MOST_OF_A_PERSON + " projects already.");
        }
        if (store.waiting(tx, project.id()) >= MOST_OF_A_PROJECT) {
            throw conflict("REQUESTS_TOO_MANY", "Too many people wait for this project. Try again later.");
        }
        String name = name(profile);
        store.insert(tx, project.id(), profile, name, now);
        audit.record(tx, project.id(), who, AuditEntry.of("join_request.sent", "web_user", who.userId()));
        List<String> administrators = store.administrators(tx, project.id(), MOST_MAILS);
        tx.afterCommit(() -> mailer.home()
                .ifPresent(home -> administrators.forEach(address -> mail(
                        address,
                        "Request to join " + project.displayName(),
                        name + " (" + profile.username() + ") asks to join the project "
                                + project.displayName() + ".\n\nDecide here:\n\n" + home + "/app/p/" + project.name()
                                + "/users/web-users\n"))));
        return new Joinable(project.name(), project.displayName(), Optional.of(now), false);
    }

    /** Those that wait, oldest first. Needs {@code view_web_users} or {@code edit_web_users}. */
    public Page<JoinRequest> page(ProjectAccess who, PageRequest page) {
        who.requireEither(Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS);
        return transactions.read(tx -> store.page(tx, who.project(), page));
    }

    /** Lets her in. Needs {@code edit_web_users}, and to be somebody who may give the role. */
    public void approve(ProjectAccess who, UUID requestId, String roleName) {
        who.require(Permission.EDIT_WEB_USERS);
        transactions.writing(tx -> {
            JoinRequest request = decided(tx, who, requestId, true);
            Optional<UUID> role = givenRoles.given(tx, who, roleName);
            if (members.member(tx, who.project(), request.userId()).isPresent()) {
                throw conflict("ALREADY_MEMBER", "She is a member of this project already.");
            }
            members.add(tx, who.project(), request.userId(), role);
            audit.record(tx, who, entry("join_request.approved", request).with("role", roleName));
            access.changed(tx, request.userId(), who.project());
            String title =
                    projects.in(tx, who.project()).map(Project::displayName).orElse(who.projectName());
            tx.afterCommit(() -> mailer.home()
                    .ifPresent(home -> mail(
                            request.email(),
                            "You are a member of " + title,
                            "Your request to join the project " + title + " was approved.\n\nGo there:\n\n" + home
                                    + "/app/p/" + who.projectName() + "\n")));
        });
    }

    /** Turns her away; she may ask again in a month. Needs {@code edit_web_users}. */
    public void decline(ProjectAccess who, UUID requestId) {
        who.require(Permission.EDIT_WEB_USERS);
        transactions.writing(
                tx -> audit.record(tx, who, entry("join_request.declined", decided(tx, who, requestId, false))));
    }

    /** Ends what waited too long, in the project in scope. */
    public void sweep() {
        Instant now = clock.instant();
        transactions.writing(tx -> store.sweep(tx, ProjectScope.current(), now.minus(PATIENCE), now.minus(REST)));
    }

    private JoinRequest decided(Tx tx, ProjectAccess who, UUID requestId, boolean approved) {
        JoinRequest request = store.lock(tx, who.project(), requestId)
                .orElseThrow(() -> new Refused(new Problem.NotFound("join request")));
        store.decide(tx, who.project(), requestId, approved, who.actor().userId(), clock.instant());
        return request;
    }

    /** The project, where it takes requests from there and she does not act in it already. */
    private Optional<Project> taking(WebUser who, Arrival arrival, String projectName) {
        return projects.byName(projectName)
                .filter(project -> {
                    SecuritySettings settings = security.of(project.id());
                    return settings.joinRequestsAllowed() && settings.lets(arrival.address());
                })
                .filter(project -> access.to(who, project).isEmpty());
    }

    /** Also whoever is kept out is one. */
    private boolean isKnown(Tx tx, Project project, WebUser who) {
        return members.member(tx, project.id(), who.userId()).isPresent();
    }

    private Joinable joinable(Tx tx, Project project, WebUser who) {
        Optional<Instant> requestedAt =
                store.waitingOf(tx, project.id(), who.userId()).map(JoinRequest::requestedAt);
        boolean mayAsk = requestedAt.isEmpty()
                && !store.wasDeclinedAfter(
                        tx, project.id(), who.userId(), clock.instant().minus(REST));
        return new Joinable(project.name(), project.displayName(), requestedAt, mayAsk);
    }

    private void mail(String address, String subject, String text) {
        mailer.send(new Mail(address, subject, text), went -> {});
    }

    private static String name(WebProfile profile) {
        String name = (profile.firstName() + " " + profile.lastName()).strip();
        return name.isEmpty() ? profile.username() : name;
    }

    private static AuditEntry entry(String action, JoinRequest request) {
        return AuditEntry.of(action, "web_user", request.userId()).with("username", request.email());
    }

    private static Refused noProject() {
        return new Refused(new Problem.NotFound("project"));
    }

    private static Refused conflict(String code, String message) {
        return new Refused(new Problem.Conflict(code, message));
    }
}

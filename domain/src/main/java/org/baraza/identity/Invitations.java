// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.InvitationStore.Kept;
import org.baraza.identity.UserDataRules.Settled;
import org.baraza.identity.credentials.Secrets;
import org.baraza.mail.Mail;
import org.baraza.mail.Mailer;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Conflicts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;
import org.baraza.tenancy.Project;
import org.baraza.tenancy.Projects;

/**
 * Invitations of web users to a project. Whoever opens the link of one is let into that project and nothing else. The link
 * is mailed where mails can be sent; else it is shown once to whoever invites, who hands it over.
 */
public final class Invitations {
    /** How long an invitation can be accepted, as in CommCare HQ. */
    static final Duration LIFE = Duration.ofDays(31);

    private static final int MOST_WAITING = 1_000;

    private final Transactions transactions;
    private final Projects projects;
    private final Access access;
    private final WebUsers users;
    private final Mailer mailer;
    private final Audit audit;
    private final Clock clock;
    private final Secrets secrets = new Secrets();
    private final GivenRoles givenRoles = new GivenRoles();
    private final MemberStore members = new MemberStore();
    private final UserDataStore userData = new UserDataStore();
    private final InvitationStore store = new InvitationStore();

    public Invitations(
            Transactions transactions,
            Projects projects,
            Access access,
            WebUsers users,
            Mailer mailer,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.projects = projects;
        this.access = access;
        this.users = users;
        this.mailer = mailer;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is written of somebody new besides, in the transaction in which she becomes a member. */
    @FunctionalInterface
    public interface Welcome {
        /** @param onBehalf the project as whoever invited her saw it */
        void write(Tx tx, ProjectAccess onBehalf, String userId, Invitation invitation);
    }

    /** What the page that accepts an invitation shows. */
    public record Opened(String projectName, String projectTitle, Invitation invitation, boolean hasAccount) {}

    /** Whether an invitation is mailed, and not handed over. */
    public boolean mails() {
        return mailer.home().isPresent();
    }

    /** Those that wait, newest first. Needs {@code view_web_users} or {@code edit_web_users}. */
    public Page<Invitation> page(ProjectAccess who, PageRequest page) {
        who.requireEither(Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS);
        return transactions.read(tx -> store.page(tx, who.project(), page));
    }

    /** Those that wait for these addresses. Needs {@code view_web_users} or {@code edit_web_users}. */
    public Map<String, Invitation> withAddresses(Tx tx, ProjectAccess who, Collection<String> emails) {
        who.requireEither(Permission.VIEW_WEB_USERS, Permission.EDIT_WEB_USERS);
        Map<String, Invitation> found = new HashMap<>();
        store.named(tx, who.project(), emails).forEach(invitation -> found.put(invitation.email(), invitation));
        return found;
    }

    /** Needs {@code edit_web_users}, and to be somebody who may give the role. */
    public SentInvitation invite(ProjectAccess who, InvitationWish wanted) {
        who.require(Permission.EDIT_WEB_USERS);
        InvitationWish wish = InvitationRules.settled(wanted);
        String secret = secrets.token();
        try {
            Invitation made = transactions.write(tx -> made(tx, who, wish, secret));
            return sent(who, made, secret);
        } catch (RuntimeException failure) {
            if (Conflicts.isUniqueViolation(failure)) {
                throw invalid("email", "ALREADY_INVITED", "She is invited already.");
            }
            throw failure;
        }
    }

    /** As {@link #invite(ProjectAccess, InvitationWish)}, in a transaction of somebody who invites many. */
    public void invite(Tx tx, ProjectAccess who, InvitationWish wanted) {
        who.require(Permission.EDIT_WEB_USERS);
        InvitationWish wish = InvitationRules.settled(wanted);
        String secret = secrets.token();
        Invitation made = made(tx, who, wish, secret);
        String title = title(projects.in(tx, who.project()), who);
        tx.afterCommit(() -> mailer.home().ifPresent(home -> mail(who, made, home + path(who, made, secret), title)));
    }

    private Invitation made(Tx tx, ProjectAccess who, InvitationWish wish, String secret) {
        Optional<UUID> role = givenRoles.given(tx, who, wish.roleName());
        if (members.memberNamed(tx, who.project(), wish.email()).isPresent()) {
            throw invalid("email", "ALREADY_MEMBER", "She is a member of this project already.");
        }
        if (store.waiting(tx, who.project()) >= MOST_WAITING) {
            throw new Refused(new Problem.Conflict(
                    "INVITATIONS_TOO_MANY", "A project has at most " + MOST_WAITING + " invitations."));
        }
        Instant now = clock.instant();
        UUID id = store.insert(
                tx,
                who.project(),
                wish.knownAs(userData(tx, who, wish)),
                role,
                who.actor(),
                Secrets.digest(secret),
                now,
                now.plus(LIFE));
        audit.record(tx, who, entry("invitation.sent", id, wish.email()).with("role", wish.roleName()));
        return store.find(tx, who.project(), id).orElseThrow().invitation();
    }

    /**
     * Makes another one of an invitation that waits, in a transaction of somebody who changes many. Its link stays, and nobody
     * is mailed. Needs {@code edit_web_users}, and to be somebody who may give the role.
     */
    public void change(Tx tx, ProjectAccess who, UUID id, InvitationWish wanted) {
        who.require(Permission.EDIT_WEB_USERS);
        InvitationWish wish = InvitationRules.settled(wanted);
        Invitation known = one(store.lock(tx, who.project(), id)).invitation();
        Optional<UUID> role = givenRoles.given(tx, who, wish.roleName());
        store.change(tx, who.project(), id, wish.knownAs(userData(tx, who, wish)), role);
        audit.record(
                tx,
                who,
                entry("invitation.changed", id, known.email()).change("role", known.roleName(), wish.roleName()));
    }

    /** With another link and another month; the former link is of no use any more. Needs {@code edit_web_users}. */
    public SentInvitation resend(ProjectAccess who, UUID id) {
        who.require(Permission.EDIT_WEB_USERS);
        String secret = secrets.token();
        Invitation renewed = transactions.write(tx -> {
            Invitation known = one(store.lock(tx, who.project(), id)).invitation();
            givenRoles.given(tx, who, known.roleName());
            Instant now = clock.instant();
            store.renew(tx, who.project(), id, Secrets.digest(secret), now, now.plus(LIFE));
            audit.record(tx, who, entry("invitation.resent", id, known.email()));
            return store.find(tx, who.project(), id).orElseThrow().invitation();
        });
        return sent(who, renewed, secret);
    }

    /** Needs {@code edit_web_users}. */
    public void cancel(ProjectAccess who, UUID id) {
        transactions.writing(tx -> cancel(tx, who, id));
    }

    /** As {@link #cancel(ProjectAccess, UUID)}, in a transaction of somebody who cancels many. */
    public void cancel(Tx tx, ProjectAccess who, UUID id) {
        who.require(Permission.EDIT_WEB_USERS);
        Invitation known = one(store.lock(tx, who.project(), id)).invitation();
        store.cancel(tx, who.project(), id, clock.instant());
        audit.record(tx, who, entry("invitation.cancelled", id, known.email()));
    }

    /** For whoever holds the link; one that is over, was taken back or is not right is answered like one that never was. */
    public Opened open(InvitationLink link) {
        Project project = project(link);
        Kept kept = transactions.readAs(
                Visibility.project(project.id()), tx -> shown(store.find(tx, project.id(), link.invitationId()), link));
        Invitation invitation = kept.invitation();
        return new Opened(project.name(), project.displayName(), invitation, users.exists(invitation.email()));
    }

    /** Lets somebody in who is signed in with the invited address. */
    public void accept(WebUser who, InvitationLink link, Welcome welcome) {
        Project project = project(link);
        join(who, project, link, welcome);
    }

    /** Makes an account for somebody who has none, and lets her in. */
    public WebUser acceptAnew(InvitationLink link, NewWebUser wanted, Welcome welcome) {
        Project project = project(link);
        String email = open(link).invitation().email();
        WebProfile made =
                users.create(new NewWebUser(email, wanted.password(), wanted.firstName(), wanted.lastName(), false));
        WebUser person = new WebUser(made.userId(), made.username(), false, Optional.empty());
        join(person, project, link, welcome);
        return person;
    }

    /** Whether somebody who has no account may have one, because some project waits for her. */
    public boolean awaits(String email) {
        return !waitingFor(LoginName.normal(email)).isEmpty();
    }

    private List<InvitationStore.Place> waitingFor(String username) {
        return transactions.readAs(Visibility.login(username), tx -> store.waitingFor(tx, username, clock.instant()));
    }

    /**
     * Lets somebody into every project that waits for her, when an identity provider vouched for her address: that says
     * more than having got a mail.
     */
    public void acceptVouched(WebUser who, Welcome welcome) {
        for (InvitationStore.Place place : waitingFor(who.username())) {
            projects.byId(place.project())
                    .ifPresent(project -> join(
                            who,
                            project,
                            tx -> store.lock(tx, project.id(), place.invitationId())
                                    .filter(known ->
                                            known.invitation().expiresAt().isAfter(clock.instant()))
                                    .orElseThrow(Invitations::unknown),
                            welcome));
        }
    }

    private void join(WebUser who, Project project, InvitationLink link, Welcome welcome) {
        join(who, project, tx -> shown(store.lock(tx, project.id(), link.invitationId()), link), welcome);
    }

    private void join(WebUser who, Project project, Function<Tx, Kept> wanted, Welcome welcome) {
        transactions.writingAs(Visibility.project(project.id()), tx -> {
            Kept kept = wanted.apply(tx);
            Invitation invitation = kept.invitation();
            if (!invitation.email().equals(who.username())) {
                throw new Refused(new Problem.Conflict(
                        "INVITED_ANOTHER",
                        "This invitation is for another account. Sign in with the invited address."));
            }
            if (members.member(tx, project.id(), who.userId()).isPresent()) {
                throw new Refused(new Problem.Conflict("ALREADY_MEMBER", "You are a member of this project already."));
            }
            members.add(tx, project.id(), who.userId(), kept.roleId());
            if (!invitation.userData().isEmpty()) {
                Settled settled = userData.rules(tx, project.id()).dress(invitation.userData());
                members.setUserData(tx, project.id(), who.userId(), settled);
            }
            welcome.write(tx, onBehalf(project, invitation), who.userId(), invitation);
            store.accept(tx, project.id(), invitation.invitationId(), who.userId(), clock.instant());
            audit.record(
                    tx,
                    project.id(),
                    who,
                    entry("invitation.accepted", invitation.invitationId(), invitation.email())
                            .with("role", invitation.roleName()));
            access.changed(tx, who.userId(), project.id());
        });
    }

    /** Whether she may give these places was asked when she invited. */
    private static ProjectAccess onBehalf(Project project, Invitation invitation) {
        WebUser inviter =
                new WebUser(invitation.invitedBy(), invitation.invitedByName(), false, Optional.of(project.id()));
        return new ProjectAccess(
                project.id(),
                project.name(),
                inviter,
                "Invitation",
                Set.of(Permission.EDIT_WEB_USERS, Permission.ACCESS_ALL_LOCATIONS));
    }

    private Project project(InvitationLink link) {
        return projects.byName(link.project()).orElseThrow(Invitations::unknown);
    }

    private Kept shown(Optional<Kept> kept, InvitationLink link) {
        byte[] shown = Secrets.digest(link.secret());
        return kept.filter(known -> MessageDigest.isEqual(known.secretHash(), shown))
                .filter(known -> known.invitation().expiresAt().isAfter(clock.instant()))
                .orElseThrow(Invitations::unknown);
    }

    private SentInvitation sent(ProjectAccess who, Invitation invitation, String secret) {
        String path = path(who, invitation, secret);
        Optional<String> home = mailer.home();
        if (home.isEmpty()) {
            return new SentInvitation(invitation, Optional.of(path));
        }
        mail(who, invitation, home.get() + path, title(projects.byName(who.projectName()), who));
        return new SentInvitation(invitation, Optional.empty());
    }

    private static String path(ProjectAccess who, Invitation invitation, String secret) {
        return "/app/join/" + who.projectName() + "/" + invitation.invitationId() + "#" + secret;
    }

    private static String title(Optional<Project> project, ProjectAccess who) {
        return project.map(Project::displayName).orElse(who.projectName());
    }

    private void mail(ProjectAccess who, Invitation invitation, String link, String title) {
        mailer.send(
                new Mail(
                        invitation.email(),
                        "Invitation to join " + title,
                        invitation.invitedByName() + " invites you to the project " + title
                                + ".\n\nOpen this link to join. It can be used once, until "
                                + invitation.expiresAt().toString().substring(0, "2026-01-01".length()) + ":\n\n"
                                + link + "\n\nIf you did not expect this, do nothing.\n"),
                went -> transactions.writingAs(
                        Visibility.project(who.project()),
                        tx -> store.mailed(tx, who.project(), invitation.invitationId(), went, clock.instant())));
    }

    /** What she will be known to be, with the id of her profile; its values she gets when she comes. */
    private Map<String, String> userData(Tx tx, ProjectAccess who, InvitationWish wish) {
        UserDataRules rules = userData.rules(tx, who.project());
        Map<String, String> data = new HashMap<>(wish.userData());
        if (!wish.profile().isEmpty()) {
            data.putAll(rules.changed(Map.of(), wish.profile())
                    .orElseThrow(
                            () -> invalid("profile", "PROFILE_UNKNOWN", "Profile does not exist: " + wish.profile())));
        }
        List<FieldError> errors = rules.dress(data).errors();
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
        return data;
    }

    private static Kept one(Optional<Kept> kept) {
        return kept.orElseThrow(Invitations::unknown);
    }

    private static AuditEntry entry(String action, UUID id, String email) {
        return AuditEntry.of(action, "invitation", id.toString()).with("email", email);
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("invitation"));
    }

    private static Refused invalid(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}

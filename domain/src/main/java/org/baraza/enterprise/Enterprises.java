// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.baraza.identity.Access;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.baraza.identity.EntryRules;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WebUsers;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Enterprise accounts. Whoever runs the server makes one; from then on it is its administrators' alone. */
public final class Enterprises {
    private static final int MOST = 200;

    private final Transactions transactions;
    private final WebUsers users;
    private final Access access;
    private final EntryRules rules;
    private final Clock clock;
    private final EnterpriseBook book;
    private final EnterpriseStore store = new EnterpriseStore();
    private final AccountEventStore events = new AccountEventStore();

    public Enterprises(Transactions transactions, WebUsers users, Access access, EntryRules rules, Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.access = access;
        this.rules = rules;
        this.clock = clock;
        this.book = new EnterpriseBook(clock);
    }

    /** Those that the caller administers and may enter as she came in, by name. */
    public List<Enterprise> of(WebUser who, Arrival arrival) {
        return transactions.readAs(Visibility.user(who.userId()), tx -> store.of(tx, who.userId(), MOST)).stream()
                .filter(account -> opens(arrival, account.accountId()))
                .toList();
    }

    /** The caller as an administrator of the account; empty when there is no such account or she may not enter it. */
    public Optional<AccountAccess> enter(WebUser who, Arrival arrival, UUID account) {
        boolean isAdmin =
                transactions.readAs(Visibility.user(who.userId()), tx -> store.isAdmin(tx, account, who.userId()));
        return isAdmin && who.inPerson() && opens(arrival, account)
                ? Optional.of(new AccountAccess(account, who))
                : Optional.empty();
    }

    /** An identity provider brings people into its own account only: it could send anybody in the name of another's. */
    private boolean opens(Arrival arrival, UUID account) {
        return arrival.provider()
                .map(provider -> transactions.readAs(
                        Visibility.account(account), tx -> store.hasProvider(tx, account, provider)))
                .orElse(true);
    }

    public Enterprise get(AccountAccess who) {
        return reading(who, tx -> store.find(tx, who.accountId()).orElseThrow(Enterprises::unknown));
    }

    public List<AccountAdmin> admins(AccountAccess who) {
        return reading(who, tx -> store.admins(tx, who.accountId()));
    }

    public List<AccountProject> projects(AccountAccess who) {
        return reading(who, tx -> store.projects(tx, who.accountId()));
    }

    /** What was done about the account, newest first. */
    public Page<AccountEvent> events(AccountAccess who, PageRequest page) {
        return reading(who, tx -> events.page(tx, who.accountId(), page));
    }

    private <R> R reading(AccountAccess who, java.util.function.Function<Tx, R> work) {
        return transactions.readAs(Visibility.account(who.accountId()), work);
    }

    /** Makes an account with its first administrator. For whoever runs the server. */
    public Enterprise create(WebUser who, String name, String adminEmail) {
        Operators.require(who);
        var broken = ProviderRules.brokenByName(name);
        if (!broken.isEmpty()) {
            throw new Refused(new Problem.Invalid(broken));
        }
        WebUser admin = person(adminEmail);
        UUID account = UUID.randomUUID();
        transactions.writingAs(Visibility.account(account), tx -> {
            store.insert(tx, account, name.strip(), who.userId(), clock.instant());
            store.addAdmin(tx, account, admin, who.username(), clock.instant());
            book.record(tx, new AccountAccess(account, who), "enterprise.created", Map.of("admin", admin.username()));
        });
        return transactions
                .readAs(Visibility.account(account), tx -> store.find(tx, account))
                .orElseThrow(Enterprises::unknown);
    }

    /** Every account, by name. For whoever runs the server; she sees no more of them than that. */
    public List<Enterprise> all(WebUser who) {
        Operators.require(who);
        return transactions.readAs(Visibility.server("enterprise"), tx -> store.all(tx, MOST));
    }

    public void addAdmin(AccountAccess who, String email) {
        WebUser admin = person(email);
        changing(who, (tx, _) -> {
            if (!store.addAdmin(tx, who.accountId(), admin, who.actor().username(), clock.instant())) {
                throw invalid("email", "ALREADY_ADMIN", "She administers this account already.");
            }
            book.record(tx, who, "admin.added", Map.of("username", admin.username()));
        });
    }

    /** Somebody must be left. */
    public void removeAdmin(AccountAccess who, String userId) {
        changing(who, (tx, _) -> {
            List<AccountAdmin> admins = store.admins(tx, who.accountId());
            AccountAdmin going = admins.stream()
                    .filter(admin -> admin.userId().equals(userId))
                    .findFirst()
                    .orElseThrow(() -> new Refused(new Problem.NotFound("administrator")));
            if (admins.size() == 1) {
                throw new Refused(new Problem.Conflict("LAST_ADMIN", "Somebody must administer the account."));
            }
            store.removeAdmin(tx, who.accountId(), userId);
            book.record(tx, who, "admin.removed", Map.of("username", going.username()));
        });
    }

    /**
     * Whoever adds a project administers it too, and is let into it as she came in: an identity provider that the project does not
     * trust cannot bring it into its own account.
     */
    public void addProject(AccountAccess who, Arrival arrival, String projectName) {
        ProjectAccess project = access.to(who.actor(), projectName)
                .filter(ProjectAccess::isAdmin)
                .filter(member -> rules.refusal(member, arrival).isEmpty())
                .orElseThrow(
                        () -> invalid("project", "PROJECT_UNKNOWN", "You administer no project space with this name."));
        changing(who, (tx, _) -> {
            if (!store.addProject(
                    tx, who.accountId(), project.project(), who.actor().username(), clock.instant())) {
                throw invalid("project", "PROJECT_TAKEN", "This project space belongs to an account already.");
            }
            book.record(tx, who, "project.added", Map.of("project", projectName));
        });
    }

    public void removeProject(AccountAccess who, String projectName) {
        changing(who, (tx, account) -> {
            AccountProject project = named(tx, who, "project", projectName);
            if (account.source().filter(project.project()::equals).isPresent()) {
                throw new Refused(new Problem.Conflict(
                        "PROJECT_IS_SOURCE", "Its members act in other projects of the account: turn that off first."));
            }
            store.removeProject(tx, who.accountId(), project.project());
            book.record(tx, who, "project.removed", Map.of("project", projectName));
        });
    }

    /**
     * Lets members of one project act in others of the account with the roles that they have in it (spec: enterprise
     * permissions).
     *
     * @param source empty to turn it off
     */
    public void setInheritance(AccountAccess who, Optional<String> source, List<String> heirs) {
        changing(who, (tx, _) -> {
            if (source.isEmpty()) {
                store.setInheritance(tx, who.accountId(), null, List.of());
                book.record(tx, who, "inheritance.turned_off", Map.of());
                return;
            }
            ProjectId from = named(tx, who, "source", source.get()).project();
            List<UUID> to = heirs.stream()
                    .map(heir -> named(tx, who, "projects", heir).project())
                    .filter(heir -> !heir.equals(from))
                    .map(ProjectId::value)
                    .toList();
            store.setInheritance(tx, who.accountId(), from.value(), to);
            book.record(
                    tx,
                    who,
                    "inheritance.changed",
                    Map.of("source", source.get(), "projects", String.join(" ", heirs)));
        });
    }

    private AccountProject named(Tx tx, AccountAccess who, String field, String name) {
        return store.projects(tx, who.accountId()).stream()
                .filter(project -> project.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid(field, "PROJECT_UNKNOWN", "The account has no such project space."));
    }

    private void changing(AccountAccess who, BiConsumer<Tx, Enterprise> change) {
        transactions.writingAs(Visibility.account(who.accountId()), tx -> {
            Enterprise account = store.lock(tx, who.accountId()).orElseThrow(Enterprises::unknown);
            access.changedEverywhere(tx);
            change.accept(tx, account);
        });
    }

    private WebUser person(String email) {
        return users.actor(email)
                .orElseThrow(
                        () -> invalid("email", "ACCOUNT_UNKNOWN", "Nobody with this address has an account here."));
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("enterprise"));
    }

    private static Refused invalid(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}

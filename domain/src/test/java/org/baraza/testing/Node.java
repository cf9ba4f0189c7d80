// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.enterprise.EmailDomains;
import org.baraza.enterprise.Enterprises;
import org.baraza.enterprise.KnownProviders;
import org.baraza.enterprise.ProjectActivation;
import org.baraza.enterprise.Providers;
import org.baraza.enterprise.SingleSignOn;
import org.baraza.enterprise.TrustedProviders;
import org.baraza.identity.Access;
import org.baraza.identity.AccountBook;
import org.baraza.identity.Accounts;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.Audit;
import org.baraza.identity.DigestSecrets;
import org.baraza.identity.DigestSignIn;
import org.baraza.identity.DueWorkers;
import org.baraza.identity.EntryRules;
import org.baraza.identity.FirstStart;
import org.baraza.identity.ForgottenPasswords;
import org.baraza.identity.Invitations;
import org.baraza.identity.JoinRequests;
import org.baraza.identity.MemberSecurity;
import org.baraza.identity.Members;
import org.baraza.identity.Memberships;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.PasswordProof;
import org.baraza.identity.People;
import org.baraza.identity.ProjectCreation;
import org.baraza.identity.ProjectSecurity;
import org.baraza.identity.Roles;
import org.baraza.identity.Sessions;
import org.baraza.identity.SignIn;
import org.baraza.identity.TwoFactor;
import org.baraza.identity.UserDataFields;
import org.baraza.identity.UserDirectory;
import org.baraza.identity.WebUsers;
import org.baraza.identity.WorkerMails;
import org.baraza.identity.WorkerObserver;
import org.baraza.identity.WorkerRoles;
import org.baraza.identity.credentials.Passwords;
import org.baraza.identity.credentials.RememberedChecks;
import org.baraza.oauth.AccessTokens;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Consents;
import org.baraza.oauth.Grants;
import org.baraza.oauth.ServiceBonds;
import org.baraza.oauth.SigningKeys;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.tenancy.Projects;
import org.baraza.vault.Vault;

/** The services of one application node, each with what it remembers by itself. */
public final class Node {
    public final Projects projects;
    public final Access access;
    public final SignIn signIn;
    public final ProjectSecurity security;
    public final DigestSignIn digestSignIn;
    public final WebUsers webUsers;
    public final FirstStart firstStart;
    public final MobileWorkers workers;
    public final DueWorkers dueWorkers;
    public final WorkerRoles workerRoles;
    public final WorkerMails workerMails;
    public final Members members;
    public final Memberships memberships;
    public final Roles roles;
    public final People people;
    public final UserDirectory directory;
    public final UserDataFields userData;
    public final ApiKeys apiKeys;
    public final TwoFactor twoFactor;
    public final EntryRules entryRules;
    public final PasswordProof passwordProof;
    public final MemberSecurity memberSecurity;
    public final Invitations invitations;
    public final JoinRequests joinRequests;
    public final ForgottenPasswords forgotten;
    /** Mails that were sent, in their order. */
    public final Postbox postbox = new Postbox();

    public final Sessions sessions;
    public final ProjectCreation projectCreation;
    public final ServiceBonds serviceBonds;
    public final Applications applications;
    public final AccessTokens tokens;
    public final Grants grants;
    public final Consents consents;
    public final SigningKeys signingKeys;
    public final Enterprises enterprises;
    public final ProjectActivation activation;
    public final SingleSignOn signOn;
    public final Providers providers;
    public final EmailDomains emailDomains;
    public final TrustedProviders trustedProviders;
    /** What domains say in TXT records. */
    public final Map<String, List<String>> dns = new ConcurrentHashMap<>();

    /** Why providers cannot be used, by slug. */
    public final Map<String, String> faults = new ConcurrentHashMap<>();

    Node(Transactions transactions, Vault vault, Clock clock) {
        this(transactions, vault, clock, WorkerObserver.NOBODY);
    }

    Node(Transactions transactions, Vault vault, Clock clock, WorkerObserver observer) {
        var audit = new Audit();
        var passwords = new Passwords();
        var accounts = new Accounts(transactions, clock);
        projects = new Projects(transactions, clock);
        access = new Access(transactions, projects, clock);
        security = new ProjectSecurity(transactions, audit, clock);
        var digests = new DigestSecrets(transactions, security, vault, clock);
        signIn = new SignIn(accounts, passwords, new RememberedChecks(clock), digests, projects);
        digestSignIn = new DigestSignIn(accounts, digests, security, projects, vault, clock);
        webUsers = new WebUsers(transactions, accounts, passwords, clock);
        firstStart = new FirstStart(webUsers);
        workerRoles = new WorkerRoles(transactions);
        workers = new MobileWorkers(
                transactions, accounts, access, passwords, digests, security, workerRoles, audit, clock, observer);
        dueWorkers = new DueWorkers(transactions, accounts, access, audit, clock, observer);
        members = new Members(transactions, access, audit, clock);
        memberships = new Memberships(transactions);
        roles = new Roles(transactions, access, audit, clock);
        people = new People(transactions);
        userData = new UserDataFields(transactions, audit, observer);
        directory = new UserDirectory(transactions);
        apiKeys = new ApiKeys(transactions, accounts, access, clock);
        sessions = new Sessions(transactions, clock);
        twoFactor = new TwoFactor(transactions, vault, clock);
        entryRules = new EntryRules(security, twoFactor);
        passwordProof = new PasswordProof(signIn);
        invitations = new Invitations(transactions, projects, access, webUsers, postbox, audit, clock);
        joinRequests = new JoinRequests(transactions, projects, security, access, webUsers, postbox, audit, clock);
        forgotten = new ForgottenPasswords(transactions, accounts, webUsers, passwords, postbox, clock);
        workerMails = new WorkerMails(transactions, projects, workers, digests, postbox, audit, clock);
        memberSecurity = new MemberSecurity(transactions, accounts, twoFactor, sessions, audit);
        projectCreation = new ProjectCreation(transactions, projects, access, audit);
        var book = new AccountBook();
        serviceBonds = new ServiceBonds(access, apiKeys, projects, audit);
        applications = new Applications(transactions, serviceBonds, book, clock);
        tokens = new AccessTokens(transactions, webUsers, applications, clock);
        grants = new Grants(transactions, webUsers, tokens, book, clock);
        consents = new Consents(transactions, grants, applications, tokens, webUsers, projects, book, clock);
        signingKeys = new SigningKeys(transactions, vault, clock);
        var known = new KnownProviders(transactions, clock);
        enterprises = new Enterprises(transactions, webUsers, access, entryRules, clock);
        activation = new ProjectActivation(transactions, projects, audit, clock);
        signOn = new SingleSignOn(transactions, known, webUsers, invitations, book, clock);
        providers = new Providers(
                transactions,
                vault,
                sessions,
                known,
                provider -> Optional.ofNullable(faults.get(provider.slug())),
                clock);
        emailDomains = new EmailDomains(transactions, known, name -> dns.getOrDefault(name, List.of()), clock);
        trustedProviders = new TrustedProviders(transactions, signOn, security, audit, clock);
    }
}

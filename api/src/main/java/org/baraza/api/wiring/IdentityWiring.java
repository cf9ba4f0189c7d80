// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.time.Clock;
import org.baraza.identity.Access;
import org.baraza.identity.Accounts;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditLog;
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
import org.baraza.identity.OpenProjects;
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
import org.baraza.identity.WorkerRoles;
import org.baraza.identity.credentials.Passwords;
import org.baraza.identity.credentials.RememberedChecks;
import org.baraza.tenancy.Projects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Projects, people and their doors. */
@Configuration(proxyBeanMethods = false)
@Import({
    Access.class,
    Accounts.class,
    ApiKeys.class,
    Audit.class,
    AuditLog.class,
    DigestSecrets.class,
    DigestSignIn.class,
    DueWorkers.class,
    EntryRules.class,
    FirstStart.class,
    ForgottenPasswords.class,
    Invitations.class,
    JoinRequests.class,
    MemberSecurity.class,
    Members.class,
    Memberships.class,
    OpenProjects.class,
    MobileWorkers.class,
    PasswordProof.class,
    Passwords.class,
    People.class,
    ProjectCreation.class,
    ProjectSecurity.class,
    Projects.class,
    RememberedChecks.class,
    Roles.class,
    Sessions.class,
    SignIn.class,
    TwoFactor.class,
    UserDataFields.class,
    UserDirectory.class,
    WebUsers.class,
    WorkerMails.class,
    WorkerRoles.class
})
class IdentityWiring {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}

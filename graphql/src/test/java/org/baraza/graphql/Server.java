// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.baraza.activity.AccessLog;
import org.baraza.activity.AccessRecorder;
import org.baraza.cases.CaseDeletion;
import org.baraza.cases.CaseLists;
import org.baraza.cases.CaseRepair;
import org.baraza.cases.Cases;
import org.baraza.cases.WholeCases;
import org.baraza.casework.CaseReopening;
import org.baraza.casework.CaseUpdates;
import org.baraza.claims.Claims;
import org.baraza.claims.SearchConfiguration;
import org.baraza.devices.AppReleases;
import org.baraza.devices.DeviceLogs;
import org.baraza.devices.Devices;
import org.baraza.devices.LogRequests;
import org.baraza.devices.PhoneKeys;
import org.baraza.devices.RecoveryMeasures;
import org.baraza.devices.UpdatePrompts;
import org.baraza.dictionary.Dictionary;
import org.baraza.enterprise.EmailDomains;
import org.baraza.enterprise.Enterprises;
import org.baraza.enterprise.ProjectActivation;
import org.baraza.enterprise.Providers;
import org.baraza.enterprise.TrustedProviders;
import org.baraza.exchange.CaseImports;
import org.baraza.exchange.CaseTables;
import org.baraza.exchange.Exports;
import org.baraza.exchange.JobFiles;
import org.baraza.exchange.JobMails;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.exports.ExportServices;
import org.baraza.exchange.exports.Exporting;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.exchange.exports.Shapes;
import org.baraza.forms.FormArchive;
import org.baraza.forms.FormChunks;
import org.baraza.forms.FormCorrections;
import org.baraza.forms.Forms;
import org.baraza.forms.WholeForms;
import org.baraza.identity.Access;
import org.baraza.identity.Actor;
import org.baraza.identity.ApiKeys;
import org.baraza.identity.Arrival;
import org.baraza.identity.Audit;
import org.baraza.identity.AuditLog;
import org.baraza.identity.EntryRules;
import org.baraza.identity.Invitations;
import org.baraza.identity.JoinRequests;
import org.baraza.identity.MemberSecurity;
import org.baraza.identity.Members;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.OwnEvents;
import org.baraza.identity.PasswordProof;
import org.baraza.identity.ProjectCreation;
import org.baraza.identity.ProjectSecurity;
import org.baraza.identity.Roles;
import org.baraza.identity.Sessions;
import org.baraza.identity.TwoFactor;
import org.baraza.identity.UserDataFields;
import org.baraza.identity.UserDirectory;
import org.baraza.identity.WebUsers;
import org.baraza.identity.WorkerMails;
import org.baraza.identity.WorkerObserver;
import org.baraza.identity.WorkerRoles;
import org.baraza.mail.Mailer;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Consents;
import org.baraza.oauth.ServiceBonds;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.changes.ChangeTail;
import org.baraza.persistence.changes.Sequencer;
import org.baraza.persistence.postgres.Login;
import org.baraza.persistence.queue.TaskQueue;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.places.Assignments;
import org.baraza.places.Belongings;
import org.baraza.places.Groups;
import org.baraza.places.LocationEditing;
import org.baraza.places.LocationLifecycle;
import org.baraza.places.LocationTypes;
import org.baraza.places.Locations;
import org.baraza.places.Ownership;
import org.baraza.places.PlacedWorkers;
import org.baraza.places.Reach;
import org.baraza.places.RestoreSettings;
import org.baraza.places.UserGroups;
import org.baraza.products.Products;
import org.baraza.products.Programs;
import org.baraza.products.StockSettings;
import org.baraza.sync.CaseBodyStore;
import org.baraza.sync.CaseExplanation;
import org.baraza.sync.CaseGraphStore;
import org.baraza.sync.CaseHolders;
import org.baraza.sync.DemoRestores;
import org.baraza.sync.PhoneSyncs;
import org.baraza.sync.PreparationLine;
import org.baraza.sync.RecipientStore;
import org.baraza.sync.RestoreReading;
import org.baraza.sync.SyncLogStore;
import org.baraza.tables.LookupRows;
import org.baraza.tables.LookupTables;
import org.baraza.tenancy.Projects;
import org.baraza.testing.CountedStatements;
import org.baraza.testing.FieldWork;
import org.baraza.testing.NoBlobs;
import org.baraza.testing.World;
import org.baraza.usercases.UserCases;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.WebGraphQlTester;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The GraphQL API on a world of its own, without HTTP, on virtual threads as in production. */
final class Server implements AutoCloseable {
    final World world = new World();
    final CountedStatements counted = new CountedStatements();
    final FieldWork work;
    private final HikariDataSource app;
    private final HikariDataSource system;
    private final Sequencer sequencer;
    private final ChangeTail tail;
    private final ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TaskExecutionAutoConfiguration.class, GraphQlAutoConfiguration.class})
    @Import(GraphQlConfiguration.class)
    static class Application {}

    Server() {
        var settings = world.database.settings();
        app = pool("counted", settings.url(), settings.app());
        system = pool("system", settings.url(), settings.system());
        sequencer = new Sequencer(system, Duration.ofMillis(50));
        tail = new ChangeTail(new ChangeFeed(system), Duration.ofMillis(20));
        Transactions transactions = new Transactions(counted.watch(app));
        work = new FieldWork(world, transactions, sequencer::nudge);
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of("spring.threads.virtual.enabled", true, "spring.main.banner-mode", "off"))
                .initializers(started -> beans((GenericApplicationContext) started, transactions))
                .run();
    }

    private static HikariDataSource pool(String name, String url, Login login) {
        return Databases.pool(name, url, login.user(), login.password(), 8);
    }

    private void beans(GenericApplicationContext beans, Transactions transactions) {
        beans.registerBean(Access.class, () -> world.node.access);
        beans.registerBean(Projects.class, () -> world.node.projects);
        beans.registerBean(ProjectCreation.class, () -> world.node.projectCreation);
        beans.registerBean(WebUsers.class, () -> world.node.webUsers);
        beans.registerBean(MobileWorkers.class, () -> world.node.workers);
        beans.registerBean(WorkerMails.class, () -> world.node.workerMails);
        beans.registerBean(WorkerRoles.class, () -> world.node.workerRoles);
        beans.registerBean(ApiKeys.class, () -> world.node.apiKeys);
        beans.registerBean(EntryRules.class, () -> world.node.entryRules);
        beans.registerBean(TwoFactor.class, () -> world.node.twoFactor);
        beans.registerBean(Invitations.class, () -> world.node.invitations);
        beans.registerBean(JoinRequests.class, () -> world.node.joinRequests);
        beans.registerBean(Members.class, () -> world.node.members);
        beans.registerBean(PasswordProof.class, () -> world.node.passwordProof);
        beans.registerBean(MemberSecurity.class, () -> world.node.memberSecurity);
        beans.registerBean(Applications.class, () -> world.node.applications);
        beans.registerBean(ServiceBonds.class, () -> world.node.serviceBonds);
        beans.registerBean(Consents.class, () -> world.node.consents);
        beans.registerBean(Sessions.class, () -> world.node.sessions);
        beans.registerBean(OwnEvents.class, () -> new OwnEvents(transactions));
        beans.registerBean(AccessLog.class, () -> new AccessLog(transactions, Duration.ofDays(90), world.clock));
        beans.registerBean(AccessRecorder.class, () -> new AccessRecorder(world.transactions));
        beans.registerBean(Enterprises.class, () -> world.node.enterprises);
        beans.registerBean(ProjectActivation.class, () -> world.node.activation);
        beans.registerBean(Providers.class, () -> world.node.providers);
        beans.registerBean(EmailDomains.class, () -> world.node.emailDomains);
        beans.registerBean(TrustedProviders.class, () -> world.node.trustedProviders);
        beans.registerBean(Roles.class, () -> new Roles(transactions, world.node.access, new Audit(), world.clock));
        beans.registerBean(AuditLog.class, () -> new AuditLog(transactions));
        beans.registerBean(
                UserDataFields.class, () -> new UserDataFields(transactions, new Audit(), WorkerObserver.NOBODY));
        beans.registerBean(LookupTables.class, () -> new LookupTables(transactions, new Audit(), world.clock));
        beans.registerBean(LookupRows.class, () -> new LookupRows(transactions, new Audit(), world.clock));
        beans.registerBean(Products.class, () -> new Products(transactions, new Audit(), world.clock));
        beans.registerBean(Dictionary.class, () -> new Dictionary(transactions, work.cases, new Audit(), world.clock));
        AppBeans.register(beans, transactions, new NoBlobs(), world.clock);
        beans.registerBean(Programs.class, () -> new Programs(transactions, new Audit(), world.clock));
        beans.registerBean(StockSettings.class, () -> new StockSettings(transactions, new Audit()));
        beans.registerBean(UserDirectory.class, () -> new UserDirectory(transactions));
        beans.registerBean(Cases.class, () -> work.cases);
        beans.registerBean(CaseDeletion.class, () -> work.deletion);
        beans.registerBean(CaseRepair.class, () -> work.repair);
        beans.registerBean(CaseReopening.class, () -> work.reopening);
        beans.registerBean(
                CaseUpdates.class,
                () -> new CaseUpdates(new CaseLists(transactions), work.serverForms, new Reach(transactions)));
        beans.registerBean(Forms.class, () -> work.forms);
        beans.registerBean(FormArchive.class, () -> work.archive);
        beans.registerBean(FormCorrections.class, () -> work.corrections);
        Audit audit = new Audit();
        beans.registerBean(Groups.class, () -> new Groups(transactions, audit, world.clock));
        beans.registerBean(LocationTypes.class, () -> new LocationTypes(transactions, audit, world.clock));
        beans.registerBean(Locations.class, () -> new Locations(transactions));
        beans.registerBean(LocationEditing.class, () -> new LocationEditing(transactions, audit, world.clock));
        beans.registerBean(LocationLifecycle.class, () -> new LocationLifecycle(transactions, audit, world.clock));
        beans.registerBean(Assignments.class, () -> new Assignments(transactions, audit));
        beans.registerBean(
                Jobs.class,
                () -> new Jobs(
                        transactions,
                        new TaskQueue(() -> {}),
                        new ChangeLog(sequencer::nudge),
                        new NoBlobs(),
                        audit,
                        world.clock));
        WholeForms wholeForms = new WholeForms(transactions, new FormChunks(new NoBlobs()));
        WholeCases wholeCases = new WholeCases(transactions);
        beans.registerBean(
                Shapes.class,
                () -> new Shapes(transactions, wholeForms, wholeCases, beans.getBean(Dictionary.class), world.clock));
        beans.registerBean(JobMails.class, () -> new JobMails(Mailer.NONE, world.node.projects));
        beans.registerBean(SavedExports.class, () -> new SavedExports(transactions, audit, world.clock, (_, _) -> {}));
        beans.registerBean(Exports.class, () -> exports(beans, transactions, wholeForms, wholeCases));
        beans.registerBean(CaseTables.class, () -> {
            JobFiles files = new JobFiles(new NoBlobs(), Path.of("target/spool"));
            return new CaseTables(transactions, new CaseImports(beans.getBean(Jobs.class), files), files, world.clock);
        });
        beans.registerBean(
                Belongings.class,
                () -> new Belongings(transactions, beans.getBean(Groups.class), beans.getBean(Assignments.class)));
        beans.registerBean(PlacedWorkers.class, () -> new PlacedWorkers(transactions, world.node.workers));
        UpdatePrompts prompts = new UpdatePrompts(transactions, AppReleases.NONE, audit, world.clock);
        beans.registerBean(ProjectSecurity.class, () -> world.node.security);
        beans.registerBean(Clock.class, () -> world.clock);
        beans.registerBean(Claims.class, () -> new Claims(transactions, work.cases, work.serverForms, world.clock));
        beans.registerBean(SearchConfiguration.class, () -> new SearchConfiguration(transactions, audit, world.clock));
        beans.registerBean(Devices.class, () -> new Devices(transactions, world.clock));
        beans.registerBean(DeviceLogs.class, () -> new DeviceLogs(transactions));
        beans.registerBean(LogRequests.class, () -> new LogRequests(transactions, audit, world.clock));
        beans.registerBean(UpdatePrompts.class, () -> prompts);
        beans.registerBean(
                RecoveryMeasures.class, () -> new RecoveryMeasures(transactions, prompts, audit, world.clock));
        beans.registerBean(PhoneKeys.class, () -> new PhoneKeys(transactions, world.vault, audit, world.clock));
        beans.registerBean(RestoreSettings.class, () -> new RestoreSettings(transactions, audit));
        beans.registerBean(PhoneSyncs.class, () -> new PhoneSyncs(transactions));
        beans.registerBean(CaseExplanation.class, () -> new CaseExplanation(transactions, new Ownership()));
        beans.registerBean(CaseHolders.class, () -> new CaseHolders(transactions, new Ownership()));
        beans.registerBean(UserCases.class, () -> new UserCases(transactions, audit, () -> {}));
        beans.registerBean(DemoRestores.class, () -> demos(transactions));
        ForwardingBeans.register(beans, transactions, system, world);
        beans.registerBean(ChangeTail.class, () -> tail, definition -> definition.setDestroyMethodName(""));
    }

    private Exports exports(
            GenericApplicationContext beans, Transactions transactions, WholeForms forms, WholeCases cases) {
        BlobStore blobs = new NoBlobs();
        ExportServices services = new ExportServices(
                transactions,
                world.node.projects,
                forms,
                cases,
                beans.getBean(UserDirectory.class),
                beans.getBean(Groups.class),
                beans.getBean(Locations.class),
                new Reach(transactions),
                world.clock);
        return new Exports(
                beans.getBean(SavedExports.class),
                new Exporting(services, beans.getBean(Shapes.class), ""),
                beans.getBean(Jobs.class),
                new JobFiles(blobs, Path.of("target", "spool")),
                beans.getBean(JobMails.class),
                blobs,
                world.node.projects,
                world.node.access,
                world.clock);
    }

    private DemoRestores demos(Transactions transactions) {
        SyncLogStore logs = new SyncLogStore();
        var reading = new RestoreReading(
                transactions,
                new RecipientStore(new Ownership()),
                new CaseGraphStore(),
                new CaseBodyStore(),
                logs,
                world.clock,
                List.of(new UserGroups()));
        var line = new PreparationLine(transactions, reading, logs, world.clock);
        return new DemoRestores(transactions, line, new Audit(), world.clock);
    }

    GraphQlSource source() {
        return context.getBean(GraphQlSource.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    WebGraphQlTester tester() {
        List<WebGraphQlInterceptor> interceptors = context.getBeanProvider(WebGraphQlInterceptor.class)
                .orderedStream()
                .toList();
        return WebGraphQlTester.create(WebGraphQlHandler.builder(context.getBean(ExecutionGraphQlService.class))
                .interceptors(interceptors)
                .build());
    }

    /** Runs a document as somebody. */
    GraphQlTester.Response ask(Actor actor, String document, Map<String, Object> variables) {
        return as(actor, () -> {
            var request = tester().document(document);
            variables.forEach(request::variable);
            return request.execute();
        });
    }

    GraphQlTester.Response ask(Actor actor, String document) {
        return ask(actor, document, Map.of());
    }

    /** Runs a document and gives the codes of its errors. */
    List<String> codes(Actor actor, String document) {
        List<String> codes = new ArrayList<>();
        ask(actor, document)
                .errors()
                .satisfy(errors -> errors.forEach(
                        error -> codes.add(String.valueOf(error.getExtensions().get("code")))));
        return codes;
    }

    <R> R as(Actor actor, Supplier<R> work) {
        var token = new TestingAuthenticationToken(actor, null, "user");
        token.setDetails(new Arrival("192.0.2.7", Arrival.Proof.SESSION));
        SecurityContextHolder.getContext().setAuthentication(token);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Override
    public void close() {
        context.close();
        tail.close();
        sequencer.close();
        app.close();
        system.close();
        world.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.baraza.cases.WholeCases;
import org.baraza.exchange.CaseImports;
import org.baraza.exchange.CaseTables;
import org.baraza.exchange.Exports;
import org.baraza.exchange.Feeds;
import org.baraza.exchange.Finding;
import org.baraza.exchange.ForwardingReplays;
import org.baraza.exchange.JobFiles;
import org.baraza.exchange.JobMails;
import org.baraza.exchange.JobRunner;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Meanings;
import org.baraza.exchange.Works;
import org.baraza.exchange.caseactions.CaseActions;
import org.baraza.exchange.deliveries.Deliveries;
import org.baraza.exchange.dictionaries.DictionaryBooks;
import org.baraza.exchange.exports.DailyRound;
import org.baraza.exchange.exports.ExportServices;
import org.baraza.exchange.exports.Exporting;
import org.baraza.exchange.exports.KeptFiles;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.exchange.exports.Shapes;
import org.baraza.exchange.formactions.FormActions;
import org.baraza.exchange.imports.ImportServices;
import org.baraza.exchange.lookups.LookupServices;
import org.baraza.exchange.people.PeopleServices;
import org.baraza.exchange.sites.SiteServices;
import org.baraza.forms.WholeForms;
import org.baraza.identity.Access;
import org.baraza.identity.Audit;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.queue.TaskQueue;
import org.baraza.persistence.queue.TaskRunner;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.tenancy.Projects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Jobs, and what runs them. */
@Configuration(proxyBeanMethods = false)
@Import({
    CaseActions.class,
    CaseImports.class,
    ExportServices.class,
    Exports.class,
    Feeds.class,
    Finding.class,
    FormActions.class,
    ForwardingReplays.class,
    CaseTables.class,
    Deliveries.class,
    DictionaryBooks.class,
    ImportServices.class,
    JobMails.class,
    KeptFiles.class,
    LookupServices.class,
    Meanings.class,
    PeopleServices.class,
    Shapes.class,
    SiteServices.class,
    WholeCases.class,
    WholeForms.class,
    Works.class
})
class ExchangeWiring {
    private static final int JOBS_AT_ONCE = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Bean
    JobFiles jobFiles(BlobStore blobs, BarazaSettings settings) {
        return new JobFiles(blobs, settings.home().resolve("spool"));
    }

    @Bean
    JobRunner jobRunner(
            Transactions transactions,
            Projects projects,
            Access access,
            ChangeLog changes,
            Works works,
            JobFiles files,
            KeptFiles keptFiles,
            JobMails mails,
            Clock clock) {
        return new JobRunner(transactions, projects, access, changes, works, files, keptFiles, mails, clock);
    }

    @Bean
    TaskRunner taskRunner(
            @Qualifier("systemPool") HikariDataSource systemPool, JobRunner jobs, DailyRound dailyExports) {
        return new TaskRunner(systemPool, Map.of(Jobs.TASK, jobs, DailyRound.TASK, dailyExports), JOBS_AT_ONCE, PAUSE);
    }

    /** What runs tasks is known to who queues them, and the other way round. */
    @Bean
    DailyRound dailyExports(ObjectProvider<SavedExports> saved, ObjectProvider<Exports> exports, Clock clock) {
        return new DailyRound(saved::getObject, export -> exports.getObject().rebuildForRound(export), clock);
    }

    @Bean
    SavedExports savedExports(Transactions transactions, TaskQueue queue, Audit audit, Clock clock) {
        return new SavedExports(transactions, audit, clock, (tx, export) -> DailyRound.begin(tx, queue, export, clock));
    }

    @Bean
    Exporting exporting(ExportServices services, Shapes shapes, @Value("${baraza.public-url:}") String publicUrl) {
        return new Exporting(services, shapes, publicUrl.replaceFirst("/+$", ""));
    }

    @Bean
    TaskQueue taskQueue(TaskRunner runner) {
        return new TaskQueue(runner::nudge);
    }

    @Bean
    Jobs jobs(
            Transactions transactions, TaskQueue queue, ChangeLog changes, BlobStore blobs, Audit audit, Clock clock) {
        return new Jobs(transactions, queue, changes, blobs, audit, clock);
    }
}

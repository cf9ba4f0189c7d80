// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.baraza.exchange.CaseImports;
import org.baraza.exchange.JobFiles;
import org.baraza.exchange.JobRunner;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Works;
import org.baraza.exchange.imports.ImportServices;
import org.baraza.exchange.lookups.LookupServices;
import org.baraza.exchange.people.PeopleServices;
import org.baraza.exchange.sites.SiteServices;
import org.baraza.identity.Access;
import org.baraza.identity.Audit;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.queue.TaskQueue;
import org.baraza.persistence.queue.TaskRunner;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.tenancy.Projects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Jobs, and what runs them. */
@Configuration(proxyBeanMethods = false)
@Import({
    CaseImports.class,
    ImportServices.class,
    LookupServices.class,
    PeopleServices.class,
    SiteServices.class,
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
            Clock clock) {
        return new JobRunner(transactions, projects, access, changes, works, files, clock);
    }

    @Bean
    TaskRunner taskRunner(@Qualifier("systemPool") HikariDataSource systemPool, JobRunner jobs) {
        return new TaskRunner(systemPool, Map.of(Jobs.TASK, jobs), JOBS_AT_ONCE, PAUSE);
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

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import org.baraza.activity.AccessLog;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseNumberStore;
import org.baraza.cases.CaseNumbers;
import org.baraza.devices.DeviceLogs;
import org.baraza.devices.DeviceRetention;
import org.baraza.exchange.JobFiles;
import org.baraza.forms.BlobSweep;
import org.baraza.forms.ColdForms;
import org.baraza.forms.FormArchive;
import org.baraza.forms.FormChunks;
import org.baraza.forms.FormCorrections;
import org.baraza.forms.FormIntake;
import org.baraza.forms.ServerForms;
import org.baraza.forwarding.RequestLog;
import org.baraza.identity.Audit;
import org.baraza.identity.DueWorkers;
import org.baraza.identity.JoinRequests;
import org.baraza.oauth.Grants;
import org.baraza.persistence.blobs.BlobReferences;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.changes.Broker;
import org.baraza.persistence.changes.ChangeFeed;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.changes.ChangeTail;
import org.baraza.persistence.changes.FeedListener;
import org.baraza.persistence.changes.Sequencer;
import org.baraza.persistence.postgres.ConnectionSettings;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.Transactions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Forms in, cases changed, changes announced. */
@Configuration(proxyBeanMethods = false)
@Import(FormCorrections.class)
class IntakeWiring {
    /** No job works on a file for so long. */
    private static final Duration LONGEST_JOB = Duration.ofDays(2);

    private static final int SYSTEM_CONNECTIONS = 8;
    private static final Duration SEQUENCER_IDLE = Duration.ofMillis(50);
    private static final Duration TAIL_PAUSE = Duration.ofMillis(100);

    /** Connections for work across projects; the door is narrow on purpose. */
    @Bean(defaultCandidate = false)
    HikariDataSource systemPool(ConnectionSettings settings) {
        return Databases.pool(
                "system",
                settings.url(),
                settings.system().user(),
                settings.system().password(),
                SYSTEM_CONNECTIONS);
    }

    @Bean
    Sequencer sequencer(@Qualifier("systemPool") HikariDataSource systemPool) {
        return new Sequencer(systemPool, SEQUENCER_IDLE);
    }

    @Bean
    ChangeFeed changeFeed(@Qualifier("systemPool") HikariDataSource systemPool) {
        return new ChangeFeed(systemPool);
    }

    @Bean
    FeedOutlets feedOutlets(
            BarazaSettings settings, ChangeFeed feed, @Qualifier("systemPool") HikariDataSource systemPool) {
        return new FeedOutlets(
                settings.kafka(),
                feed,
                systemPool,
                ServiceLoader.load(Broker.Connector.class),
                ServiceLoader.load(FeedListener.class));
    }

    @Bean
    ChangeTail changeTail(ChangeFeed feed) {
        return new ChangeTail(feed, TAIL_PAUSE);
    }

    @Bean
    ChangeLog changeLog(Sequencer sequencer) {
        return new ChangeLog(sequencer::nudge);
    }

    @Bean
    CaseNumbers caseNumbers(Transactions transactions) {
        return new CaseNumbers(transactions, new CaseNumberStore());
    }

    @Bean
    CaseBookStore caseBookStore(CaseNumbers numbers) {
        return new CaseBookStore(numbers);
    }

    @Bean
    FormIntake formIntake(
            Transactions transactions,
            CaseNumbers numbers,
            CaseBookStore books,
            ChangeLog changes,
            DeviceLogs deviceLogs) {
        return new FormIntake(transactions, numbers, books, changes, deviceLogs);
    }

    @Bean
    ServerForms serverForms(FormIntake intake, Clock clock) {
        return new ServerForms(intake, clock);
    }

    @Bean
    FormArchive formArchive(
            Transactions transactions, CaseBookStore books, ChangeLog changes, Audit audit, Clock clock) {
        return new FormArchive(transactions, books, changes, audit, clock);
    }

    @Bean
    Housekeeping housekeeping(
            BlobStore blobs,
            Transactions transactions,
            ChangeFeed feed,
            DeviceRetention devices,
            Grants grants,
            JobFiles jobFiles,
            AccessLog accesses,
            RequestLog requests,
            ColdForms coldForms,
            JoinRequests joinRequests,
            Clock clock,
            List<BlobReferences> references) {
        BlobSweep sweep = new BlobSweep(blobs, transactions, clock, feed::projects, references);
        return new Housekeeping(
                Duration.ofHours(6),
                List.of(
                        sweep::run,
                        grants::sweep,
                        accesses::sweep,
                        () -> jobFiles.sweep(clock.instant().minus(LONGEST_JOB)),
                        () -> Housekeeping.inEach(feed, devices::sweep),
                        () -> Housekeeping.inEach(feed, requests::sweep),
                        () -> Housekeeping.inEach(feed, joinRequests::sweep),
                        () -> Housekeeping.inEach(feed, coldForms::run)));
    }

    /** What people expect of a day is done early on it. */
    @Bean
    Housekeeping hourlyHousekeeping(ChangeFeed feed, DueWorkers dueWorkers) {
        return new Housekeeping(Duration.ofHours(1), List.of(() -> Housekeeping.inEach(feed, dueWorkers::deactivate)));
    }

    @Bean
    ColdForms coldForms(Transactions transactions, FormChunks chunks, Clock clock, BarazaSettings settings) {
        return new ColdForms(transactions, chunks, clock, Duration.ofDays(settings.coldFormDays()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseDeletion;
import org.baraza.cases.Cases;
import org.baraza.forms.Forms;
import org.baraza.graphql.GraphQlConfiguration;
import org.baraza.identity.Audit;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.places.FlatLocations;
import org.baraza.places.Ownership;
import org.baraza.places.UserGroups;
import org.baraza.sync.CaseBodyStore;
import org.baraza.sync.CaseGraphStore;
import org.baraza.sync.RecipientStore;
import org.baraza.sync.Restore;
import org.baraza.sync.RestoreReading;
import org.baraza.sync.SyncLogStore;
import org.baraza.tables.ItemLists;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What people and phones read. */
@Configuration(proxyBeanMethods = false)
@Import({GraphQlConfiguration.class, Cases.class, Forms.class})
class ReadWiring {

    @Bean
    CaseDeletion caseDeletion(
            Transactions transactions, CaseBookStore books, ChangeLog changes, Audit audit, Clock clock) {
        return new CaseDeletion(transactions, books, changes, audit, clock);
    }

    @Bean
    Restore restore(
            Transactions transactions, Ownership ownership, ItemLists itemLists, BarazaSettings settings, Clock clock)
            throws IOException {
        SyncLogStore logs = new SyncLogStore();
        RestoreReading reading = new RestoreReading(
                transactions,
                new RecipientStore(ownership),
                new CaseGraphStore(),
                new CaseBodyStore(),
                logs,
                clock,
                List.of(new UserGroups(), itemLists, new FlatLocations()));
        Path spool = Files.createDirectories(settings.home().resolve("spool"));
        return new Restore(transactions, logs, reading, spool, clock);
    }
}

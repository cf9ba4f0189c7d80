// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.baraza.forms.SentForms;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.places.FlatLocations;
import org.baraza.places.NestedLocations;
import org.baraza.places.Ownership;
import org.baraza.places.UserGroups;
import org.baraza.products.StockFixtures;
import org.baraza.sync.CaseBodyStore;
import org.baraza.sync.CaseExplanation;
import org.baraza.sync.CaseGraphStore;
import org.baraza.sync.CaseHolders;
import org.baraza.sync.DemoRestores;
import org.baraza.sync.PhoneSyncs;
import org.baraza.sync.PreparationLine;
import org.baraza.sync.PreparedRestores;
import org.baraza.sync.RecipientStore;
import org.baraza.sync.Restore;
import org.baraza.sync.RestoreReading;
import org.baraza.sync.Restores;
import org.baraza.sync.SyncLogStore;
import org.baraza.sync.SyncSweep;
import org.baraza.tables.ItemLists;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What fills phones. */
@Configuration(proxyBeanMethods = false)
@Import({
    CaseExplanation.class,
    CaseHolders.class,
    DemoRestores.class,
    PreparationLine.class,
    Restores.class,
    PhoneSyncs.class,
    SyncLogStore.class,
    SyncSweep.class
})
class RestoreWiring {

    @Bean
    RestoreReading restoreReading(
            Transactions transactions, Ownership ownership, ItemLists itemLists, SyncLogStore logs, Clock clock) {
        return new RestoreReading(
                transactions,
                new RecipientStore(ownership),
                new CaseGraphStore(),
                new CaseBodyStore(),
                logs,
                clock,
                List.of(new UserGroups(), itemLists, new StockFixtures(), new NestedLocations(), new FlatLocations()));
    }

    @Bean
    Restore restore(
            Transactions transactions, SyncLogStore logs, RestoreReading reading, BarazaSettings settings, Clock clock)
            throws IOException {
        Path spool = Files.createDirectories(settings.home().resolve("spool"));
        return new Restore(transactions, logs, reading, spool, clock);
    }

    @Bean
    PreparedRestores preparedRestores(
            Transactions transactions,
            Ownership ownership,
            PreparationLine line,
            BarazaSettings settings,
            Clock clock) {
        return new PreparedRestores(
                transactions, ownership, new SentForms(), line, settings.prepareRestoresAbove(), clock);
    }
}

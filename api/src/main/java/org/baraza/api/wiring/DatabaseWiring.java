// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import org.baraza.persistence.postgres.ConnectionSettings;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.Transactions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From the database to transactions. Wired by hand: the application has one role and one door. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {
    private static final int CONNECTIONS = 24;

    @Bean
    @ConditionalOnMissingBean
    OpenDatabase openDatabase(BarazaSettings settings) {
        return OpenDatabase.start(settings);
    }

    @Bean
    ConnectionSettings connectionSettings(OpenDatabase database) {
        return database.settings();
    }

    @Bean
    HikariDataSource applicationPool(ConnectionSettings settings) {
        return Databases.pool(
                "app", settings.url(), settings.app().user(), settings.app().password(), CONNECTIONS);
    }

    @Bean
    Transactions transactions(HikariDataSource applicationPool) {
        return new Transactions(applicationPool);
    }
}

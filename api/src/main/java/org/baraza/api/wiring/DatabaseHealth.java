// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy is who can ask the database something. */
@Component("database")
final class DatabaseHealth implements HealthIndicator {
    private static final int SECONDS = 2;

    private final HikariDataSource applicationPool;

    DatabaseHealth(HikariDataSource applicationPool) {
        this.applicationPool = applicationPool;
    }

    @Override
    public Health health() {
        try (var connection = applicationPool.getConnection()) {
            return (connection.isValid(SECONDS) ? Health.up() : Health.outOfService()).build();
        } catch (SQLException away) {
            return Health.outOfService().build();
        }
    }
}

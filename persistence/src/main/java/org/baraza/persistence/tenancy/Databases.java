// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Connection pools as the transactions need them. */
public final class Databases {
    /** How long a request waits for a connection before it is told to come back later. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);

    /** No transaction lasts longer, whatever it does: an open one holds the change feed of every project back. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(60);

    /** A node that is gone without a word keeps the locks of its sessions for about a minute. */
    private static final String GONE_NODES =
            " -c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";

    private Databases() {}

    /**
     * A pool of connections of one role.
     *
     * @param name shown in metrics and logs
     * @param size most connections open at once
     */
    public static HikariDataSource pool(String name, String url, String user, String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setInitializationFailTimeout(CONNECTION_WAIT.toMillis());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "baraza-" + name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty(
                "options", "-c transaction_timeout=" + LONGEST_TRANSACTION.toMillis() + GONE_NODES);
        // Details of errors quote rows, and exceptions end in logs.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}

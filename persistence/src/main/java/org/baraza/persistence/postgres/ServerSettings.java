// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The server's configuration files, written anew for every start. Sized for a machine with 2 cores and 4 to 24 GB. What
 * an operator wants otherwise goes to {@code postgresql.local.conf} in the home, which is read last.
 */
final class ServerSettings {
    /** Anyone on this machine may knock, nobody enters without a password, nobody knocks from outside. */
    private static final String DOORS = """
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final String COMMON = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 100
            timezone = 'UTC'
            log_timezone = 'UTC'
            random_page_cost = 1.1
            jit = off
            track_io_timing = off
            wal_compression = pglz
            checkpoint_completion_target = 0.9
            file_copy_method = copy
            # a client that was killed must not keep its locks while a long statement runs to its end
            client_connection_check_interval = '5s'

            # Statements, parameters and the details of errors hold people's data: they stay out of the log.
            logging_collector = on
            log_filename = 'postgresql-%a.log'
            log_file_mode = 0600
            log_rotation_age = '1d'
            log_rotation_size = 0
            log_truncate_on_rotation = on
            log_statement = 'none'
            log_min_duration_statement = -1
            log_min_error_statement = 'panic'
            log_error_verbosity = 'terse'
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """;

    private static final String DURABLE = """
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            shared_buffers = '256MB'
            effective_cache_size = '1GB'
            work_mem = '8MB'
            maintenance_work_mem = '128MB'
            min_wal_size = '256MB'
            max_wal_size = '2GB'
            max_parallel_workers_per_gather = 1
            # small and often: a table of cases must not wait for a fifth of itself to change
            autovacuum_naptime = '20s'
            autovacuum_vacuum_scale_factor = 0.05
            autovacuum_vacuum_insert_scale_factor = 0.05
            autovacuum_analyze_scale_factor = 0.02
            autovacuum_vacuum_cost_limit = 1000
            """;

    private static final String THROWAWAY = """
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            wal_level = minimal
            max_wal_senders = 0
            shared_buffers = '64MB'
            max_wal_size = '2GB'
            io_method = sync
            # a worker in the template would delay every clone
            autovacuum = off
            """;

    private final PostgresHome home;
    private final Durability durability;

    ServerSettings(PostgresHome home, Durability durability) {
        this.home = home;
        this.durability = durability;
    }

    /** What a server must answer to {@code show} before it is handed out. */
    Map<String, String> promised() {
        return switch (durability) {
            case DURABLE -> Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
            case THROWAWAY -> Map.of();
        };
    }

    void write(int port, Account account) throws IOException {
        write("postgresql.conf", text(port), account);
        write("pg_hba.conf", DOORS, account);
    }

    /** Whether a running server was started with exactly these. */
    boolean areWritten(int port) {
        try {
            return text(port).equals(Files.readString(home.data().resolve("postgresql.conf")));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private String text(int port) {
        return "# Written by Baraza at every start.\nport = " + port + "\nlog_directory = " + quoted(home.log()) + "\n"
                + COMMON
                + switch (durability) {
                    case DURABLE -> DURABLE;
                    case THROWAWAY -> THROWAWAY;
                }
                + "include_if_exists = " + quoted(home.folder().resolve("postgresql.local.conf")) + "\n";
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private void write(String name, String text, Account account) throws IOException {
        Path file = home.data().resolve(name);
        Files.writeString(file, text);
        account.ownOne(file);
    }
}

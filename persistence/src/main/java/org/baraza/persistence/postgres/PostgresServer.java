// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL of our own: on loopback, behind passwords, brought back within seconds when it dies, and stopped
 * in good order at the end. A server that a killed JVM left running is taken over.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private final PostgresHome home;
    private final HomeLock lock;
    private final Secrets secrets;
    private final Superuser superuser;
    private final ServerProcesses processes;
    private final Launcher launcher;
    private final ServerSettings settings;
    private final Watchdog watchdog;
    private volatile PostmasterFile running;
    private volatile boolean closed;

    /** Returns once the server takes connections and has confirmed what it promises of {@code durability}. */
    public static PostgresServer start(PostgresHome home, Durability durability) {
        return start(home, durability, Account.candidates());
    }

    static PostgresServer start(PostgresHome home, Durability durability, List<Account> accounts) {
        HomeLock lock = HomeLock.take(home);
        boolean started = false;
        try {
            var server = new PostgresServer(home, lock, durability, accounts);
            started = true;
            return server;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure(Reason.START_FAILED, "The start was interrupted.", "Start again.", e);
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private PostgresServer(PostgresHome home, HomeLock lock, Durability durability, List<Account> accounts)
            throws InterruptedException {
        this.home = home;
        this.lock = lock;
        this.secrets = Secrets.of(home);
        this.superuser = new Superuser(secrets);
        this.processes = new ServerProcesses(home.data());
        this.settings = new ServerSettings(home, durability);
        Binaries binaries = Binaries.unpacked(home);
        var leftOver = new LeftOver(home, processes, superuser).settle();
        this.launcher = Launcher.ready(home, binaries, durability, secrets, accounts);
        if (leftOver.isPresent() && isAsWanted(leftOver.get())) {
            this.running = leftOver.get();
            LOG.atInfo().addKeyValue("pid", running.pid()).log("postgres.adopted");
        } else {
            if (leftOver.isPresent()) {
                processes.stop(leftOver.get().pid());
            }
            this.running = launcher.start();
        }
        confirmPromise();
        this.watchdog = Watchdog.watching(
                () -> processes.isOurs(running.pid()),
                () -> PostmasterFile.read(home.data())
                        .filter(PostmasterFile::isReady)
                        .isPresent(),
                this::revive);
    }

    private boolean isAsWanted(PostmasterFile server) {
        return launcher.wouldStartTheSame(server) && superuser.keeps(server.port(), settings.promised());
    }

    private void confirmPromise() throws InterruptedException {
        boolean kept = false;
        try {
            kept = superuser.keeps(running.port(), settings.promised());
        } finally {
            if (!kept) {
                processes.stop(running.pid());
            }
        }
        if (!kept) {
            throw new PostgresFailure(
                    Reason.NOT_DURABLE,
                    "The database would lose what it has confirmed: one of "
                            + settings.promised().keySet() + " is off.",
                    "Take it out of " + home.folder().resolve("postgresql.local.conf") + " (or of ALTER SYSTEM).");
        }
    }

    private void revive() throws InterruptedException {
        var somebodyStartedIt = new LeftOver(home, processes, superuser).settle();
        running = somebodyStartedIt.isPresent() ? somebodyStartedIt.get() : launcher.startAgain(running.port());
        confirmPromise();
    }

    /**
     * Makes the roles and the database if they are not there, and answers how to enter it. The tables come with
     * {@link Migrations}.
     */
    public ConnectionSettings prepare(String database) {
        var settingsOfDatabase = ConnectionSettings.of(
                ConnectionSettings.loopback(running.port(), database), new Login(Bootstrap.OWNER, secrets.owner()));
        new Bootstrap(this).run(database, settingsOfDatabase.owner());
        DatabaseRoles.ensure(settingsOfDatabase);
        return settingsOfDatabase;
    }

    /** For making and dropping databases; nothing that serves people enters this way. */
    public Connection connectAsSuperuser(String database) throws SQLException {
        return superuser.connect(running.port(), database);
    }

    /** False from the moment the server is seen dead until it takes connections again. */
    public boolean isUp() {
        return !closed && watchdog.isUp();
    }

    public void addListener(AvailabilityListener listener) {
        watchdog.add(listener);
    }

    public int port() {
        return running.port();
    }

    public long pid() {
        return running.pid();
    }

    /**
     * Also stops when the JVM ends. Not for a program that has an orderly end of its own (shutdown hooks run side by
     * side, so the database would go while requests are still being finished): that one calls {@link #close()} last.
     */
    public PostgresServer closeWhenJvmEnds() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "postgres-stop"));
        return this;
    }

    /** Whoever comes second waits for the first, so that a JVM does not end in the middle of it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            watchdog.close();
            // a revival that was broken off may have started another one than the last known
            long pid = PostmasterFile.read(home.data()).orElse(running).pid();
            processes.stop(pid);
            LOG.atInfo().addKeyValue("pid", pid).log("postgres.stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}

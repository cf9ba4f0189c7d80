// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server of a home whose former server is gone or going. */
final class Launcher {
    private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PostgresHome home;
    private final Binaries binaries;
    private final ServerSettings settings;
    private final PortChoice ports;
    private final Account account;

    private Launcher(PostgresHome home, Binaries binaries, ServerSettings settings, Account account) {
        this.home = home;
        this.binaries = binaries;
        this.settings = settings;
        this.account = account;
        this.ports = new PortChoice(home);
    }

    /** With the first of the accounts that works here; the cluster is made if there is none. */
    static Launcher ready(
            PostgresHome home, Binaries binaries, Durability durability, Secrets secrets, List<Account> accounts) {
        try {
            Account account = account(home, binaries, accounts);
            new DataFolder(home, binaries, durability).ready(account, secrets);
            return new Launcher(home, binaries, new ServerSettings(home, durability), account);
        } catch (IOException e) {
            throw Diagnosis.of(e, home);
        }
    }

    private static Account account(PostgresHome home, Binaries binaries, List<Account> accounts) throws IOException {
        boolean anyWorks = false;
        List<Path> onTheWay = List.of(home.folder(), home.binaries());
        for (Account account : Account.ownersFirst(accounts, home.data())) {
            account.reach(onTheWay);
            var postgres = account.command(binaries.program("postgres").toString(), "--version");
            if (account == Account.SELF || postgres.run(Duration.ofSeconds(20)).succeeded()) {
                anyWorks = true;
                account.own(home.log());
                if (account.canWrite(home.log())) {
                    return account;
                }
            }
        }
        if (anyWorks) {
            throw Diagnosis.of("Permission denied", home, null);
        }
        throw new PostgresFailure(
                Reason.NO_ORDINARY_ACCOUNT,
                "PostgreSQL refuses to run as root, and this system allows neither `unshare -U` nor `setpriv`"
                        + " (or nobody may not read " + home.binaries() + ").",
                "Run Baraza as an ordinary user, or allow one of the two.");
    }

    /** On the recorded port if it is free, else on another, which is recorded. */
    PostmasterFile start() throws InterruptedException {
        try {
            return start(ports.kept(), true);
        } catch (IOException e) {
            throw Diagnosis.of(e, home);
        }
    }

    /** On this port and no other: connections know it. */
    PostmasterFile startAgain(int port) throws InterruptedException {
        try {
            return start(port, false);
        } catch (IOException e) {
            throw Diagnosis.of(e, home);
        }
    }

    private PostmasterFile start(int firstPort, boolean mayMove) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int port = firstPort;
        while (true) {
            String output = tryStart(port);
            if (output.isEmpty()) {
                var running = PostmasterFile.read(home.data()).orElseThrow();
                LOG.atInfo()
                        .addKeyValue("pid", running.pid())
                        .addKeyValue("port", port)
                        .addKeyValue("account", account)
                        .log("postgres.started");
                return running;
            }
            boolean worthAnotherTry = Diagnosis.isPredecessorLingering(output) || Diagnosis.isPortTaken(output);
            if (!worthAnotherTry || System.nanoTime() > deadline) {
                throw Diagnosis.of(output, home, null);
            }
            if (Diagnosis.isPortTaken(output) && mayMove) {
                port = ports.another();
            }
            Thread.sleep(200);
        }
    }

    /** What went wrong, or nothing. */
    private String tryStart(int port) throws IOException {
        account.own(home.data());
        account.own(home.log());
        settings.write(port, account);
        var log = ServerLog.fromHere(home.log());
        var result = account.command(
                        binaries.program("pg_ctl").toString(),
                        "start",
                        "--wait",
                        "--timeout=600",
                        "--silent",
                        "--pgdata=" + home.data(),
                        "--log=" + home.log().resolve("start.log"))
                .run(Duration.ofSeconds(610));
        return result.succeeded() ? "" : result.output() + "\n" + log.text();
    }

    /** Whether the server was started from these binaries with these settings. */
    boolean wouldStartTheSame(PostmasterFile running) {
        try {
            return settings.areWritten(running.port())
                    && Files.readString(home.data().resolve("postmaster.opts"))
                            .startsWith(binaries.program("postgres").toString());
        } catch (IOException unreadable) {
            return false;
        }
    }
}

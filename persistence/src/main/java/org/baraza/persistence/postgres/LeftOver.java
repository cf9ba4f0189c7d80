// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.baraza.persistence.postgres.Superuser.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed JVM left behind in this home: a server that runs and can be taken over, one that must go first, or only
 * its traces.
 */
final class LeftOver {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresHome home;
    private final ServerProcesses processes;
    private final Superuser superuser;

    LeftOver(PostgresHome home, ServerProcesses processes, Superuser superuser) {
        this.home = home;
        this.processes = processes;
        this.superuser = superuser;
    }

    /** The server to take over; empty once nothing of a former server is left. */
    Optional<PostmasterFile> settle() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var recorded = PostmasterFile.read(home.data());
            if (recorded.isEmpty() || !processes.isAlive(recorded.get().pid())) {
                return nothingLeft();
            }
            var server = recorded.get();
            boolean ours = processes.isOurs(server.pid());
            switch (superuser.ask(server.port(), "data_directory")) {
                case Answer.Said said
                when isOurFolder(said.value()) -> {
                    return Optional.of(server);
                }
                case Answer.Said said when !ours || !processes.areVisible() -> throw foreign(server, said.value());
                case Answer.Busy busy when ours && System.nanoTime() < deadline -> Thread.sleep(100);
                case Answer.Nothing nothing
                when ours && !server.isReady() && System.nanoTime() < deadline -> Thread.sleep(100);
                case Answer answer
                when ours -> {
                    replace(server, answer);
                    return nothingLeft();
                }
                case Answer answer -> {
                    return nothingLeft();
                }
            }
        }
    }

    private boolean isOurFolder(String dataDirectory) {
        try {
            return Path.of(dataDirectory).toRealPath().equals(home.data().toRealPath());
        } catch (IOException moved) {
            return false;
        }
    }

    private void replace(PostmasterFile server, Answer answer) throws InterruptedException {
        if (!processes.areVisible()) {
            throw new PostgresFailure(
                    Reason.FOREIGN_SERVER,
                    "Process " + server.pid() + " may be the database of " + home.folder() + " but does not answer.",
                    "End it if it is PostgreSQL; if it is something else, delete " + PostmasterFile.in(home.data())
                            + ".");
        }
        LOG.atWarn()
                .addKeyValue("pid", server.pid())
                .addKeyValue("answer", answer.getClass().getSimpleName())
                .log("postgres.replaced");
        processes.stop(server.pid());
    }

    /** The recorded process id may belong to a stranger by now, which PostgreSQL itself would take for a server. */
    private Optional<PostmasterFile> nothingLeft() throws InterruptedException {
        try {
            if (processes.areVisible()) {
                processes.awaitEnd(Duration.ofSeconds(2));
                Files.deleteIfExists(PostmasterFile.in(home.data()));
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Diagnosis.of(e, home);
        }
    }

    private PostgresFailure foreign(PostmasterFile server, String dataDirectory) {
        return new PostgresFailure(
                Reason.FOREIGN_SERVER,
                "The server on port " + server.port() + " works on " + dataDirectory + ", not on " + home.data()
                        + "; one of the two is a copy of the other.",
                "Stop the Baraza that uses " + dataDirectory + ", start this one once, then start the other again.");
    }
}

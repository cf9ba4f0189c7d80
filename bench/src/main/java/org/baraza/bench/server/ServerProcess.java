// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.baraza.bench.wire.HttpConnection;
import org.baraza.bench.wire.Requests;

/** A server that runs, or ran. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int GLANCE_MILLIS = 10;

    private final ServerCommand command;
    private final Process process;
    private final long startMillis;

    private ServerProcess(ServerCommand command, Process process, long startMillis) {
        this.command = command;
        this.process = process;
        this.startMillis = startMillis;
    }

    /** Returns once it says that it is healthy, or has died on the way. */
    public static ServerProcess start(ServerCommand command) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = command.process().start();
        while (process.isAlive() && !isHealthy(command.port())) {
            if (System.nanoTime() - started > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IOException("the server did not start; see the log beside " + command.home());
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        return new ServerProcess(command, process, (System.nanoTime() - started) / 1_000_000);
    }

    /** As {@link #start}, for a server that is not meant to die. */
    public static ServerProcess startHealthy(ServerCommand command) throws IOException, InterruptedException {
        ServerProcess server = start(command);
        if (!server.isAlive()) {
            throw new IOException(
                    "the server ended with " + server.process.exitValue() + "; see the log beside " + command.home());
        }
        return server;
    }

    public static boolean isHealthy(int port) {
        try (var connection = HttpConnection.to(port)) {
            return connection.send(Requests.get("/actuator/health", "")).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public ServerCommand command() {
        return command;
    }

    public long pid() {
        return process.pid();
    }

    /** From the start of the process until it was healthy. */
    public long startMillis() {
        return startMillis;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As a loss of power would end it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Whether it died by itself within the time. */
    public boolean awaitDeath(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops the process where it stands; it notices nothing but the time. */
    public void freeze() throws IOException, InterruptedException {
        Signals.send("STOP", pid());
    }

    public void thaw() throws IOException, InterruptedException {
        Signals.send("CONT", pid());
    }

    /** In good order, the database included. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
        new ServerHome(command.home()).endDatabase();
    }
}

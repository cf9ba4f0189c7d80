// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program to run to its end, with plain messages and no locale of the machine. */
record Command(List<String> words) {
    record Result(int exit, String output) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** Answers exit 127 if there is no such program, as a shell does. */
    Result run(Duration atMost) {
        Process process;
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            builder.environment().put("TZ", "UTC");
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        }
        return finish(process, atMost);
    }

    private static Result finish(Process process, Duration atMost) {
        var output = CompletableFuture.supplyAsync(
                () -> read(process), task -> Thread.ofVirtual().start(task));
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result(124, "no answer within " + atMost);
            }
            return new Result(
                    process.exitValue(),
                    output.completeOnTimeout("", 2, TimeUnit.SECONDS).join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(130, "interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }
}

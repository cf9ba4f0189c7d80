// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.testing.TestDatabase;

/**
 * Measures restores, in a JVM of its own: {@code RestoreProgram <cases> <rounds> <at once>}. Prints the time to the first
 * byte and to the last one, and the size, plain and compressed.
 */
public final class RestoreProgram {
    private RestoreProgram() {}

    public static void main(String[] arguments) throws Exception {
        int cases = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        int atOnce = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("restores");
        try (var database = TestDatabase.fresh();
                var world = new RestoreWorld(database.settings(), folder);
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            ProjectAccess access = world.projectWithWorker("measured");
            world.in(access).many(cases, "u-amina");
            try (var owner = database.asOwner();
                    var statement = owner.createStatement()) {
                owner.setAutoCommit(true);
                statement.execute("vacuum analyze cases.case_record, cases.case_index");
            }
            for (boolean gzip : new boolean[] {false, true}) {
                var request = new RestoreRequest(null, null, null, "device", null, true, gzip);
                List<Taken> all = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    List<Callable<Taken>> tasks = new ArrayList<>();
                    for (int reader = 0; reader < atOnce; reader++) {
                        tasks.add(() -> take(world, access, request));
                    }
                    for (var done : readers.invokeAll(tasks)) {
                        all.add(done.get());
                    }
                }
                report(cases, gzip, all);
            }
        }
        Files.delete(folder);
    }

    private record Taken(double firstByte, double lastByte, long bytes) {}

    private static Taken take(RestoreWorld world, ProjectAccess access, RestoreRequest request) throws IOException {
        long started = System.nanoTime();
        var payload = (RestoreAnswer.Payload) world.ask(access, request);
        try (InputStream bytes = payload.bytes()) {
            var rest = new ByteArrayOutputStream(1);
            rest.write(bytes.read());
            double first = (System.nanoTime() - started) / 1e6;
            long size = rest.size() + bytes.transferTo(java.io.OutputStream.nullOutputStream());
            return new Taken(first, (System.nanoTime() - started) / 1e6, size);
        }
    }

    private static void report(int cases, boolean gzip, List<Taken> all) {
        all.sort(java.util.Comparator.comparingDouble(Taken::lastByte));
        Taken best = all.getFirst();
        Taken median = all.get(all.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "%d cases%s: %d bytes, first byte %.1f ms, all %.0f ms (median), %.0f ms (best)%n",
                cases,
                gzip ? " gzip" : "",
                best.bytes(),
                median.firstByte(),
                median.lastByte(),
                best.lastByte());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.server.Admin;

/** Mobile workers made for a run. */
public final class Workers {
    private static final int AT_ONCE = 2;

    private Workers() {}

    public static List<Worker> create(Admin admin, String project, String prefix, int count)
            throws IOException, InterruptedException {
        List<Worker> workers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Worker>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String username = prefix + i;
                running.add(threads.submit(() -> admin.createWorker(project, username, "correct horse " + username)));
            }
            for (Future<Worker> future : running) {
                workers.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        return workers;
    }
}

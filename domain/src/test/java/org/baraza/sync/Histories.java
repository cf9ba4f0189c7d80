// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.nio.file.Path;
import java.util.List;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.World;

/** Plays histories, each in a project of its own, and cuts the one that fails down to what matters. */
final class Histories implements AutoCloseable {
    private static final int ATTEMPTS = 400;
    private static final List<String> WORKERS = List.of("amina", "brian", "chausiku");

    private final World world = new World();
    private final SyncField field;
    private final WebUser boss;
    private int projects;
    private int played;
    private int forms;
    private int syncs;

    Histories(Path spools) {
        field = new SyncField(world, spools);
        boss = world.webUser("boss@example.org");
    }

    /** @throws AssertionError with the seed and the shortest story found that still goes wrong */
    void play(long seed, int length) {
        List<Step> steps = Step.of(seed, length);
        if (fails(steps, Seam.HONEST)) {
            List<Step> shortest = Shrinking.shrink(steps, fewer -> fails(fewer, Seam.HONEST), ATTEMPTS);
            try {
                attempt(shortest, Seam.HONEST);
            } catch (AssertionError failure) {
                throw new AssertionError(
                        "seed " + seed + ", cut to " + shortest.size() + " of " + length + " steps:\n"
                                + failure.getMessage(),
                        failure.getCause());
            }
            throw new AssertionError("seed " + seed + " fails now and then");
        }
    }

    boolean fails(List<Step> steps, Seam seam) {
        try {
            attempt(steps, seam);
            return false;
        } catch (AssertionError failure) {
            return true;
        }
    }

    private void attempt(List<Step> steps, Seam seam) {
        ProjectAccess admin = world.project("h" + projects++, boss);
        List<ProjectAccess> workers =
                WORKERS.stream().map(name -> field.worker(admin, name)).toList();
        SyncHistory history = new SyncHistory(field, admin, workers, seam);
        history.play(steps);
        played++;
        forms += history.forms();
        syncs += history.syncs();
    }

    /** What went well, in one line. */
    String summary() {
        return "%,d histories, %,d forms, %,d syncs".formatted(played, forms, syncs);
    }

    @Override
    public void close() {
        world.close();
    }
}

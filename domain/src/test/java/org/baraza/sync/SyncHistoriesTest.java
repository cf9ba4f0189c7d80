// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Phones and server agree, whatever happens. The seed names the history; a failure tells the whole of it. */
class SyncHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("baraza.histories", 60);
    private static final long FIRST_SEED = Long.getLong("baraza.seed", 1);
    private static final int STEPS = 40;

    private static World world;
    private static SyncField field;
    private static WebUser boss;

    @BeforeAll
    static void open(@TempDir Path spools) {
        world = new World();
        field = new SyncField(world, spools);
        boss = world.webUser("boss@example.org");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void phonesHoldWhatBelongsOnThem(long seed) {
        ProjectAccess admin = world.project("h" + seed, boss);
        List<ProjectAccess> workers = List.of(field.worker(admin, "amina"), field.worker(admin, "brian"));
        new SyncHistory(field, admin, workers, seed).play(STEPS);
    }
}

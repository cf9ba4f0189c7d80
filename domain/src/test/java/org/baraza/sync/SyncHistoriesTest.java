// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones and server agree, whatever happens. The seed names the history; a failure tells as much of it as matters. */
class SyncHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("baraza.histories", 60);
    private static final long FIRST_SEED = Long.getLong("baraza.seed", 1);
    private static final int STEPS = 40;

    private static Histories histories;

    @BeforeAll
    static void open(@TempDir Path spools) {
        histories = new Histories(spools);
    }

    /** {@code tools/prove sync-histories} asks for the result in a file. */
    @AfterAll
    static void close() throws Exception {
        String result = System.getProperty("baraza.result", "");
        if (!result.isEmpty()) {
            Files.writeString(Path.of(result), histories.summary());
        }
        histories.close();
    }

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES);
    }

    /**
     * Histories that went wrong once: cases that were deleted while the forms that made them were archived, and links to
     * cases that came back.
     */
    @ParameterizedTest
    @ValueSource(
            longs = {20261488, 20261593, 20262302, 20262386, 20262411, 20263165, 20263209, 20263475, 20263691, 20263717
            })
    void phonesHoldWhatBelongsOnThemWhereTheyOnceDidNot(long seed) {
        histories.play(seed, STEPS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void phonesHoldWhatBelongsOnThem(long seed) {
        histories.play(seed, STEPS);
    }
}

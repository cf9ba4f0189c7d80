// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever judges the server must notice when it is wrong. */
class SyncMutantsTest {
    private static final int STEPS = 40;
    private static final int MOST_HISTORIES = 30;

    private static Histories histories;

    @BeforeAll
    static void open(@TempDir Path spools) {
        histories = new Histories(spools);
    }

    @AfterAll
    static void close() {
        histories.close();
    }

    static Stream<String> mutants() {
        return Mutants.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void itIsNoticedThat(String mutant) {
        boolean noticed = LongStream.rangeClosed(1, MOST_HISTORIES)
                .anyMatch(seed ->
                        histories.fails(Step.of(seed, STEPS), Mutants.all().getOrDefault(mutant, Seam.HONEST)));
        assertThat(noticed).isTrue();
    }
}

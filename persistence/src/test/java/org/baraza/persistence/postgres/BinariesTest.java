// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @Test
    void twoAtOnceEndUpWithOneWholeCopy(@TempDir Path folder) throws Exception {
        var home = PostgresHome.in(folder);
        Callable<Binaries> unpack = () -> Binaries.unpacked(home);
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var copy : two.invokeAll(List.of(unpack, unpack))) {
                assertThat(copy.get().program("postgres")).isExecutable();
            }
        }
        try (var entries = Files.list(home.binaries())) {
            assertThat(entries).hasSize(1);
        }

        var copy = Binaries.unpacked(home);
        Files.write(copy.program("postgres"), new byte[0]);
        assertThat(Unpacking.isWhole(copy.folder())).isFalse();
    }

    @Test
    void machinesAreCalledAsTheArchivesAre() {
        assertThat(Binaries.platform("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(Binaries.platform("Linux", "aarch64")).isEqualTo("linux-arm_64");
        assertThat(Binaries.platform("Mac OS X", "aarch64")).isEqualTo("darwin-arm_64");
        assertThat(Binaries.platform("Mac OS X", "x86_64")).isEqualTo("darwin-x86_64");
    }
}

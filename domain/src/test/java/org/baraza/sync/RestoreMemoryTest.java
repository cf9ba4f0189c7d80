// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RestoreMemoryTest {

    /** Two payloads of 65 MB each at a time, in a heap that could not hold one of them. */
    @Test
    void restoresOfAHundredThousandCasesFitIntoASmallHeap() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestoreProgram.class.getName(),
                        "100000",
                        "1",
                        "2")
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        assertThat(said).contains("100000 cases gzip");
    }
}

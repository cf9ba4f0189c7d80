// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file that takes more than a few minutes to read holds more than one thing. */
final class SmallFilesTest {
    private static final long LONGEST = 400;
    private static final int SHOWN = 10;

    private record Sized(long lines, Path file) {}

    @Test
    @SuppressWarnings("SystemOut")
    void noFileIsLongerThanOneCanRead() {
        List<Sized> largest = SourceFiles.all()
                .map(file -> new Sized(SourceFiles.text(file).lines().count(), file))
                .sorted(Comparator.comparingLong(Sized::lines).reversed())
                .limit(SHOWN)
                .toList();
        largest.forEach(sized -> System.out.println(sized.lines + " lines: " + sized.file));
        assertThat(largest).hasSize(SHOWN).allMatch(sized -> sized.lines <= LONGEST);
    }
}

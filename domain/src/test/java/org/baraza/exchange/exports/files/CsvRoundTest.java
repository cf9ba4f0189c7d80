// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.baraza.exchange.workbook.Cells;
import org.baraza.exchange.workbook.CsvReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out as text with commas comes back as it was, and nothing of it is a formula on its way (spec/92, 6.8). */
final class CsvRoundTest {
    private static final String STARTS = "=+-@\t'x";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anythingThatIsWrittenComesBackAndNoCellIsAFormula() throws IOException {
        Random random = new Random(20_261_130);
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            StringBuilder text = new StringBuilder(STARTS.substring(row % STARTS.length(), row % STARTS.length() + 1));
            "=+-@\t'\"\n a1,;|(<&\u00e9\ud83d\ude00"
                    .codePoints()
                    .filter(_ -> random.nextInt(3) == 0)
                    .forEach(text::appendCodePoint);
            rows.add(List.of("n" + row, text.toString()));
        }
        Path file = folder.resolve("round.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            CsvText text = new CsvText(out);
            text.header(List.of("name", "text"));
            for (List<String> row : rows) {
                text.row(row.toArray(String[]::new));
            }
            text.flush();
        }
        assertThat(rows).noneMatch(row -> Cells.guarded(row.getLast()).matches("(?s)[=@\t].*"));
        List<List<String>> read = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(file)) {
            reader.forEachRemaining(row -> read.add(row.texts()));
        }
        assertThat(read).isEqualTo(rows);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.baraza.exchange.exports.CellRules.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CellRulesTest {
    private static final Document FORM = new Document("f0", Set.of("photo.jpg"));
    private static final Surroundings HERE = new Surroundings(
            "demo", ZoneId.of("Africa/Nairobi"), "https://example.org", new Veil("s".getBytes(StandardCharsets.UTF_8)));

    private static List<String> cells(ExportManner manner, ExportColumn column, @Nullable String value) {
        CellRules rules = new CellRules(manner, HERE);
        String[] cells = new String[rules.headers(column).size()];
        rules.write(column, value, FORM, cells, 0);
        return List.of(cells);
    }

    private static String cell(ExportManner manner, @Nullable String value) {
        return cells(manner, ExportColumn.usual("form.q", "q"), value).getFirst();
    }

    @Test
    void aQuestionThatIsNotThereIsToldFromOneThatWasLeftBlank() {
        assertThat(cell(ExportManner.USUAL, null)).isEqualTo("---");
        assertThat(cell(ExportManner.USUAL, "")).isEmpty();
    }

    @Test
    void timesAreThoseOfTheProjectUnlessTheyAreWantedAsStored() {
        String said = "2024-03-01T10:15:30.123+03:00";
        assertThat(cell(ExportManner.USUAL, said)).isEqualTo("2024-03-01 10:15:30");
        assertThat(cell(ExportManner.USUAL, "2024-03-01T21:30:00.000000Z")).isEqualTo("2024-03-02 00:30:00");
        ExportManner stored = new ExportManner(false, false, false, false, false);
        assertThat(cell(stored, said)).isEqualTo("2024-03-01T07:15:30.123000Z");
        assertThat(cell(ExportManner.USUAL, "2024-03-01")).isEqualTo("2024-03-01");
    }

    @Test
    void theNameOfAnAttachmentBecomesALink() {
        assertThat(cell(ExportManner.USUAL, "photo.jpg"))
                .isEqualTo("https://example.org/a/demo/api/form/attachment/f0/photo.jpg");
        assertThat(cell(ExportManner.USUAL, "other.jpg")).isEqualTo("other.jpg");
    }

    @Test
    void eachOptionOfAQuestionWithSeveralAnswersHasAColumnAndTheRestOneForAll() {
        ExportManner split = new ExportManner(true, true, false, false, false);
        ExportColumn column = ExportColumn.usual("form.signs", "signs").with(List.of("fever", "cough"));
        assertThat(new CellRules(split, HERE).headers(column))
                .containsExactly("signs | fever", "signs | cough", "signs | extra");
        assertThat(cells(split, column, "cough rash")).containsExactly("", "1", "rash");
        assertThat(cells(split, column, "")).containsExactly("", "", "");
        assertThat(cells(split, column, null)).containsExactly("---", "---", "---");
    }

    @Test
    void whereAFormWasFilledInIsFourColumns() {
        ExportColumn column = ExportColumn.advanced(FormPaths.LOCATION, "location");
        assertThat(cells(ExportManner.USUAL, column, "-1.28 36.8 1700 5"))
                .containsExactly("-1.28", "36.8", "1700", "5");
    }

    @Test
    void whatIsSensitiveIsHiddenAndDatesOfOneDocumentKeepTheirDistance() {
        ExportManner hidden = new ExportManner(false, true, false, true, false);
        ExportColumn id = new ExportColumn("form.q", "q", true, false, Sensitivity.ID, List.of());
        ExportColumn date = new ExportColumn("form.q", "q", true, false, Sensitivity.DATE, List.of());
        assertThat(cells(hidden, id, "0722"))
                .isEqualTo(cells(hidden, id, "0722"))
                .doesNotContain("0722");
        String first = cells(hidden, date, "2024-03-01").getFirst();
        String second = cells(hidden, date, "2024-03-04").getFirst();
        assertThat(java.time.LocalDate.parse(first).plusDays(3)).isEqualTo(java.time.LocalDate.parse(second));
        assertThat(cells(hidden, date, "soon")).containsExactly("");
    }
}

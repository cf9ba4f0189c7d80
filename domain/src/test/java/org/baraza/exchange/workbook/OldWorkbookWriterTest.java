// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for Excel 97 is read by another's hand as it was. */
final class OldWorkbookWriterTest {
    @TempDir
    private Path folder = Path.of("");

    private Path spare() {
        try {
            return Files.createTempFile(folder, "spare", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a workbook. */
    private interface Filling {
        void of(OldWorkbookWriter workbook) throws IOException;
    }

    private HSSFWorkbook written(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OldWorkbookWriter workbook = new OldWorkbookWriter(this::spare)) {
            filling.of(workbook);
            workbook.finish(out);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        return new HSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void cellsOfSeveralSheetsComeBackAsTheyWere() throws IOException {
        try (HSSFWorkbook book = written(workbook -> {
            OldSheetWriter forms = workbook.sheet("Forms");
            forms.header(List.of("name", "weight", "empty"));
            forms.row(new String[] {"Zo\u00eb", "54.5", ""}, true);
            forms.row(new String[] {"\u0410\u043d\u043d\u0430 \ud83d\ude00", "007", "Zo\u00eb"}, true);
            OldSheetWriter other = workbook.sheet("forms");
            other.header(List.of("name"));
            other.row(new String[] {"54.5"}, false);
        })) {
            HSSFSheet forms = book.getSheetAt(0);
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            assertThat(book.getSheetName(1)).isEqualTo("forms~2");
            assertThat(forms.getRow(0).getCell(1).getStringCellValue()).isEqualTo("weight");
            assertThat(forms.getRow(0).getCell(0).getCellStyle().getFont(book).getBold())
                    .isTrue();
            assertThat(forms.getRow(1).getCell(0).getCellStyle().getFont(book).getBold())
                    .isFalse();
            assertThat(forms.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Zo\u00eb");
            assertThat(forms.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(54.5);
            assertThat(forms.getRow(1).getCell(2)).isNull();
            assertThat(forms.getRow(2).getCell(0).getStringCellValue())
                    .isEqualTo("\u0410\u043d\u043d\u0430 \ud83d\ude00");
            assertThat(forms.getRow(2).getCell(1).getStringCellValue()).isEqualTo("007");
            assertThat(forms.getRow(2).getCell(2).getStringCellValue()).isEqualTo("Zo\u00eb");
            assertThat(forms.getPaneInformation().isFreezePane()).isTrue();
            assertThat(book.getSheetAt(1).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("54.5");
        }
    }

    @Test
    void textsThatGoOnInOtherRecordsAreWhole() throws IOException {
        List<String> texts = IntStream.range(0, 60)
                .mapToObj(number ->
                        (number % 2 == 0 ? "abc\u00e9" : "\u0431\u0432x").repeat(40 + number * number) + number)
                .toList();
        try (HSSFWorkbook book = written(workbook -> {
            OldSheetWriter sheet = workbook.sheet("long");
            sheet.header(List.of("text"));
            for (String text : texts) {
                sheet.row(new String[] {text}, false);
            }
        })) {
            List<String> read = IntStream.rangeClosed(1, texts.size())
                    .mapToObj(row -> book.getSheetAt(0).getRow(row).getCell(0).getStringCellValue())
                    .toList();
            assertThat(read).isEqualTo(texts);
        }
    }

    @Test
    void asManyRowsAsExcel97HoldsComeBackAndTheNextIsRefused() throws IOException {
        int cells = 10;
        try (HSSFWorkbook book = written(workbook -> {
            OldSheetWriter sheet = workbook.sheet("full");
            sheet.header(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
            for (int row = 1; row < OldWorkbookWriter.MOST_ROWS; row++) {
                String[] texts = new String[cells];
                for (int column = 0; column < cells; column++) {
                    texts[column] = column == 0 ? "row " + row : "same " + column;
                }
                sheet.row(texts, false);
            }
            assertThatThrownBy(() -> sheet.row(new String[cells], false))
                    .isInstanceOfSatisfying(
                            WorkbookRefused.class,
                            refused -> assertThat(refused.text()).contains("full", "65535 rows"));
        })) {
            HSSFSheet full = book.getSheetAt(0);
            assertThat(full.getLastRowNum()).isEqualTo(65_535);
            for (int row : new int[] {1, 2, 40_000, 65_535}) {
                HSSFRow found = full.getRow(row);
                assertThat(found.getCell(0).getStringCellValue()).isEqualTo("row " + row);
                assertThat(found.getCell(9).getStringCellValue()).isEqualTo("same 9");
            }
        }
    }

    @Test
    void moreColumnsThanExcel97HoldsAreRefused() throws IOException {
        List<String> headers =
                IntStream.rangeClosed(1, 257).mapToObj(String::valueOf).toList();
        try (OldWorkbookWriter workbook = new OldWorkbookWriter(this::spare)) {
            OldSheetWriter sheet = workbook.sheet("wide");
            assertThatThrownBy(() -> sheet.header(headers))
                    .isInstanceOfSatisfying(
                            WorkbookRefused.class,
                            refused -> assertThat(refused.text()).contains("257 columns", "256"));
        }
        try (HSSFWorkbook book = written(workbook -> workbook.sheet("wide").header(headers.subList(0, 256)))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(255).getStringCellValue())
                    .isEqualTo("256");
        }
    }

    @Test
    void aWorkbookWithoutTablesIsOneAllTheSame() throws IOException {
        try (HSSFWorkbook book = written(_ -> {})) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
        }
    }
}

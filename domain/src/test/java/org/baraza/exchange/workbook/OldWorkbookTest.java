// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OldWorkbookTest {
    @TempDir
    private Path folder;

    private Path workbook(Consumer<HSSFWorkbook> content) throws IOException {
        Path file = folder.resolve("book.xls");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(book);
            book.write(out);
        }
        return file;
    }

    private static List<DataRow> rows(Path file) {
        List<DataRow> rows = new ArrayList<>();
        try (OldWorkbook book = OldWorkbook.open(file);
                RowReader reader = book.rows()) {
            assertThat(reader.columns().all().stream().map(Column::header)).containsExactly("name", "weight");
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static void header(HSSFWorkbook book) {
        Row header = book.createSheet("first").createRow(0);
        header.createCell(0).setCellValue("name");
        header.createCell(1).setCellValue("weight");
    }

    @Test
    void cellsAreReadAsTheyAreShown() throws IOException {
        Path file = workbook(book -> {
            header(book);
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            Row row = book.getSheetAt(0).createRow(1);
            row.createCell(0).setCellValue("Amina é");
            row.createCell(1).setCellValue(54);
            row.createCell(2).setCellValue(LocalDate.of(2026, 3, 1));
            row.getCell(2).setCellStyle(date);
            row.createCell(3).setCellValue(LocalDateTime.of(2026, 3, 1, 8, 30));
            row.getCell(3).setCellStyle(date);
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellValue(0.1);
            row.createCell(6).setCellValue("'=1+1");
        });
        assertThat(rows(file))
                .containsExactly(new DataRow(
                        2,
                        List.of("Amina é", "54", "2026-03-01", "2026-03-01T08:30", "true", "0.1", "=1+1"),
                        List.of()));
    }

    @Test
    void formulasSayWhatTheyCameTo() throws IOException {
        Path file = workbook(book -> {
            header(book);
            Row row = book.getSheetAt(0).createRow(1);
            row.createCell(0).setCellFormula("\"A\"&\"b\"");
            row.createCell(1).setCellFormula("2*27");
            row.createCell(2).setCellErrorValue(FormulaError.REF.getCode());
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(rows(file)).containsExactly(new DataRow(2, List.of("Ab", "54", ""), List.of(2)));
    }

    @Test
    void rowsKeepTheirNumbersAndOnlyTheFirstSheetCounts() throws IOException {
        Path file = workbook(book -> {
            header(book);
            book.getSheetAt(0).createRow(4).createCell(1).setCellValue("late");
            book.createSheet("second").createRow(9).createCell(0).setCellValue("elsewhere");
        });
        assertThat(rows(file)).containsExactly(new DataRow(5, List.of("", "late"), List.of()));
    }

    @Test
    void whatIsDamagedOrEncryptedIsRefused() throws IOException {
        Path damaged = workbook(OldWorkbookTest::header);
        byte[] bytes = Files.readAllBytes(damaged);
        Files.write(damaged, java.util.Arrays.copyOf(bytes, 700));
        assertThatThrownBy(() -> OldWorkbook.open(damaged)).isInstanceOf(WorkbookRefused.class);
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        Path encrypted;
        try {
            encrypted = workbook(OldWorkbookTest::header);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThatThrownBy(() -> OldWorkbook.open(encrypted))
                .isInstanceOfSatisfying(
                        WorkbookRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("WORKBOOK_ENCRYPTED"));
        assertThat(folder.toFile().list()).containsExactly("book.xls");
    }
}

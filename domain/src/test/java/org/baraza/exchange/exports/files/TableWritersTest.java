// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.baraza.exchange.exports.ExportFormat;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tables look like in files, and what spreadsheets must not take them for. */
class TableWritersTest {

    private static byte[] written(ExportFormat format, boolean numbers, String links, String... cells)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriters.of(format, out, 1, TableWritersTest::spare)) {
            writer.cells(numbers, links);
            writer.table("Forms", List.of("a", "b", "c").subList(0, cells.length));
            writer.row(cells);
            writer.finish();
        }
        return out.toByteArray();
    }

    private static Path spare() {
        try {
            return Files.createTempFile("spare", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Cell> cells(byte[] book) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(book))) {
            Row row = workbook.getFirstSheet().read().get(1);
            return row.stream().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-x", "@SUM(A1)", "\t=1", "'=1"})
    void aFormulaIsText(String hostile) throws IOException {
        assertThat(new String(written(ExportFormat.UNZIPPED_CSV, false, "", hostile), UTF_8))
                .isEqualTo("a\r\n'" + hostile + "\r\n");
        assertThat(cells(written(ExportFormat.XLSX, true, "https://example.org/", hostile))
                        .getFirst()
                        .getType())
                .isEqualTo(CellType.STRING);
        try (HSSFWorkbook old = new HSSFWorkbook(
                new ByteArrayInputStream(written(ExportFormat.XLS, true, "https://example.org/", hostile)))) {
            HSSFCell cell = old.getSheet("Forms").getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("'" + hostile);
        }
        assertThat(new String(written(ExportFormat.HTML, false, "", hostile), UTF_8))
                .contains("<td>'" + hostile + "</td>");
    }

    @Test
    void aCarriageReturnBeforeAFormulaHidesNothing() throws IOException {
        assertThat(new String(written(ExportFormat.UNZIPPED_CSV, false, "", "\r=1"), UTF_8))
                .doesNotContain("\r=");
    }

    @Test
    void numbersAndWhatStandsForNothingStayAsTheyAre() throws IOException {
        assertThat(new String(written(ExportFormat.UNZIPPED_CSV, false, "", "-5", "---", "a,\"b\""), UTF_8))
                .isEqualTo("a,b,c\r\n-5,---,\"a,\"\"b\"\"\"\r\n");
    }

    @Test
    void numbersOfAWorkbookAreNumbersOnlyWhenThatIsWantedAndLosesNothing() throws IOException {
        List<Cell> cells = cells(written(ExportFormat.XLSX, true, "", "12.5", "007", "1234567890123456789"));
        assertThat(cells).extracting(Cell::getType).containsExactly(CellType.NUMBER, CellType.STRING, CellType.STRING);
        assertThat(cells(written(ExportFormat.XLSX, false, "", "12.5"))
                        .getFirst()
                        .getType())
                .isEqualTo(CellType.STRING);
    }

    @Test
    void onlyAddressesOfThisServerAreLinks() throws IOException {
        List<Cell> cells = cells(written(
                ExportFormat.XLSX,
                false,
                "https://example.org/",
                "https://example.org/a/demo/x.jpg",
                "https://evil.example/",
                "https://example.org/\")&SUM(\""));
        assertThat(cells).extracting(Cell::getType).containsExactly(CellType.FORMULA, CellType.STRING, CellType.STRING);
    }

    @Test
    void aPageEscapesWhatWouldBeMarkup() throws IOException {
        assertThat(new String(written(ExportFormat.HTML, false, "", "<script>&"), UTF_8))
                .contains("<td>&lt;script&gt;&amp;</td>");
    }

    @Test
    void aLineOfJsonIsARow() throws IOException {
        assertThat(new String(written(ExportFormat.JSON_LINES, false, "", "=x", "2\n3"), UTF_8))
                .isEqualTo("{\"a\":\"=x\",\"b\":\"2\\n3\"}\n");
    }

    private static String features(List<String> headers, String[] cells, Optional<GeoPoint> place) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriters.of(ExportFormat.GEOJSON, out, 1, TableWritersTest::spare)) {
            writer.table("Cases", headers);
            writer.row(cells, place);
            writer.finish();
        }
        return out.toString(UTF_8);
    }

    @Test
    void aFeatureHasItsLongitudeFirstAndTheCellsAsProperties() throws IOException {
        String[] cells = {"Zoë \"Z\"\n", "-1.28 36.81 1661.5 4"};
        assertThat(features(List.of("name", "Where she lives"), cells, GeoPoint.of(cells[1])))
                .isEqualTo(
                        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\","
                                + "\"coordinates\":[36.81,-1.28,1661.5]},\"properties\":{\"name\":\"Zoë \\\"Z\\\"\\n\","
                                + "\"Where she lives\":\"-1.28 36.81 1661.5 4\"}}]}");
        assertThat(features(List.of("a"), new String[] {""}, GeoPoint.of("5.0E-4 -0.1")))
                .contains("\"coordinates\":[-0.1,0.00050]");
    }

    @Test
    void whatIsNowhereIsLeftOutAndACollectionCanBeEmpty() throws IOException {
        String empty = "{\"type\":\"FeatureCollection\",\"features\":[]}";
        assertThat(features(List.of("name"), new String[] {"Ruth"}, Optional.empty()))
                .isEqualTo(empty);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriters.of(ExportFormat.GEOJSON, out, 0, TableWritersTest::spare)) {
            writer.finish();
        }
        assertThat(out.toString(UTF_8)).isEqualTo(empty);
    }

    @Test
    void aFileForMapsIsKnownByItsName() {
        assertThat(ExportFormat.contentTypeOf("demo-Mothers.geojson")).isEqualTo("application/geo+json");
        assertThat(ExportFormat.contentTypeOf("demo-Mothers.json")).isEqualTo("application/json");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookReaderTest {
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasWrittenIsReadAsItWas() throws IOException {
        List<String> texts =
                List.of("plain", " kept ", "=SUM(A1)", "'=SUM(A1)", "-1-2", "@here", "+254700", "a\nb", "00012", "yes");
        Path file = folder.resolve("own.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            WorkbookWriter workbook = new WorkbookWriter(out);
            SheetWriter sheet = workbook.sheet("first");
            sheet.header(texts.stream().map(text -> "h" + texts.indexOf(text)).toList());
            sheet.row(texts);
            workbook.finish();
        }
        try (WorkbookReader workbook = WorkbookReader.open(file);
                SheetReader sheet = workbook.sheet("first").orElseThrow()) {
            DataRow row = sheet.next();
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.texts()).isEqualTo(texts);
        }
    }

    @Test
    void aWorkbookWithoutStylesIsRead() throws IOException {
        Path file = folder.resolve("bare.xlsx");
        bare(
                file,
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row>"
                        + "<row r=\"3\"><c r=\"A3\"><v>12</v></c></row>");
        try (WorkbookReader workbook = WorkbookReader.open(file);
                SheetReader sheet = workbook.sheet("GROUPS").orElseThrow()) {
            Column name = sheet.columns().one("Name");
            DataRow row = sheet.next();
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.word(name)).isEqualTo("12");
            assertThat(sheet.hasNext()).isFalse();
        }
    }

    @Test
    void whatBecomesTooLargeIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(file))) {
            archive.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] nothing = new byte[1024 * 1024];
            for (int megabytes = 0; megabytes < 65; megabytes++) {
                archive.write(nothing);
            }
        }
        assertThat(Files.size(file)).isLessThan(1024 * 1024);
        assertThatThrownBy(() -> WorkbookReader.open(file))
                .isInstanceOfSatisfying(
                        WorkbookRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("WORKBOOK_TOO_LARGE"));
    }

    static Stream<String> partsWithDocumentTypes() {
        return Stream.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "[Content_Types].xml");
    }

    @ParameterizedTest
    @MethodSource("partsWithDocumentTypes")
    void aPartWithADocumentTypeIsRefusedAndNothingIsFetched(String part) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "canary");
        try (ServerSocket trap = new ServerSocket(0)) {
            trap.setSoTimeout(200);
            for (String type : List.of(
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE x SYSTEM \"http://localhost:" + trap.getLocalPort() + "/x.dtd\">",
                    "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://localhost:" + trap.getLocalPort() + "/p\"> %p;]>",
                    "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>")) {
                for (Charset charset : List.of(UTF_8, StandardCharsets.UTF_16)) {
                    Path file = folder.resolve("typed.xlsx");
                    Map<String, String> parts =
                            parts("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>");
                    parts.putIfAbsent(part, "<sst xmlns=\"" + MAIN + "\"><si><t>&e;</t></si></sst>");
                    archive(file, parts, part, type, charset);
                    assertRefused(file, "NOT_A_WORKBOOK");
                }
            }
            assertThatThrownBy(trap::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void assertRefused(Path file, String code) {
        assertThatThrownBy(() -> WorkbookReader.open(file))
                .isInstanceOfSatisfying(
                        WorkbookRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void anArchiveOfManyEntriesOrOfTwoOfOneNameIsRefused() throws IOException {
        Path many = folder.resolve("many.xlsx");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int entry = 0; entry < 2_001; entry++) {
                archive.putNextEntry(new ZipEntry("xl/" + entry + ".xml"));
            }
        }
        assertRefused(many, "WORKBOOK_TOO_LARGE");
        Path twice = folder.resolve("twice.xlsx");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(twice))) {
            for (Map.Entry<String, String> part : parts("").entrySet()) {
                entry(archive, part.getKey(), part.getValue());
            }
            entry(archive, "xl/WORKBOOK.xml", "<workbook/>");
        }
        assertRefused(twice, "NOT_A_WORKBOOK");
    }

    @Test
    void whatBecomesAHundredTimesAsLargeIsRefusedWhereverItIs() throws IOException {
        for (String name : List.of("xl/worksheets/sheet1.xml", "xl/media/nested.zip", "../../etc/passwd")) {
            Path file = folder.resolve("times.xlsx");
            try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(file))) {
                archive.putNextEntry(new ZipEntry(name));
                byte[] nothing = new byte[1024 * 1024];
                for (int megabytes = 0; megabytes < 20; megabytes++) {
                    archive.write(nothing);
                }
            }
            assertThat(Files.size(file)).isLessThan(200 * 1024);
            assertRefused(file, "WORKBOOK_TOO_LARGE");
        }
    }

    @Test
    void datesAreCountedFromTheYearThatTheWorkbookSays() throws IOException {
        String styles = "<styleSheet xmlns=\"" + MAIN
                + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
        for (String since : List.of("0", "1")) {
            Map<String, String> parts = parts(
                    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>born</v></c></row>"
                            + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45000</v></c><c r=\"B2\" s=\"1\"><f>A2+1</f><v>45001</v></c></row>");
            parts.put("xl/styles.xml", styles);
            parts.computeIfPresent(
                    "xl/workbook.xml",
                    (_, text) -> text.replace("<sheets>", "<workbookPr date1904=\"" + since + "\"/><sheets>"));
            parts.computeIfPresent(
                    "[Content_Types].xml",
                    (_, text) -> text.replace(
                            "</Types>",
                            "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPES + "styles+xml\"/></Types>"));
            Path file = folder.resolve("dates.xlsx");
            archive(file, parts, "", "", UTF_8);
            assertThat(firstRow(file).texts())
                    .isEqualTo(
                            since.equals("1")
                                    ? List.of("2027-03-16", "2027-03-17")
                                    : List.of("2023-03-15", "2023-03-16"));
        }
    }

    private static DataRow firstRow(Path file) {
        try (WorkbookReader workbook = WorkbookReader.open(file);
                SheetReader sheet = workbook.sheet("groups").orElseThrow()) {
            return sheet.next();
        }
    }

    @Test
    void formulasSayWhatTheyCameToAndErrorsAreNoValues() throws IOException {
        Path file = folder.resolve("formulas.xlsx");
        bare(
                file,
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row><row r=\"2\">"
                        + "<c r=\"A2\"><f>2*27</f><v>54</v></c><c r=\"B2\" t=\"b\"><f>TRUE()</f><v>1</v></c>"
                        + "<c r=\"C2\" t=\"str\"><f>\"a\"</f><v>a</v></c><c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                        + "<c r=\"E2\" t=\"e\"><v>#REF!</v></c><c r=\"F2\"><v>1e999999999</v></c><c r=\"G2\"><v>1e3</v></c></row>");
        DataRow row = firstRow(file);
        assertThat(row.texts()).containsExactly("54", "true", "a", "", "", "", "1000");
        assertThat(row.broken()).containsExactly(3, 4, 5);
    }

    /** Whatever looks like a formula is written as text, and comes back as it was (spec/92, 6.8). */
    @Test
    void anythingThatIsWrittenComesBack() throws IOException {
        Random random = new Random(20_261_130);
        String letters = "=+-@\t'\"\n a1,;|(<&\u00e9\ud83d\ude00";
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            StringBuilder text = new StringBuilder("=+-@\t'x".substring(row % 7, row % 7 + 1));
            letters.codePoints().filter(_ -> random.nextInt(3) == 0).forEach(text::appendCodePoint);
            rows.add(List.of("n" + row, text.toString()));
        }
        Path file = folder.resolve("round.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            WorkbookWriter workbook = new WorkbookWriter(out);
            SheetWriter sheet = workbook.sheet("first");
            sheet.header("name", "text");
            rows.forEach(sheet::row);
            workbook.finish();
        }
        try (WorkbookReader workbook = WorkbookReader.open(file);
                SheetReader sheet = workbook.sheet("first").orElseThrow()) {
            List<List<String>> read = new ArrayList<>();
            sheet.forEachRemaining(row -> read.add(row.texts()));
            assertThat(read).isEqualTo(rows);
        }
    }

    private static void bare(Path file, String rows) throws IOException {
        archive(file, parts(rows), "", "", UTF_8);
    }

    private static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPES
                        + "worksheet+xml\"/>"
                        + "</Types>");
        parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"groups\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    /** @param typed the part that begins with a document type */
    private static void archive(Path file, Map<String, String> parts, String typed, String type, Charset charset)
            throws IOException {
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                if (part.getKey().equals(typed)) {
                    archive.putNextEntry(new ZipEntry(typed));
                    archive.write(
                            ("<?xml version=\"1.0\" encoding=\"" + charset.name() + "\"?>" + type + part.getValue())
                                    .getBytes(charset));
                } else {
                    entry(archive, part.getKey(), part.getValue());
                }
            }
        }
    }

    private static String relation(String kind, String target) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATIONS
                + "/" + kind + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void entry(ZipOutputStream archive, String name, String text) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(UTF_8));
    }
}

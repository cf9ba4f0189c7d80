// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static void bare(Path file, String rows) throws IOException {
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(
                    archive,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPES
                            + "worksheet+xml\"/>"
                            + "</Types>");
            entry(archive, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            entry(archive, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            entry(
                    archive,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                            + "\"><sheets><sheet name=\"groups\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    archive,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
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

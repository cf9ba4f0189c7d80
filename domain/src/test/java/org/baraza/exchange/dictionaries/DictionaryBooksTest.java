// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baraza.dictionary.AllowedValue;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.DescribedType;
import org.baraza.dictionary.Dictionary;
import org.baraza.dictionary.DictionaryChange;
import org.baraza.exchange.workbook.SheetWriter;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.exchange.workbook.WorkbookWriter;
import org.baraza.identity.Audit;
import org.baraza.identity.ProjectAccess;
import org.baraza.testing.FieldWork;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DictionaryBooksTest {
    private static final String LONG = "a_type_of_cases_with_a_name_of_more_than_31_letters";

    private final World world = new World();
    private final Dictionary dictionary =
            new Dictionary(world.transactions, new FieldWork(world).cases, new Audit(), world.clock);
    private final DictionaryBooks books = new DictionaryBooks(dictionary);

    @AfterAll
    void close() {
        world.close();
    }

    private ProjectAccess project(String name) {
        return world.project(name, world.webUser(name + "@example.org"));
    }

    /** Writes sheets that begin with their names. */
    private static Path book(Path folder, List<List<List<String>>> sheets) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            WorkbookWriter workbook = new WorkbookWriter(out);
            for (List<List<String>> rows : sheets) {
                SheetWriter sheet = workbook.sheet(rows.getFirst().getFirst());
                sheet.header(rows.get(1));
                rows.subList(2, rows.size()).forEach(sheet::row);
            }
            workbook.finish();
        }
        return file;
    }

    private DescribedType type(ProjectAccess who, String name) {
        return world.in(who, () -> dictionary.type(who, name)).orElseThrow();
    }

    @Test
    void whatIsWrittenIsReadAgainAsItWas(@TempDir Path folder) throws IOException {
        ProjectAccess who = project("round");
        Path first = book(
                folder,
                List.of(
                        List.of(
                                List.of(LONG.substring(0, 31)),
                                List.of("label", "CASE PROPERTY", "Group", "Description", "Deprecated", "Data Type"),
                                List.of("Sex", "sex", "Personal", "As told", "no", "Multiple Choice"),
                                List.of("", "old", "", "", "True", "plain")),
                        List.of(
                                List.of(LONG.substring(0, 28) + "-vl"),
                                ValueSheet.HEADERS,
                                List.of("sex", "f", "Female"),
                                List.of("sex", "m", ""))));
        world.in(who, () -> dictionary.create(who, LONG, ""));
        assertThat(world.in(who, () -> books.read(who, first))).isEqualTo(new DictionaryBooks.Report(2, List.of()));
        DescribedType described = type(who, LONG);
        assertThat(described.property("sex").orElseThrow())
                .isEqualTo(new CaseProperty(
                        1,
                        "sex",
                        "Sex",
                        "As told",
                        DataType.SELECT,
                        false,
                        "Personal",
                        0,
                        List.of(new AllowedValue("f", "Female"), new AllowedValue("m", "")),
                        "",
                        false));
        assertThat(described.property("old").orElseThrow().deprecated()).isTrue();
        Path written = folder.resolve("written.xlsx");
        try (OutputStream out = Files.newOutputStream(written)) {
            world.in(who, () -> {
                try {
                    books.write(who, out);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return true;
            });
        }
        ProjectAccess other = project("other");
        world.in(other, () -> dictionary.create(other, LONG, ""));
        assertThat(world.in(other, () -> books.read(other, written)).errors()).isEmpty();
        assertThat(type(other, LONG).properties()).isEqualTo(described.properties());
        try (WorkbookReader workbook = WorkbookReader.open(written)) {
            assertThat(workbook.sheetNames()).containsExactly(LONG.substring(0, 31), LONG.substring(0, 28) + "-vl");
        }
    }

    @Test
    void aRowWithAnErrorIsNamedAndTheOthersAreTakenIn(@TempDir Path folder) throws IOException {
        ProjectAccess who = project("errors");
        Path file = book(
                folder,
                List.of(
                        List.of(
                                List.of("mother"),
                                TypeSheet.HEADERS,
                                List.of("good", "Good", "", "", "False", "Date"),
                                List.of("two words", "", "", "", "False", ""),
                                List.of("odd", "", "", "", "False", "Colour"),
                                List.of("good", "", "", "", "False", ""),
                                List.of("unsure", "", "", "", "perhaps", "")),
                        List.of(
                                List.of("mother-vl"),
                                ValueSheet.HEADERS,
                                List.of("odd", "x", ""),
                                List.of("good", "", "")),
                        List.of(List.of("two words"), TypeSheet.HEADERS),
                        List.of(List.of("nobody-vl"), ValueSheet.HEADERS)));
        DictionaryBooks.Report report = world.in(who, () -> books.read(who, file));
        assertThat(report.properties()).isEqualTo(1);
        assertThat(report.errors())
                .extracting(error -> error.sheet() + " " + error.row())
                .containsExactlyInAnyOrder(
                        "mother 3",
                        "mother 4",
                        "mother 5",
                        "mother 6",
                        "two words 1",
                        "nobody-vl 1",
                        "mother-vl 2",
                        "mother-vl 3",
                        "two words 1");
        assertThat(type(who, "mother").properties())
                .extracting(CaseProperty::name)
                .containsExactly("good");
    }

    @Test
    void valuesStayWhereTheirSheetIsMissingOrHasErrors(@TempDir Path folder) throws IOException {
        ProjectAccess who = project("kept");
        List<List<String>> mother = List.of(
                List.of("mother"),
                TypeSheet.HEADERS,
                List.of("sex", "", "", "", "", "select"),
                List.of("hiv", "", "", "", "", "select"));
        List<List<String>> values =
                List.of(List.of("mother-vl"), ValueSheet.HEADERS, List.of("sex", "f", ""), List.of("hiv", "pos", ""));
        Path whole = book(folder, List.of(mother, values));
        assertThat(world.in(who, () -> books.read(who, whole)).errors()).isEmpty();
        Path missing = book(folder, List.of(mother));
        assertThat(world.in(who, () -> books.read(who, missing)).errors()).hasSize(1);
        assertThat(type(who, "mother").properties())
                .allMatch(property -> property.allowedValues().size() == 1);
        Path broken = book(
                folder,
                List.of(mother, List.of(List.of("mother-vl"), ValueSheet.HEADERS, List.of("sex", "", "Nothing"))));
        assertThat(world.in(who, () -> books.read(who, broken)).errors()).hasSize(1);
        assertThat(values(who, "sex")).containsExactly("f");
        assertThat(values(who, "hiv")).isEmpty();
        Path headless = book(folder, List.of(mother, List.of(List.of("mother-vl"), List.of("Property", "Value"))));
        assertThat(world.in(who, () -> books.read(who, headless)).errors()).hasSize(1);
        assertThat(values(who, "sex")).containsExactly("f");
    }

    private List<String> values(ProjectAccess who, String property) {
        return type(who, "mother").property(property).orElseThrow().allowedValues().stream()
                .map(AllowedValue::value)
                .toList();
    }

    @Test
    void typesWithLikeNamesKeepTheirSheetsApart(@TempDir Path folder) throws IOException {
        ProjectAccess who = project("like");
        List<String> types = List.of(LONG, LONG + "_too", "visit", "Visit", "visit-vl");
        for (String type : types) {
            world.in(who, () -> dictionary.create(who, type, ""));
            world.in(who, () -> {
                dictionary.change(who, new DictionaryChange(List.of(), List.of(chosen(type))));
                return true;
            });
        }
        Path written = folder.resolve("written.xlsx");
        try (OutputStream out = Files.newOutputStream(written)) {
            world.in(who, () -> {
                try {
                    books.write(who, out);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return true;
            });
        }
        ProjectAccess other = project("alike");
        types.forEach(type -> world.in(other, () -> dictionary.create(other, type, "")));
        assertThat(world.in(other, () -> books.read(other, written)))
                .isEqualTo(new DictionaryBooks.Report(types.size(), List.of()));
        for (String type : types) {
            assertThat(type(other, type).properties()).isEqualTo(type(who, type).properties());
        }
        Path unclear = book(folder, List.of(List.of(List.of(LONG.substring(0, 31)), TypeSheet.HEADERS)));
        assertThat(world.in(who, () -> books.read(who, unclear)).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains(LONG, LONG + "_too"));
    }

    private static DictionaryChange.Property chosen(String type) {
        return new DictionaryChange.Property(
                type,
                "of_" + type.length(),
                "Of " + type,
                null,
                null,
                null,
                DataType.SELECT,
                null,
                false,
                List.of(new AllowedValue(type, "")),
                null);
    }

    @Test
    void aWorkbookWithoutDataTypesLeavesThemAndTheValuesAsTheyAre(@TempDir Path folder) throws IOException {
        ProjectAccess who = project("plain");
        Path typed = book(
                folder,
                List.of(
                        List.of(List.of("mother"), TypeSheet.HEADERS, List.of("sex", "", "", "", "", "select")),
                        List.of(List.of("mother-vl"), ValueSheet.HEADERS, List.of("sex", "f", ""))));
        world.in(who, () -> books.read(who, typed));
        Path plain = book(
                folder, List.of(List.of(List.of("mother"), List.of("Case Property", "Label"), List.of("sex", "Sex"))));
        assertThat(world.in(who, () -> books.read(who, plain)).errors()).isEmpty();
        CaseProperty sex = type(who, "mother").property("sex").orElseThrow();
        assertThat(sex.label()).isEqualTo("Sex");
        assertThat(sex.dataType()).isEqualTo(DataType.SELECT);
        assertThat(sex.allowedValues()).hasSize(1);
    }
}

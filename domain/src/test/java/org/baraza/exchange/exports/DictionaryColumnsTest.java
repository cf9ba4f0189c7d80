// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baraza.dictionary.AllowedValue;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.CaseType;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.DescribedType;
import org.junit.jupiter.api.Test;

/** What the data dictionary makes of the columns of a case export. */
class DictionaryColumnsTest {
    private static final Shape SHAPE = new Shape(
            List.of(),
            List.of(
                    new Shape.Value("properties.old", List.of()),
                    new Shape.Value("properties.village", List.of()),
                    new Shape.Value("properties.sex", List.of())));

    private static CaseProperty property(
            String name, String label, DataType type, boolean deprecated, String... values) {
        return new CaseProperty(
                1,
                name,
                label,
                "",
                type,
                deprecated,
                "",
                0,
                List.of(values).stream()
                        .map(value -> new AllowedValue(value, ""))
                        .toList(),
                "",
                true);
    }

    private static final DescribedType DESCRIBED = new DescribedType(
            new CaseType("patient", "", false, ""),
            List.of(),
            List.of(
                    property("name", "Full name", DataType.PLAIN, false),
                    property("sex", "Sex", DataType.SELECT, false, "f", "m"),
                    property("planned", "", DataType.DATE, false),
                    property("old", "Old", DataType.PLAIN, true)),
            true);

    private static List<ExportColumn> columns(boolean labelled) {
        return DictionaryColumns.of(UsualTables.of(ExportType.CASE, SHAPE), DESCRIBED, labelled)
                .getFirst()
                .columns();
    }

    private static List<ExportColumn> properties(boolean labelled) {
        return columns(labelled).stream()
                .filter(column -> column.path().startsWith("properties."))
                .toList();
    }

    @Test
    void propertiesStandInTheOrderOfTheDictionaryAndThoseItDoesNotKnowBehind() {
        assertThat(properties(false))
                .extracting(ExportColumn::path)
                .containsExactly("properties.sex", "properties.planned", "properties.old", "properties.village");
        List<String> all = columns(false).stream().map(ExportColumn::path).toList();
        assertThat(all.subList(0, 4)).containsExactly("number", "caseid", "name", "properties.sex");
        assertThat(all)
                .hasSize(UsualTables.of(ExportType.CASE, SHAPE)
                                .getFirst()
                                .columns()
                                .size()
                        + 1);
    }

    @Test
    void whatIsDeprecatedIsNotSelectedAndStandsUnderMore() {
        assertThat(properties(false))
                .filteredOn(column -> !column.selected())
                .containsExactly(new ExportColumn("properties.old", "old", false, true, Sensitivity.NONE, List.of()));
    }

    @Test
    void labelsBecomeHeadingsWhereTheyAreWantedAndAllowedValuesOptions() {
        assertThat(properties(true))
                .extracting(ExportColumn::label)
                .containsExactly("Sex", "planned", "Old", "village");
        assertThat(properties(false).getFirst().label()).isEqualTo("sex");
        assertThat(properties(true).getFirst().options()).containsExactly("f", "m");
    }
}

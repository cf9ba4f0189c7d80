// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baraza.apps.AppVectors;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.FormSources;
import org.junit.jupiter.api.Test;

final class AppSummaryTest {

    @Test
    void theFormSummaryHasASheetOfAllFormsAndOneOfEach() {
        List<SummaryTable> tables = summary(AppSummary.Kind.FORM, "01-chw", "sw");

        assertThat(tables)
                .extracting(SummaryTable::name)
                .containsExactly("All Forms", "Mama - Sajili", "Mama - Ziara", "Mama - Funga", "Feedback - Toa maoni");
        assertThat(tables.getFirst().rows()).hasSize(4);
        assertThat(row(tables.get(3), "/data/reason"))
                .containsExactly(
                        "/data/reason",
                        "Sababu",
                        "en: Reason\nsw: Sababu",
                        "Select",
                        "",
                        "",
                        "Amehama\nAmefariki\nKosa",
                        "moved, died, mistake",
                        "",
                        "",
                        "",
                        "true",
                        "",
                        "",
                        "",
                        "mother - close_reason");
        assertThat(row(tables.get(2), "/data/prev_village").get(14)).isEqualTo("mother - village");
    }

    @Test
    void theCaseSummarySaysWhichFormsOpenCloseReadAndWrite() {
        List<SummaryTable> tables = summary(AppSummary.Kind.CASE, "02-household", "en");

        assertThat(tables)
                .extracting(SummaryTable::name)
                .containsExactly("All Case Properties", "Case Types", "household", "member", "visit");
        assertThat(row(tables.get(1), "member"))
                .containsExactly(
                        "member",
                        "parent: household",
                        "Households - Add member\nNew household - Register household",
                        "");
        assertThat(row(tables.get(1), "household").get(3)).isEqualTo("Households - Close household");
        assertThat(tables.get(0).rows())
                .contains(List.of("household", "last_visit", ""), List.of("visit", "weight", ""));
        assertThat(row(tables.get(2), "n_members"))
                .containsExactly(
                        "n_members",
                        "hh_reg",
                        "New household - Register household",
                        "",
                        "",
                        "/data/n_members",
                        "",
                        "count(/data/members)");
        assertThat(row(tables.get(4), "weight").get(6)).isEqualTo("selected(/data/given, 'bcg')");
    }

    @Test
    void theAppSummaryIsALineForEachMenuAndForm() {
        SummaryTable table = summary(AppSummary.Kind.APP, "02-household", "en").getFirst();

        assertThat(table.rows()).hasSize(1 + 3 + 5);
        assertThat(table.rows())
                .anySatisfy(row -> assertThat(row)
                        .containsExactly(
                                "Household Visits",
                                "Members",
                                "Record visit",
                                "",
                                "",
                                "member",
                                "opens visit\nupdates household\nupdates member\nupdates visit",
                                "",
                                "",
                                "",
                                "module",
                                ""));
    }

    @Test
    void everyRowHasACellForEachColumn() {
        for (String name : AppVectors.NAMES) {
            for (AppSummary.Kind kind : AppSummary.Kind.values()) {
                for (SummaryTable table : summary(kind, name, "en")) {
                    assertThat(table.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
                }
            }
        }
    }

    @Test
    void sheetsAreNamedWithinWhatWorkbooksAllow() {
        Set<String> taken = new HashSet<>();

        assertThat(SummaryTable.freeName("A/B: a very long name of a menu and a form", taken))
                .isEqualTo("A B  a very long name of a menu");
        assertThat(SummaryTable.freeName("A/B: A VERY long name of a menu and another", taken))
                .hasSizeLessThanOrEqualTo(31)
                .endsWith("(2)");
        assertThat(SummaryTable.freeName("", taken)).isEqualTo("Sheet");
    }

    @Test
    void theFileSaysWhichAppAndVersion() {
        App app = App.of(AppVectors.app("01-chw"));

        assertThat(AppSummary.fileName(AppSummary.Kind.FORM, app, "en")).isEqualTo("CHW Basic v.5 - Form Summary (en)");
    }

    private static List<SummaryTable> summary(AppSummary.Kind kind, String name, String language) {
        AppImport.Imported imported = AppVectors.imported(name);
        return AppSummary.of(kind, App.of(imported.document()), FormSources.of(imported.sources()), language);
    }

    private static List<String> row(SummaryTable table, String first) {
        return table.rows().stream()
                .filter(row -> row.getFirst().equals(first))
                .findFirst()
                .orElseThrow();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

final class FeedFieldTest {
    private static final Surroundings HERE =
            new Surroundings("demo", ZoneId.of("Africa/Nairobi"), "", new Veil("s".getBytes(StandardCharsets.UTF_8)));

    private static ExportPlan forms(ExportManner manner, ExportColumn... columns) {
        return new ExportPlan(
                ExportType.FORM,
                "http://example.org/visit",
                "Visits",
                ExportFormat.XLSX,
                manner,
                List.of(
                        new ExportTable(ExportTable.MAIN, "Forms", true, List.of(columns)),
                        new ExportTable(
                                "form.child", "Children", true, List.of(ExportColumn.usual("form.child.name", "name"))),
                        new ExportTable("form.visit", "Visits", false, List.of())),
                ExportFilter.ALL);
    }

    private static List<FeedField> fields(ExportPlan export, int table) {
        FeedPlan feed = FeedPlan.of(export, table).orElseThrow();
        TableLayout layout = new TableLayout(
                feed.plan().written().getFirst(), new CellRules(feed.plan().manner(), HERE));
        return FeedField.of(feed, layout);
    }

    @Test
    void namesAreIdentifiersAndNoTwoAreTheSameWhateverTheirCase() {
        List<FeedField> fields = fields(
                forms(
                        ExportManner.USUAL,
                        ExportColumn.usual(FormPaths.FORM_ID, "My id"),
                        ExportColumn.usual("form.a.b", "form.a.b"),
                        ExportColumn.usual("form.a_b", "Form a b"),
                        ExportColumn.usual("form.n", "2nd poids (kg) é"),
                        ExportColumn.usual("form.other", "FormId"),
                        ExportColumn.usual("form.blank", " ")),
                0);
        assertThat(fields)
                .extracting(FeedField::name)
                .containsExactly("formid", "form_a_b", "Form_a_b_2", "_2nd_poids__kg__é", "FormId_2", "_");
    }

    @Test
    void theKeyIsThereEvenWhereNobodySelectedIt() {
        ExportPlan plan = forms(
                ExportManner.USUAL,
                ExportColumn.usual("form.weight", "weight"),
                ExportColumn.rare(FormPaths.FORM_ID, "formid"));
        assertThat(fields(plan, 0)).extracting(FeedField::name).containsExactly("formid", "weight");
        assertThat(fields(plan, 1)).extracting(FeedField::name).containsExactly("number", "name");
        assertThat(fields(plan, 1)).extracting(FeedField::kind).containsOnly(FeedField.Kind.TEXT);
        assertThat(FeedPlan.of(plan, 2)).isEmpty();
        assertThat(FeedPlan.of(plan, 3)).isEmpty();
        assertThat(FeedPlan.of(plan, -1)).isEmpty();
    }

    @Test
    void aKeyThatNobodySelectedTellsNothingWhereDataAreDeidentified() {
        ExportManner veiled = new ExportManner(false, true, false, true, false);
        for (ExportPlan plan : List.of(
                forms(veiled, ExportColumn.usual("form.weight", "weight")),
                forms(veiled, ExportColumn.rare(FormPaths.FORM_ID, "formid")))) {
            assertThat(FeedPlan.of(plan, 0)
                            .orElseThrow()
                            .plan()
                            .tables()
                            .getFirst()
                            .columns())
                    .filteredOn(column -> column.path().equals(FormPaths.FORM_ID))
                    .extracting(ExportColumn::sensitivity)
                    .containsExactly(Sensitivity.ID);
        }
        assertThat(FeedPlan.of(forms(veiled), 1)
                        .orElseThrow()
                        .plan()
                        .tables()
                        .get(1)
                        .columns())
                .allMatch(column -> column.sensitivity() == Sensitivity.NONE);
    }

    @Test
    void momentsNumbersAndTruthsAreSuchAndNullWhereTheyAreNot() {
        assertThat(written(FeedField.Kind.MOMENT, "2024-03-01T10:15:30.000+03:00"))
                .isEqualTo("{\"x\":\"2024-03-01T07:15:30.000000Z\"}");
        assertThat(written(FeedField.Kind.MOMENT, "---")).isEqualTo("{\"x\":null}");
        assertThat(written(FeedField.Kind.NUMBER, "12")).isEqualTo("{\"x\":12}");
        assertThat(written(FeedField.Kind.NUMBER, "")).isEqualTo("{\"x\":null}");
        assertThat(written(FeedField.Kind.BOOLEAN, "True")).isEqualTo("{\"x\":true}");
        assertThat(written(FeedField.Kind.BOOLEAN, "---")).isEqualTo("{\"x\":null}");
        assertThat(written(FeedField.Kind.TEXT, "---")).isEqualTo("{\"x\":\"---\"}");
    }

    @Test
    void whatIsHiddenOrSplitIsText() {
        ExportColumn hidden =
                new ExportColumn(FormPaths.RECEIVED_ON, "received", true, false, Sensitivity.DATE, List.of());
        ExportManner veiled = new ExportManner(true, true, false, true, false);
        List<FeedField> fields =
                fields(forms(veiled, hidden, ExportColumn.usual("form.q", "q").with(List.of("a", "b"))), 0);
        assertThat(fields)
                .extracting(FeedField::name)
                .containsExactly("formid", "received__sensitive_", "q___a", "q___b", "q___extra");
        assertThat(fields).extracting(FeedField::kind).containsOnly(FeedField.Kind.TEXT);
    }

    private static String written(FeedField.Kind kind, String cell) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonMapper.shared().createGenerator(text)) {
            json.writeStartObject();
            new FeedField("x", kind).write(json, cell);
            json.writeEndObject();
        }
        return text.toString();
    }
}

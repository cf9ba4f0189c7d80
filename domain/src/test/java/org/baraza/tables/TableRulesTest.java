// SPDX-License-Identifier: Apache-2.0
package org.baraza.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;

final class TableRulesTest {

    @Test
    void aTagIsANameInXmlOfAtMost31Characters() {
        assertThat(codes(table("villages_of-2026"))).isEmpty();
        assertThat(codes(table("x".repeat(31)))).isEmpty();
        for (String wrong : new String[] {"", "x".repeat(32), "2nd", "a b", "a:b", "<x>", "a\0"}) {
            assertThat(codes(table(wrong))).as(wrong).containsExactly("TAG_INVALID");
        }
    }

    @Test
    void fieldsPropertiesAndAttributesAreNamesOfXmlAndEachStandsOnce() {
        assertThat(codes(table("t", field("name"), field("name")))).containsExactly("NAME_TWICE");
        assertThat(codes(table("t", field("a b")))).containsExactly("NAME_INVALID");
        assertThat(codes(table("t", new TableField("name", List.of("1"), false))))
                .containsExactly("NAME_INVALID");
        var attributes = new TableDefinition("t", true, "", List.of(), List.of("a", "a"));
        assertThat(codes(TableRules.broken(attributes))).containsExactly("NAME_TWICE");
    }

    @Test
    void aRowIsBoundedAndHoldsPlainTexts() {
        assertThat(codes(TableRules.broken(row("x".repeat(200_000))))).isEmpty();
        assertThat(codes(TableRules.broken(row("x".repeat(300_000))))).containsExactly("ROW_TOO_LONG");
        assertThat(codes(TableRules.broken(row("a\0")))).containsExactly("TEXT_INVALID");
    }

    @Test
    void anOwnerIsNamedByAnId() {
        assertThat(codes(TableRules.broken(List.of(new RowOwner(RowOwner.Kind.USER, "u")))))
                .isEmpty();
        assertThat(codes(TableRules.broken(List.of(new RowOwner(RowOwner.Kind.GROUP, " ")))))
                .containsExactly("OWNER_INVALID");
    }

    @Test
    void idsAreReadWithAndWithoutDashes() {
        UUID id = UUID.randomUUID();
        assertThat(TableIds.read(id.toString())).hasValue(id);
        assertThat(TableIds.read(TableIds.hex(id))).hasValue(id);
        assertThat(TableIds.read("1-1-1-1-1")).isEmpty();
        assertThat(TableIds.read("")).isEmpty();
    }

    private static List<FieldError> table(String tag, TableField... fields) {
        return TableRules.broken(new TableDefinition(tag, true, "", List.of(fields), List.of()));
    }

    private static TableField field(String name) {
        return new TableField(name, List.of(), false);
    }

    private static RowContent row(String value) {
        return new RowContent(Map.of("name", List.of(FieldValue.plain(value))), Map.of());
    }

    private static List<String> codes(List<FieldError> errors) {
        return errors.stream().map(FieldError::code).toList();
    }
}

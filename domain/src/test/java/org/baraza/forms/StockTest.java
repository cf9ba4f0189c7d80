// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.persistence.schema.cases.Tables.LEDGER_VALUE;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.baraza.cases.ContentError;
import org.baraza.forms.testing.IntakeFixture;
import org.baraza.forms.testing.IntakeFixture.World;
import org.baraza.persistence.tenancy.ProjectScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockTest {
    private static IntakeFixture fixture;

    private World world;

    @BeforeAll
    static void open() {
        fixture = IntakeFixture.open();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @BeforeEach
    void twoShops() {
        world = fixture.world();
        world.submit(form("shops", shop("a") + shop("b")));
    }

    @Test
    void whatOneFormDoesToAValueAddsUpInTheOrderOfTheDocument() {
        world.submit(form("first", balance("a", entry("p", 10)) + transfer("a", "b", entry("p", 3) + entry("p", 1))));
        world.submit(form("second", transfer("b", "a", entry("p", 2)) + balance("b", entry("p", 7) + entry("q", 1))));
        assertThat(stock()).isEqualTo(Map.of("a/p", "8", "b/p", "7", "b/q", "1"));
    }

    @Test
    void anArchivedFormIsTakenOutOfWhatWasAddedUp() {
        world.submit(form("first", balance("a", entry("p", 10))));
        world.submit(form("second", transfer("a", "b", entry("p", 3))));
        world.submit(form("third", transfer("a", "b", entry("p", 1))));
        world.archive("second");
        assertThat(stock()).isEqualTo(Map.of("a/p", "9", "b/p", "1"));
        world.archive("first");
        assertThat(stock()).isEqualTo(Map.of("a/p", "-1", "b/p", "1"));
        world.unarchive("first");
        world.unarchive("second");
        assertThat(stock()).isEqualTo(Map.of("a/p", "6", "b/p", "4"));
    }

    @Test
    void aCountOfMoreProductsThanOneStatementTakesIsKeptWhole() {
        String entries =
                IntStream.range(0, 2_500).mapToObj(i -> entry("p" + i, i)).collect(Collectors.joining());
        world.submit(form("count", balance("a", entries)));
        assertThat(stock()).hasSize(2_500).containsEntry("a/p0", "0").containsEntry("a/p2499", "2499");
    }

    /** The phone would send it again for ever. */
    @Test
    void idsThatAreTooLongTogetherAreRefusedByName() {
        String id = new java.util.Random(3)
                .ints(255, 0x20000, 0x2A6D0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        world.submit(form("shop", shop(id)));
        Receipt receipt = world.submit(form("f", balance(id, entry(id, 1)).replace("\"stock\"", "\"" + id + "\"")));
        assertThat(((Receipt.ContentRefused) receipt).error().name()).isEqualTo(ContentError.Name.CaseValueError);
    }

    private Map<String, String> stock() {
        Map<String, String> stock = new TreeMap<>();
        ProjectScope.run(
                world.id(),
                () -> fixture.transactions()
                        .read(tx -> tx.sql().selectFrom(LEDGER_VALUE).fetch())
                        .forEach(row -> stock.put(
                                row.getCaseId() + "/" + row.getEntryId(),
                                row.getBalance().toPlainString())));
        return stock;
    }

    private static String form(String id, String content) {
        return """
                <data xmlns="http://example.org/stock">%s<meta><instanceID>%s</instanceID></meta></data>""".formatted(content, id);
    }

    private static String shop(String caseId) {
        return """
                <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="%s" user_id="u-amina">\
                <create><case_type>shop</case_type></create></case>""".formatted(caseId);
    }

    private static String balance(String caseId, String entries) {
        return """
                <balance xmlns="http://commcarehq.org/ledger/v1" entity-id="%s" section-id="stock">%s</balance>""".formatted(caseId, entries);
    }

    private static String transfer(String from, String to, String entries) {
        return """
                <transfer xmlns="http://commcarehq.org/ledger/v1" src="%s" dest="%s" section-id="stock">%s</transfer>""".formatted(from, to, entries);
    }

    private static String entry(String product, int quantity) {
        return "<entry id=\"%s\" quantity=\"%d\"/>".formatted(product, quantity);
    }
}

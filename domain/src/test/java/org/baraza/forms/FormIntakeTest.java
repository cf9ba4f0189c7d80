// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.baraza.cases.ContentError;
import org.baraza.forms.testing.IntakeFixture;
import org.baraza.forms.testing.IntakeFixture.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormIntakeTest {
    private static IntakeFixture fixture;

    @BeforeAll
    static void open() {
        fixture = IntakeFixture.open();
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Nested
    class WhenFormsComeAtTheSameTime {

        @ParameterizedTest
        @ValueSource(ints = {2, 20, 200})
        void theSameFormManyTimesOverIsStoredOnceAndAppliedOnce(int times) throws Exception {
            World world = fixture.world();
            world.submit(form("first", block("c", "<create><case_type>t</case_type></create>")));
            String again = form("again", block("c", "<update><n>1</n></update>"));

            List<Receipt> receipts = atOnce(times, i -> world.submit(again));

            assertThat(receipts).filteredOn(Receipt.Accepted.class::isInstance).hasSize(1);
            assertThat(receipts)
                    .filteredOn(Receipt.AlreadyReceived.class::isInstance)
                    .hasSize(times - 1);
            assertThat(world.formCounts()).isEqualTo(Map.of("normal", 2, "duplicate", times - 1));
            assertThat(world.caseState("c").orElseThrow().lastOrdinal()).isEqualTo(2);
        }

        @Test
        void formsAboutSharedCasesAllCountAndTheLastByServerOrderWins() throws Exception {
            World world = fixture.world();
            for (int i = 0; i < 5; i++) {
                world.submit(form("new-" + i, block("c" + i, "<create><case_type>t</case_type></create>")));
            }
            Random random = new Random(7);
            List<String> forms = IntStream.range(0, 100)
                    .mapToObj(i -> form(
                            "f" + i,
                            block("c" + random.nextInt(5), "<update><p" + i + ">x</p" + i + "></update>")
                                    + block("c" + random.nextInt(5), "<update><last>f" + i + "</last></update>")))
                    .toList();

            List<Receipt> receipts = atOnce(100, i -> world.submit(forms.get(i)));

            assertThat(receipts).allMatch(Receipt.Accepted.class::isInstance);
            long properties = IntStream.range(0, 5)
                    .mapToObj(i -> world.caseState("c" + i).orElseThrow())
                    .flatMap(state -> state.properties().keySet().stream())
                    .filter(name -> name.startsWith("p"))
                    .count();
            assertThat(properties).isEqualTo(100);
        }

        @Test
        void aBadFormTakesNobodyDownWithIt() throws Exception {
            World world = fixture.world();

            List<Receipt> receipts = atOnce(
                    40,
                    i -> world.submit(form(
                            "f" + i,
                            i % 4 == 0
                                    ? block("bad" + i, "<index><parent case_type=\"x\">nobody</parent></index>")
                                    : block("good" + i, "<create><case_type>t</case_type></create>"))));

            assertThat(receipts)
                    .filteredOn(Receipt.ContentRefused.class::isInstance)
                    .hasSize(10);
            assertThat(receipts).filteredOn(Receipt.Accepted.class::isInstance).hasSize(30);
            assertThat(world.formCounts()).isEqualTo(Map.of("normal", 30, "error", 10));
            assertThat(world.caseState("bad0")).isEmpty();
            assertThat(world.caseState("good1")).isPresent();
        }

        @Test
        void editsOfOneFormFromManySidesLeaveOneWinnerAndTheOthersAsItsPast() throws Exception {
            World world = fixture.world();

            List<Receipt> receipts = atOnce(
                    12,
                    i -> world.submit(form(
                            "f",
                            block("c", "<create><case_type>t</case_type></create><update><n>" + i + "</n></update>"))));

            assertThat(receipts).allMatch(Receipt.Accepted.class::isInstance);
            assertThat(world.formCounts()).isEqualTo(Map.of("normal", 1, "deprecated", 11));
        }
    }

    @Nested
    class WhenContentIsWrong {

        @Test
        void aSelfIndexIsStored() {
            World world = fixture.world();
            world.submit(form(
                    "f",
                    block(
                            "c",
                            "<create><case_type>t</case_type></create>"
                                    + "<index><self case_type=\"t\">c</self></index>")));
            assertThat(world.caseState("c").orElseThrow().liveIndices()).hasSize(1);
        }

        @Test
        void casesOfVersionOneAreRefusedByName() {
            World world = fixture.world();
            Receipt receipt = world.submit("""
                    <data xmlns="http://example.org/v1"><case><case_id>c</case_id>
                    <create><case_type_id>t</case_type_id></create></case></data>""");
            assertThat(error(receipt).name()).isEqualTo(ContentError.Name.UnknownCaseVersion);
        }

        @Test
        void aRelationshipThatIsNeitherChildNorExtensionIsRefused() {
            World world = fixture.world();
            Receipt receipt = world.submit(
                    form("f", block("c", "<index><parent case_type=\"t\" relationship=\"friend\">c</parent></index>")));
            assertThat(error(receipt).name()).isEqualTo(ContentError.Name.InvalidCaseIndex);
        }

        @Test
        void aLedgerForACaseThatDoesNotExistIsRefused() {
            World world = fixture.world();
            Receipt receipt = world.submit(form("f", """
                    <balance xmlns="http://commcarehq.org/ledger/v1" entity-id="nobody" date="2024-03-01"
                     section-id="stock"><entry id="p" quantity="1"/></balance>"""));
            assertThat(error(receipt).name()).isEqualTo(ContentError.Name.IllegalCaseId);
        }

        private ContentError error(Receipt receipt) {
            return ((Receipt.ContentRefused) receipt).error();
        }
    }

    @Nested
    class WhenTextsAreVeryLong {
        private static final String LONG = new java.util.Random(5)
                .ints(10_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<data xmlns=\"http://example.org/LONG\"/>",
                    "<data xmlns=\"http://example.org/f\" name=\"LONG\"/>",
                    "<data xmlns=\"http://example.org/f\"><meta><userID>LONG</userID><username>LONG</username>"
                            + "<deviceID>LONG</deviceID><instanceID>LONG</instanceID></meta></data>",
                    "<data xmlns=\"http://example.org/f\"><case xmlns=\"http://commcarehq.org/case/transaction/v2\""
                            + " case_id=\"c\" user_id=\"LONG\"><create><case_type>t</case_type></create></case></data>",
                    "<data xmlns=\"http://example.org/f\"><case xmlns=\"http://commcarehq.org/case/transaction/v2\""
                            + " case_id=\"c\"><update><pLONG>LONG</pLONG></update></case></data>",
                    "<data xmlns=\"http://example.org/f\"><balance xmlns=\"http://commcarehq.org/ledger/v1\""
                            + " entity-id=\"c\" section-id=\"LONG\"><entry id=\"LONG\" quantity=\"1\"/></balance></data>"
                })
        void aFormIsKeptOneWayOrAnother(String form) {
            World world = fixture.world();
            world.submit(form.replace("LONG", LONG));
            assertThat(world.formCounts().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1E999999999", "1E200000", "NaN", "0x10", "12345678901234567890"})
        void aQuantityThatIsNoPlainNumberIsPassedOver(String quantity) {
            World world = fixture.world();
            world.submit(form("f", block("c", "<create><case_type>t</case_type></create>")));
            Receipt receipt = world.submit(form("g", """
                    <balance xmlns="http://commcarehq.org/ledger/v1" entity-id="c" section-id="stock">\
                    <entry id="p" quantity="%s"/></balance>""".formatted(quantity)));
            assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        }
    }

    @Nested
    class WhenAFormIsEdited {

        @Test
        void aFailedEditOfAnArchivedFormStaysArchivedOnceItSucceeds() {
            World world = fixture.world();
            world.submit(form("a", block("c", "<create><case_type>t</case_type></create>")));
            world.submit(form("f", block("c", "<update><n>1</n></update>")));
            world.archive("f");
            String pointing =
                    form("f", block("c", "<update><n>2</n></update><index><p case_type=\"t\">late</p></index>"));
            assertThat(world.submit(pointing)).isInstanceOf(Receipt.ContentRefused.class);

            world.submit(form("late-form", block("late", "<create><case_type>t</case_type></create>")));
            world.submit(pointing);

            assertThat(world.form("f").orElseThrow().state()).isEqualTo(FormState.ARCHIVED);
            assertThat(world.caseState("c").orElseThrow().properties()).isEmpty();
        }

        @Test
        void theIdUnderWhichFormerContentIsKeptIsNobodysToEdit() {
            World world = fixture.world();
            world.submit(form("f", "<q>1</q>"));
            world.submit(form("f", "<q>2</q>"));
            String former = world.formIds(FormState.DEPRECATED).getFirst();

            Receipt receipt = world.submit(form(former, "<q>3</q>"));

            assertThat(receipt.formId()).isNotEqualTo(former);
            assertThat(world.formCounts()).isEqualTo(Map.of("normal", 2, "deprecated", 1));
        }

        @Test
        void anEditThatFailsLeavesTheCasesAndALaterOneMendsThem() {
            World world = fixture.world();
            world.submit(form("f", block("c", "<create><case_type>t</case_type></create><update><n>1</n></update>")));

            Receipt failed = world.submit(
                    form("f", block("c", "<update><n>2</n></update><index><p case_type=\"t\">no</p></index>")));
            assertThat(failed).isInstanceOf(Receipt.ContentRefused.class);
            assertThat(world.caseState("c").orElseThrow().properties()).containsEntry("n", "1");
            assertThat(world.formCounts()).isEqualTo(Map.of("error", 1, "deprecated", 1));

            world.submit(form("other", block("c", "<update><m>9</m></update>")));
            world.archive("other");
            assertThat(world.caseState("c").orElseThrow().properties()).isEqualTo(Map.of("n", "1"));

            world.submit(form("f", block("c", "<create><case_type>t</case_type></create><update><n>3</n></update>")));
            assertThat(world.caseState("c").orElseThrow().properties()).isEqualTo(Map.of("n", "3"));
        }

        @Test
        void aCaseThatAnEditNoLongerNamesIsGoneAndComesBackWithTheNextEdit() {
            World world = fixture.world();
            world.submit(form("f", block("c", "<create><case_type>t</case_type></create>")));
            world.submit(form("f", ""));
            assertThat(world.caseState("c").orElseThrow().deleted()).isTrue();
            world.submit(form("f", block("c", "<create><case_type>u</case_type></create>")));
            assertThat(world.caseState("c").orElseThrow().deleted()).isFalse();
            assertThat(world.caseState("c").orElseThrow().type()).isEqualTo("u");
        }

        @Test
        void anEditOfAnArchivedFormWaitsUntilItIsPutBack() {
            World world = fixture.world();
            world.submit(form("a", block("c", "<create><case_type>t</case_type></create>")));
            world.submit(form("f", block("c", "<update><n>1</n></update>")));
            world.archive("f");
            world.submit(form("f", block("c", "<update><n>2</n></update>") + block("d", "<update><x>y</x></update>")));
            assertThat(world.form("f").orElseThrow().state()).isEqualTo(FormState.ARCHIVED);
            assertThat(world.caseState("c").orElseThrow().properties()).isEmpty();
            assertThat(world.caseState("d").orElseThrow().deleted()).isTrue();

            world.unarchive("f");

            assertThat(world.caseState("c").orElseThrow().properties()).isEqualTo(Map.of("n", "2"));
            assertThat(world.caseState("d").orElseThrow().deleted()).isFalse();
        }
    }

    private static String form(String id, String content) {
        return """
                <data xmlns="http://example.org/form">%s<meta xmlns="http://openrosa.org/jr/xforms">\
                <userID>u-amina</userID><instanceID>%s</instanceID></meta></data>""".formatted(content, id);
    }

    private static String block(String caseId, String actions) {
        return """
                <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="%s" user_id="u-amina" \
                date_modified="2024-03-01T08:00:00Z">%s</case>""".formatted(caseId, actions);
    }

    private interface Numbered<R> {
        R of(int number) throws Exception;
    }

    private static <R> List<R> atOnce(int times, Numbered<R> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<R>> tasks = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                tasks.add(() -> work.of(number));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }
}

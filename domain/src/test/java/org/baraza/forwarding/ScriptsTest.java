// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.baraza.forwarding.Payloads.Making;
import org.baraza.forwarding.Workshop.Purpose;
import org.baraza.forwarding.expressions.Expressions;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Transformation;
import org.baraza.forwarding.spi.Transformation.Source;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.testing.Sink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Scripts that people write: what they make, and that nobody suffers from those that go wrong. */
final class ScriptsTest {
    private static final String FORM = """
            {"id": "f1", "metadata": {"userID": "u1"},
             "form": {"name": "Juma", "age": "3", "note": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
                      "visit": [{"weight": 10.5}, {"weight": 12}]}}""";

    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private final Workshop workshop = new Workshop(Duration.ofMillis(500), Duration.ofSeconds(60));

    private static Source source(String id) {
        Payload plain = new Payload("application/json", Map.of("received-on", "now"), Map.of(), new byte[] {'{', '}'});
        return new Source("demo", id, (ObjectNode) JsonMapper.shared().readTree(FORM), plain);
    }

    private Making made(String expression) {
        return made(project, new Expressions(), expression);
    }

    private Making made(ProjectId here, Transformation transformation, String script) {
        return ProjectScope.in(
                here,
                () -> workshop.make(transformation, script, List.of(source("f1")), Purpose.DELIVERY)
                        .get("f1"));
    }

    private List<Flaw> flaws(String expression) {
        return ProjectScope.in(project, () -> workshop.flaws(new Expressions(), expression));
    }

    private static String text(Making making) {
        assertThat(making).isInstanceOf(Making.Made.class);
        return new String(((Making.Made) making).payload().body(), StandardCharsets.UTF_8);
    }

    private static String reason(Making making) {
        assertThat(making).isInstanceOf(Making.Failed.class);
        return ((Making.Failed) making).reason();
    }

    @Test
    void anExpressionMakesWhatItSaysAndKeepsTheHeadersOfTheForm() {
        Making making = made("""
                {"who": form.name, "age": $number(form.age), "weights": form.visit.weight, "total": $sum(form.visit.weight),
                 "none": form.missing, "year": $fromMillis(0, "[Y0001]"), "initial": $replace(form.name, /^(J)(.*)$/, "$1."),
                 "parts": $split("a, b;c", /[,;] */), "has": $contains(form.note, /a+!/), "found": $match("x12y3", /\\d+/).match,
                 "big": $replace("ab", /[a-z]/, function($m) { $uppercase($m.match) }), "join": $join(["a", "b"], "-")}""");
        assertThat(JsonMapper.shared().readTree(text(making)))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"who": "Juma", "age": 3, "weights": [10.5, 12], "total": 22.5, "year": "1970", "initial": "J.",
                         "parts": ["a", "b", "c"], "has": true, "found": ["12", "3"], "big": "AB", "join": "a-b"}"""));
        assertThat(((Making.Made) making).payload().headers()).containsEntry("received-on", "now");
    }

    @ParameterizedTest
    @CsvSource({
        "webhook-id, x, text/plain",
        "HOST, x, text/plain",
        "'a b', x, text/plain",
        "X-A, 'x\ny', text/plain",
        "X-A, x, 'text/plain\r\nX-B: y'"
    })
    void aScriptSetsNoHeadersThatConnectionsMayNotSet(String name, String value, String contentType) {
        Payload bad = new Payload(contentType, Map.of(name, value), Map.of(), new byte[] {'{', '}'});
        Payload good = new Payload("text/plain", Map.of("X-A", "x"), Map.of(), new byte[] {'{', '}'});
        Map<String, Making> makings = ProjectScope.in(
                project,
                () -> workshop.make(
                        new Simple(source -> source.id().equals("f1") ? bad : good),
                        "",
                        List.of(source("f1"), source("f2")),
                        Purpose.DELIVERY));
        assertThat(reason(Objects.requireNonNull(makings.get("f1")))).contains("header");
        assertThat(makings.get("f2")).isInstanceOf(Making.Made.class);
    }

    @Test
    void ofNothingThereIsNothingToSend() {
        Making making = made("form.missing");
        assertThat(((Making.Made) making).payload().isNothing()).isTrue();
    }

    @Test
    void aFlawSaysWhereItIs() {
        assertThat(flaws("{\n  \"a\": form.name,\n  \"b\" form.age\n}"))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.line()).isEqualTo(3));
        assertThat(flaws("form.name["))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.line()).isEqualTo(1));
        assertThat(flaws("  ")).hasSize(1);
        assertThat(flaws("(".repeat(60_000))).hasSize(1);
        assertThat(flaws("$match(form.name, /(/)")).hasSize(1);
        assertThat(flaws("form.name")).isEmpty();
        assertThat(reason(made("{\n \"a\": $sum(form.name) }"))).startsWith("Line 2, column ");
        assertThat(reason(made("$error(\"no name\")"))).contains("no name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($f := function($n) { $f($n + 1) }; $f(0))",
                "($f := function($n) { 1 + $f($n + 1) }; $f(0))",
                "($f := function($s, $n) { $n = 0 ? $s : $f($s & $s, $n - 1) }; $f('0123456789', 40))",
                "($f := function($a, $n) { $n = 0 ? $a : $f([$a, $a], $n - 1) }; $f([1], 60))",
                "($f := function($a, $n) { $n = 0 ? $a : $f([[$a], [$a]], $n - 1) }; $string($f([1], 60)))",
                "($f := function($a, $n) { $n = 0 ? $a : $f({'x': $a, 'y': $a}, $n - 1) }; $count($f({}, 60).**))",
                "$sum([1..9999999])",
                "[1..20000].([1..20000])",
                "$pad('x', 1000000000)",
                "$round(1, 1000000000)",
                "$fromMillis(0, '[Y,999999999-999999999]')",
                "$distinct([1..100000])",
                "$match(form.note, /(a+)+\\1b/)",
                "$contains(form.note, /(.*a){20}b/)",
                "$split(form.note, /(a+)+\\1b/)",
                "$replace(form.note, /(a+)+\\1b/, 'x')",
                "($r := /(a+)+\\1b/; $r(form.note))",
                "form.note ~> /(a+)+\\1b/",
                "$filter([form.note], /(a+)+\\1b/)",
                "($__evaluate_entry := nothing; $f := function($n) { $f($n + 1) }; $f(0))",
                "$eval('1 + 1')",
                "function($x) { $x }"
            })
    void whatHasNoEndOrNoMeasureFailsAlone(String expression) {
        assertThat(reason(made(expression))).isNotBlank();
        // Nobody is left behind.
        assertThat(text(made("form.name"))).isEqualTo("\"Juma\"");
    }

    @Test
    void oneDocumentThatCannotBeMadeLeavesTheOthersAlone() {
        List<Source> sources =
                IntStream.range(0, 8).mapToObj(number -> source("f" + number)).toList();
        sources.get(3).json().put("id", "bad");
        Map<String, Making> makings = ProjectScope.in(
                project,
                () -> workshop.make(new Expressions(), "id = 'bad' ? $error('bad') : id", sources, Purpose.DELIVERY));
        assertThat(makings.values().stream().filter(Making.Made.class::isInstance))
                .hasSize(7);
        assertThat(reason(Objects.requireNonNull(makings.get("f3")))).contains("bad");
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void whatDoesNotHeedItsBoundsIsLeftBehindAndHoldsUpItsOwnProjectOnly(Purpose purpose) {
        Workshop hasty = new Workshop(Duration.ofMillis(50), Duration.ofSeconds(2));
        AtomicBoolean stop = new AtomicBoolean();
        Simple stubborn = new Simple(_ -> {
            // Asks nobody how long it may take.
            while (!stop.get()) {
                Thread.onSpinWait();
            }
            return Payload.NOTHING;
        });
        Map<String, Making> first =
                ProjectScope.in(project, () -> hasty.make(stubborn, "", List.of(source("f1"), source("f2")), purpose));
        assertThat(reason(Objects.requireNonNull(first.get("f1")))).contains("does not end");
        assertThat(first.get("f2")).isInstanceOf(Making.Later.class);
        // Nothing that is to be delivered is given up for it.
        assertThat(made(hasty, purpose)).isInstanceOf(Making.Later.class);
        Purpose other = purpose == Purpose.PREVIEW ? Purpose.DELIVERY : Purpose.PREVIEW;
        assertThat(text(made(hasty, other))).isEqualTo("\"Juma\"");
        List<Flaw> flaws = ProjectScope.in(project, () -> hasty.flaws(new Expressions(), "1"));
        if (purpose == Purpose.PREVIEW) {
            assertThat(flaws)
                    .singleElement()
                    .satisfies(flaw -> assertThat(flaw.message()).contains("have not ended"));
        } else {
            assertThat(flaws).isEmpty();
        }
        assertThat(ProjectScope.in(new ProjectId(UUID.randomUUID()), () -> hasty.flaws(new Expressions(), "1")))
                .isEmpty();
        stop.set(true);
        Sink.eventually(() -> made(hasty, purpose) instanceof Making.Made, "went on after it had ended");
    }

    private Making made(Workshop here, Purpose purpose) {
        return Objects.requireNonNull(ProjectScope.in(
                        project, () -> here.make(new Expressions(), "form.name", List.of(source("f9")), purpose))
                .get("f9"));
    }

    @Test
    void aProjectHasFewScriptsAtWorkAndLeavesBenchesToOthers() throws InterruptedException {
        Benches benches = new Benches();
        for (int number = 0; number < Benches.OF_A_PROJECT; number++) {
            assertThat(benches.take(project)).isTrue();
        }
        assertThat(benches.take(project)).isFalse();
        ProjectId other = new ProjectId(UUID.randomUUID());
        assertThat(benches.take(other)).isTrue();
        benches.leave(project);
        assertThat(benches.take(project)).isTrue();
    }

    @Test
    void aNodeHasAsManyBenchesAsItCanBear() throws InterruptedException {
        Benches benches = new Benches();
        List<ProjectId> atWork = new ArrayList<>();
        ProjectId next = new ProjectId(UUID.randomUUID());
        while (benches.take(next)) {
            atWork.add(next);
            next = new ProjectId(UUID.randomUUID());
        }
        assertThat(atWork).hasSize(Math.max(4, Runtime.getRuntime().availableProcessors()));
        benches.leave(atWork.getFirst());
        assertThat(benches.take(next)).isTrue();
    }

    /** Makes of documents what a test says. */
    private record Simple(Script made) implements Transformation {
        @Override
        public String slug() {
            return "simple";
        }

        @Override
        public String label() {
            return slug();
        }

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public String language() {
            return slug();
        }

        @Override
        public String example() {
            return "";
        }

        @Override
        public Map<String, String> sources() {
            return Map.of();
        }

        @Override
        public Script read(String script, Budget budget) {
            return made;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Numeral;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Expr.Quoted;
import org.baraza.xpath.Expr.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is printed reads to the same tree, and whatever is typed is read or refused with a place in the text. */
class RoundTripTest {

    @Test
    void aPrintedTreeReadsToItself() throws Exception {
        for (int seed = 0; seed < 20_000; seed++) {
            Expr tree = new RandomExpressions(seed).next(seed % 6);
            String printed = Expressions.print(tree);
            assertThat(unplaced(Expressions.parse(printed, Signatures.NONE)))
                    .as(printed)
                    .isEqualTo(tree);
        }
    }

    @ParameterizedTest
    @MethodSource("expressionsOfApplications")
    void everyExpressionOfTheSampleApplicationsIsReadAndKeepsItsMeaning(String text) throws Exception {
        Expr tree = Expressions.parse(text);
        assertThat(unplaced(Expressions.parse(Expressions.print(tree)))).isEqualTo(unplaced(tree));
    }

    static List<String> expressionsOfApplications() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(RoundTripTest.class.getResourceAsStream("/xpath/expressions.txt"))) {
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        }
    }

    @Test
    void damagedExpressionsAreReadOrRefusedWithinTheText() throws Exception {
        List<String> samples = expressionsOfApplications();
        Random random = new Random(17);
        int refused = 0;
        for (int i = 0; i < 30_000; i++) {
            String damaged = damaged(samples.get(random.nextInt(samples.size())), random);
            try {
                Expressions.print(Expressions.parse(damaged));
            } catch (BadExpression bad) {
                refused++;
                assertThat(bad.span().offset()).as(damaged).isBetween(0, damaged.length());
                assertThat(bad.span().end()).as(damaged).isLessThanOrEqualTo(damaged.length());
                assertThat(bad.getMessage()).endsWith(".");
            }
        }
        assertThat(refused).isGreaterThan(5_000);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        String pieces = "()[]'\"/@.,*=<>!-+|$#:&\uD83D a1é";
        for (int i = 1 + random.nextInt(3); i > 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, pieces.charAt(random.nextInt(pieces.length())));
                default -> damaged.setCharAt(at, pieces.charAt(random.nextInt(pieces.length())));
            }
        }
        return damaged.toString();
    }

    /** The tree without places, so that trees can be compared. */
    static Expr unplaced(Expr tree) {
        return Expressions.rewrite(tree, part -> switch (part) {
            case Quoted quoted -> Quoted.of(quoted.text());
            case Numeral numeral -> new Numeral(numeral.value(), numeral.digits(), Span.NOWHERE);
            case Variable variable -> new Variable(variable.name(), Span.NOWHERE);
            case Hashtag tag -> new Hashtag(tag.space(), unplaced(tag.steps()), Span.NOWHERE);
            case Call call -> new Call(call.function(), call.arguments(), Span.NOWHERE);
            case Negation negation -> new Negation(negation.operand(), Span.NOWHERE);
            case Binary binary -> new Binary(binary.operator(), binary.left(), binary.right(), Span.NOWHERE);
            case Path path -> new Path(unplaced(path.start()), unplaced(path.steps()), Span.NOWHERE);
        });
    }

    private static Start unplaced(Start start) {
        return start instanceof Start.Instance instance ? new Start.Instance(instance.id(), Span.NOWHERE) : start;
    }

    private static List<Step> unplaced(List<Step> steps) {
        return steps.stream()
                .map(step -> new Step(step.axis(), step.name(), step.predicates(), Span.NOWHERE))
                .toList();
    }
}

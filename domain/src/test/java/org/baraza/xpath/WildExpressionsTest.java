// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Negation;
import org.junit.jupiter.api.Test;

/** Whatever is put into whichever function gives a value or fails with a sentence and a place, and nothing else. */
class WildExpressionsTest {
    private static final String[] LEAVES = {
        "''",
        "' '",
        "'abc'",
        "'a b  c'",
        "'12'",
        "'-1.5'",
        "'1e9'",
        "0",
        "1",
        "-1",
        "2.5",
        "1 div 0",
        "0 div 0",
        "99999999999999999999",
        "true()",
        "false()",
        "today()",
        "now()",
        "date('2020-02-29')",
        "'2020-02-29'",
        "'2020-02-29T23:59:59Z'",
        "'2020-13-99'",
        "'99999-01-01'",
        "none",
        "one",
        "many",
        "blank",
        "day",
        "word",
        "list",
        "place",
        ".",
        "..",
        "/",
        "@version",
        "child/name",
        "many[2]",
        "child[age > 3]",
        "*",
        "@*",
        "$number",
        "$text",
        "'0 0'",
        "'0 0 0 10 10 10'",
        "'91 181'",
        "'AES'",
        "'verhoeff'",
        "'ethiopian'",
        "'nepali'",
        "'%Y-%q'",
        "'%d/%m'",
        "'['",
        "'(a*)*'",
        "'^.*$'",
        "'\\'",
        "'{\"a\":[1]}'",
        "'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='",
        "'🙂é'",
        "-2147483649"
    };

    private final Evaluator evaluator = new Evaluator(200_000);

    @Test
    void nothingButAFailureWithASentenceComesOut() throws Exception {
        int values = 0;
        int failures = 0;
        for (int seed = 0; seed < 60_000; seed++) {
            Expr expr = wild(new Random(seed), 1 + seed % 3);
            String text = Expressions.print(expr);
            Expr read = Expressions.parse(text);
            Expressions.check(read, Names.UNKNOWN);
            try {
                assertThat(evaluator.text(read, Evaluations.scope())).isNotNull();
                values++;
            } catch (EvaluationFailed failed) {
                failures++;
                assertThat(failed.getMessage()).as(text).endsWith(".");
                assertThat(failed.span()).as(text).isNotEqualTo(Span.NOWHERE);
            } catch (RuntimeException other) {
                throw new AssertionError(text, other);
            }
        }
        assertThat(values).isGreaterThan(20_000);
        assertThat(failures).isGreaterThan(5_000);
    }

    private static Expr wild(Random random, int depth) throws BadExpression {
        if (depth == 0) {
            return Expressions.parse(LEAVES[random.nextInt(LEAVES.length)]);
        }
        return switch (random.nextInt(8)) {
            case 0 -> {
                Operator[] all = Operator.values();
                yield Binary.of(all[random.nextInt(all.length)], wild(random, depth - 1), wild(random, depth - 1));
            }
            case 1 -> new Negation(wild(random, depth - 1), Span.NOWHERE);
            default -> {
                List<Signature> functions = Expressions.functions();
                Signature function = functions.get(random.nextInt(functions.size()));
                Arity arity = function.arity();
                int count = Math.min(arity.most(), arity.least() + arity.step() * random.nextInt(3));
                List<Expr> arguments = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    arguments.add(wild(random, depth - 1));
                }
                yield new Call(function.name(), arguments, Span.NOWHERE);
            }
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Numeral;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Expr.Quoted;
import org.baraza.xpath.Expr.Variable;

/** Makes trees of every shape that can be written, the same ones for the same seed. */
final class RandomExpressions {

    private static final String[] NAMES = {
        "a", "case", "div", "and", "x-1", "c:case", "mod", "or", "text", "é.b", "current"
    };
    private static final String[] TEXTS = {"", "x", "it's", "say \"no\"", " a b ", "[1]/", "ü🙂"};
    private static final String[] NUMBERS = {"0", "12", "1.50", ".5", "7."};

    private final Random random;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    Expr next(int depth) {
        if (depth == 0) {
            return leaf();
        }
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Binary(one(Operator.values()), next(depth - 1), next(depth - 1), Span.NOWHERE);
            case 2 -> new Negation(next(depth - 1), Span.NOWHERE);
            case 3 -> new Call("anything" + random.nextInt(3), many(depth - 1), Span.NOWHERE);
            case 4 -> path(depth - 1);
            default -> leaf();
        };
    }

    private Expr leaf() {
        return switch (random.nextInt(5)) {
            case 0 -> Quoted.of(one(TEXTS));
            case 1 -> {
                String digits = one(NUMBERS);
                yield new Numeral(Double.parseDouble(digits), digits, Span.NOWHERE);
            }
            case 2 -> new Variable(one(NAMES), Span.NOWHERE);
            case 3 -> new Hashtag(one(NAMES), steps(0, random.nextInt(3)), Span.NOWHERE);
            default -> path(0);
        };
    }

    private Path path(int depth) {
        int length = random.nextInt(4);
        Start start = switch (random.nextInt(4)) {
            case 0 -> new Start.Root();
            case 1 -> new Start.Current();
            case 2 -> new Start.Instance(one(TEXTS), Span.NOWHERE);
            default -> new Start.Here();
        };
        boolean needsStep = start instanceof Start.Here;
        return new Path(start, steps(depth, needsStep ? length + 1 : length), Span.NOWHERE);
    }

    private List<Step> steps(int depth, int count) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Axis axis = one(Axis.values());
            boolean nameless = axis == Axis.PARENT || axis == Axis.SELF ? random.nextInt(4) > 0 : false;
            String name = nameless ? "" : random.nextInt(6) == 0 ? Step.ANY : one(NAMES);
            steps.add(new Step(
                    axis, name, random.nextInt(3) == 0 && depth > 0 ? many(depth - 1) : List.of(), Span.NOWHERE));
        }
        return steps;
    }

    private List<Expr> many(int depth) {
        List<Expr> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(next(depth));
        }
        return all;
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}

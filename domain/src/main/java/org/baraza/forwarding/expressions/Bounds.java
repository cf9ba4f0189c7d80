// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.expressions;

import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Parser.Symbol;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.baraza.forwarding.spi.Budget;
import org.jspecify.annotations.Nullable;

/** Watches the evaluation of an expression: how deep it goes, how large what it makes is, and how long it takes. */
final class Bounds {
    /** Letters and parts of a value, those that it has several times counted each time. */
    static final long LARGEST = 8_000_000;

    private static final int MOST_ITEMS = 200_000;
    private static final int DEEPEST = 500;
    private static final VarHandle VALUE = value();

    private final Budget budget;
    private final IdentityHashMap<Object, Long> weights = new IdentityHashMap<>();
    private int depth;

    Bounds(Budget budget) {
        this.budget = budget;
    }

    /** Of a part of an expression; the library keeps it to itself. */
    private static VarHandle value() {
        try {
            return MethodHandles.privateLookupIn(Symbol.class, MethodHandles.lookup())
                    .findVarHandle(Symbol.class, "value", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void watch(Frame frame) {
        frame.setEvaluateEntryCallback((part, input, environment) -> {
            check();
            if (++depth > DEEPEST) {
                throw new IllegalStateException("The expression goes deeper than " + DEEPEST + " steps.");
            }
            if (VALUE.get(part) instanceof Pattern pattern) {
                VALUE.set(part, new Regex(pattern, this));
            }
        });
        frame.setEvaluateExitCallback((part, input, environment, result) -> {
            depth--;
            accept(result);
        });
    }

    void check() {
        budget.check();
    }

    /** Refuses what is too large. */
    void accept(@Nullable Object value) {
        accept(weight(value));
    }

    void accept(long weight) {
        if (weight > LARGEST) {
            throw new IllegalStateException("The expression makes something that is too large.");
        }
    }

    private long weight(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.length();
            case List<?> list -> weight(list, list.size(), list);
            case Map<?, ?> map -> weight(map, map.size(), map.values());
            case null, default -> 1;
        };
    }

    private long weight(Object container, int size, Iterable<?> parts) {
        if (size > MOST_ITEMS) {
            return LARGEST + 1;
        }
        Long known = weights.get(container);
        if (known != null) {
            return known;
        }
        // One that has itself as a part has no end.
        weights.put(container, LARGEST + 1);
        long weight = 1;
        for (Object part : parts) {
            weight = Math.min(LARGEST + 1, weight + 1 + weight(part));
        }
        weights.put(container, weight);
        return weight;
    }
}

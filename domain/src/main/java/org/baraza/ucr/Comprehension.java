// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baraza.ucr.Statement.Names;
import org.baraza.ucr.Statement.Node;
import org.baraza.ucr.Statement.Unanswerable;

/** What stands behind {@code for}: the name of each element, where they come from, and which are wanted. */
record Comprehension(String variable, Node items, List<Node> tests) {
    private static final int MOST = 100_000;

    /** What is known in each round. */
    List<Names> rounds(Names names) {
        List<Value> values = elements(items.value(names)).toList();
        if (values.size() > MOST) {
            throw new Unanswerable();
        }
        return values.stream()
                .map(value -> names.with(with(names.variables(), value)))
                .filter(round -> {
                    round.situation().check();
                    return tests.stream().allMatch(test -> test.value(round).isTrue());
                })
                .toList();
    }

    private Function<String, Value> with(Function<String, Value> variables, Value value) {
        return name -> name.equals(variable) ? value : variables.apply(name);
    }

    private static Stream<Value> elements(Value of) {
        return switch (of) {
            case Value.Items(var values) -> values.stream();
            case Value.Fields(Map<String, Value> values) ->
                values.keySet().stream().map(Value::of);
            case Value.Text(var text) ->
                text.codePoints().mapToObj(Character::toString).map(Value::of);
            default -> throw new Unanswerable();
        };
    }
}

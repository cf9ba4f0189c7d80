// SPDX-License-Identifier: Apache-2.0
package org.baraza.ucr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.baraza.ucr.Statement.Names;
import org.baraza.ucr.Statement.Node;
import org.baraza.ucr.Statement.Unanswerable;
import org.baraza.ucr.Tokens.Token;
import org.jspecify.annotations.Nullable;

/** Reads statements, from what binds least to what binds most. */
final class StatementReader {
    private static final int DEEPEST = 100;

    private final Tokens tokens;
    private final Function<String, Expression> named;
    private int depth;

    StatementReader(Tokens tokens, Function<String, Expression> named) {
        this.tokens = tokens;
        this.named = named;
    }

    Node whole() {
        Node node = choice();
        if (!(tokens.peek() instanceof Token.End)) {
            throw new Unanswerable();
        }
        return node;
    }

    /** {@code one if test else other}. */
    private Node choice() {
        if (++depth > DEEPEST) {
            throw new Unanswerable();
        }
        try {
            Node node = either();
            if (!tokens.took("if")) {
                return node;
            }
            Node test = either();
            tokens.expect("else");
            Node otherwise = choice();
            return names -> (test.value(names).isTrue() ? node : otherwise).value(names);
        } finally {
            depth--;
        }
    }

    private Node either() {
        Node node = both();
        while (tokens.took("or")) {
            Node first = node;
            Node second = both();
            node = names -> {
                Value value = first.value(names);
                return value.isTrue() ? value : second.value(names);
            };
        }
        return node;
    }

    private Node both() {
        Node node = negation();
        while (tokens.took("and")) {
            Node first = node;
            Node second = negation();
            node = names -> {
                Value value = first.value(names);
                return value.isTrue() ? second.value(names) : value;
            };
        }
        return node;
    }

    private Node negation() {
        if (!tokens.isNext("not")) {
            return comparison();
        }
        int nots = 0;
        while (tokens.took("not")) {
            nots++;
        }
        boolean opposite = nots % 2 == 1;
        Node node = comparison();
        return names -> Value.of(node.value(names).isTrue() != opposite);
    }

    private record Link(BiFunction<Value, Value, Boolean> holds, Node with) {}

    /** {@code a < b < c} compares each with the next. */
    private Node comparison() {
        Node first = sum();
        List<Link> links = new ArrayList<>();
        for (Optional<BiFunction<Value, Value, Boolean>> holds = compared(); holds.isPresent(); holds = compared()) {
            links.add(new Link(holds.get(), sum()));
        }
        if (links.isEmpty()) {
            return first;
        }
        return names -> {
            Value left = first.value(names);
            for (Link link : links) {
                Value right = link.with.value(names);
                if (!link.holds.apply(left, right)) {
                    return Value.FALSE;
                }
                left = right;
            }
            return Value.TRUE;
        };
    }

    private Optional<BiFunction<Value, Value, Boolean>> compared() {
        if (tokens.took("is")) {
            return Optional.of(tokens.took("not") ? (one, other) -> !Comparison.same(one, other) : Comparison::same);
        }
        if (tokens.took("not")) {
            tokens.expect("in");
            return Optional.of((one, other) -> !contained(one, other));
        }
        if (tokens.took("in")) {
            return Optional.of(StatementReader::contained);
        }
        if (tokens.took("==")) {
            return Optional.of(Comparison::same);
        }
        if (tokens.took("!=")) {
            return Optional.of((one, other) -> !Comparison.same(one, other));
        }
        if (tokens.took("<=")) {
            return Optional.of((one, other) -> order(one, other) <= 0);
        }
        if (tokens.took(">=")) {
            return Optional.of((one, other) -> order(one, other) >= 0);
        }
        if (tokens.took("<")) {
            return Optional.of((one, other) -> order(one, other) < 0);
        }
        return tokens.took(">") ? Optional.of((one, other) -> order(one, other) > 0) : Optional.empty();
    }

    private static int order(Value one, Value other) {
        return Comparison.order(one, other).orElseThrow(Unanswerable::new);
    }

    private static boolean contained(Value part, Value whole) {
        boolean comparable = whole instanceof Value.Items
                || whole instanceof Value.Fields
                || whole instanceof Value.Text && part instanceof Value.Text;
        if (!comparable) {
            throw new Unanswerable();
        }
        return Operator.contains(whole, part);
    }

    private Node sum() {
        Node node = product();
        while (true) {
            if (tokens.took("+")) {
                node = counted(node, product(), Arithmetic::plus);
            } else if (tokens.took("-")) {
                node = counted(node, product(), Arithmetic::minus);
            } else {
                return node;
            }
        }
    }

    private Node product() {
        Node node = signed();
        while (true) {
            if (tokens.took("*")) {
                node = counted(node, signed(), Arithmetic::times);
            } else if (tokens.took("/")) {
                node = counted(node, signed(), Arithmetic::dividedBy);
            } else if (tokens.took("//")) {
                node = counted(node, signed(), Arithmetic::wholesIn);
            } else if (tokens.took("%")) {
                node = counted(node, signed(), Arithmetic::restOf);
            } else {
                return node;
            }
        }
    }

    private static Node counted(Node one, Node other, BinaryOperator<Value> operation) {
        return names -> Statement.answered(operation.apply(one.value(names), other.value(names)));
    }

    private Node signed() {
        boolean negative = false;
        boolean any = false;
        while (tokens.isNext("-") || tokens.isNext("+")) {
            any = true;
            negative ^= tokens.took("-");
            tokens.took("+");
        }
        Node node = followed(atom());
        if (!any) {
            return node;
        }
        boolean opposite = negative;
        return names -> {
            Value value = node.value(names);
            return Statement.answered(opposite ? Arithmetic.negated(value) : Arithmetic.plus(Value.of(0), value));
        };
    }

    /** What is asked of a value: a key, an element, a part. */
    private Node followed(Node from) {
        Node node = from;
        while (true) {
            Node of = node;
            if (tokens.took(".")) {
                String key = tokens.name();
                if (key.startsWith("_") || tokens.isNext("(")) {
                    throw new Unanswerable();
                }
                node = names -> Parts.attribute(of.value(names), key);
            } else if (tokens.took("[")) {
                node = part(of);
            } else {
                return node;
            }
        }
    }

    private Node part(Node of) {
        @Nullable Node from = tokens.isNext(":") ? null : choice();
        if (tokens.took("]")) {
            Node index = from == null ? nothing() : from;
            return names -> Parts.element(of.value(names), index.value(names));
        }
        tokens.expect(":");
        @Nullable Node to = tokens.isNext("]") ? null : choice();
        tokens.expect("]");
        return names -> Parts.slice(of.value(names), value(from, names), value(to, names));
    }

    private static Value value(@Nullable Node node, Names names) {
        return node == null ? Value.NOTHING : node.value(names);
    }

    private static Node nothing() {
        return names -> Value.NOTHING;
    }

    private Node atom() {
        if (tokens.took("(")) {
            Node node = choice();
            tokens.expect(")");
            return node;
        }
        if (tokens.took("[")) {
            return list();
        }
        if (tokens.took("{")) {
            return object();
        }
        return switch (tokens.take()) {
            case Token.Literal(var value) -> names -> value;
            case Token.Name(var name) when tokens.isNext("(") -> call(name);
            case Token.Name(var name) when name.contains("__") -> throw new Unanswerable();
            case Token.Name(var name) -> names -> names.variables().apply(name);
            case Token.Mark _, Token.End _ -> throw new Unanswerable();
        };
    }

    private Node list() {
        List<Node> elements = new ArrayList<>();
        if (tokens.took("]")) {
            return names -> new Value.Items(List.of());
        }
        elements.add(choice());
        if (tokens.isNext("for")) {
            Node each = elements.getFirst();
            Comprehension loop = comprehension("]");
            return names ->
                    new Value.Items(loop.rounds(names).stream().map(each::value).toList());
        }
        while (tokens.took(",")) {
            if (!tokens.isNext("]")) {
                elements.add(choice());
            }
        }
        tokens.expect("]");
        return names -> new Value.Items(
                elements.stream().map(element -> element.value(names)).toList());
    }

    private record Pair(Node key, Node value) {}

    private Node object() {
        List<Pair> pairs = new ArrayList<>();
        if (tokens.took("}")) {
            return names -> new Value.Fields(Map.of());
        }
        pairs.add(pair());
        if (tokens.isNext("for")) {
            Pair each = pairs.getFirst();
            Comprehension loop = comprehension("}");
            return names -> {
                Map<String, Value> values = new LinkedHashMap<>();
                loop.rounds(names).forEach(round -> put(values, each, round));
                return new Value.Fields(values);
            };
        }
        while (tokens.took(",")) {
            if (!tokens.isNext("}")) {
                pairs.add(pair());
            }
        }
        tokens.expect("}");
        return names -> {
            Map<String, Value> values = new LinkedHashMap<>();
            pairs.forEach(pair -> put(values, pair, names));
            return new Value.Fields(values);
        };
    }

    private Pair pair() {
        Node key = choice();
        tokens.expect(":");
        return new Pair(key, choice());
    }

    private static void put(Map<String, Value> values, Pair pair, Names names) {
        values.put(Texts.shown(pair.key.value(names)), pair.value.value(names));
    }

    private Comprehension comprehension(String end) {
        tokens.expect("for");
        String variable = tokens.name();
        tokens.expect("in");
        Node items = either();
        List<Node> tests = new ArrayList<>();
        while (tokens.took("if")) {
            tests.add(either());
        }
        tokens.expect(end);
        return new Comprehension(variable, items, tests);
    }

    private Node call(String name) {
        tokens.expect("(");
        List<Node> arguments = new ArrayList<>();
        Map<String, Node> byName = new LinkedHashMap<>();
        while (!tokens.took(")")) {
            Optional<String> keyword = tokens.keyword();
            Node argument = choice();
            keyword.ifPresentOrElse(key -> byName.put(key, argument), () -> arguments.add(argument));
            if (!tokens.isNext(")")) {
                tokens.expect(",");
            }
        }
        return StatementFunctions.call(name, arguments, byName, named);
    }
}

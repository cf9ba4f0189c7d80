// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Node;
import org.baraza.xpath.Value;

/** Lists of words with blanks between, as answers to questions with several choices are. */
final class ListFunctions {

    private ListFunctions() {}

    static final Map<String, Body> ALL = Map.of(
            "selected", ListFunctions::selected,
            "is-selected", ListFunctions::selected,
            "count-selected", in -> Value.of(words(in.text(0)).size()),
            "selected-at", ListFunctions::at,
            "index-of", ListFunctions::indexOf,
            "distinct-values", ListFunctions::distinct,
            "sort", ListFunctions::sort,
            "sort-by", ListFunctions::sortBy);

    /** Several words are selected when they stand in the list next to each other, which is how devices see it. */
    private static Value selected(Arguments in) {
        return Value.of((" " + in.text(0) + " ").contains(" " + in.text(1).trim() + " "));
    }

    private static Value at(Arguments in) {
        List<String> words = words(in.text(0));
        int index = in.whole(1);
        if (index < 0 || index >= words.size()) {
            throw new EvaluationFailed(
                    "The list has " + words.size() + " words, so there is none at the index " + index + ".");
        }
        return Value.of(words.get(index));
    }

    private static Value indexOf(Arguments in) {
        int index = items(in.value(0)).indexOf(in.text(1));
        return index < 0 ? Value.BLANK : Value.of(index);
    }

    private static Value distinct(Arguments in) {
        Set<String> distinct = new LinkedHashSet<>(items(in.value(0)));
        return new Value.Nodes(distinct.stream().<Node>map(WordNode::new).toList());
    }

    private static Value sort(Arguments in) {
        List<String> words = new ArrayList<>(words(in.text(0)));
        words.sort(order(in, 1));
        return Value.of(String.join(" ", words));
    }

    private static Value sortBy(Arguments in) {
        List<String> words = words(in.text(0));
        List<String> keys = words(in.text(1));
        if (words.size() != keys.size()) {
            throw new EvaluationFailed(
                    "There are " + words.size() + " words to sort and " + keys.size() + " keys to sort them by.");
        }
        Comparator<String> order = order(in, 2);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            places.add(i);
        }
        places.sort(Comparator.<Integer, String>comparing(keys::get, order).thenComparing(words::get, order));
        return Value.of(String.join(" ", places.stream().map(words::get).toList()));
    }

    private static Comparator<String> order(Arguments in, int ascending) {
        return in.count() <= ascending || in.truth(ascending) ? Comparator.naturalOrder() : Collections.reverseOrder();
    }

    private static List<String> items(Value value) {
        return value instanceof Value.Nodes nodes
                ? nodes.list().stream().map(node -> node.value().text()).toList()
                : words(value.text());
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.util.Map;
import org.baraza.xpath.EvaluationFailed;
import org.baraza.xpath.Value;

/** What is asked about nodes rather than about their values. */
final class NodeFunctions {

    private NodeFunctions() {}

    static final Map<String, Body> ALL =
            Map.of("count", in -> Value.of(nodes(in, "count").list().size()), "position", NodeFunctions::position);

    private static Value position(Arguments in) {
        if (in.count() == 0) {
            return Value.of(in.place());
        }
        Value.Nodes nodes = nodes(in, "position");
        if (nodes.list().isEmpty()) {
            throw new EvaluationFailed("The path leads to no node, so there is no position.");
        }
        return Value.of(nodes.list().getFirst().position());
    }

    private static Value.Nodes nodes(Arguments in, String function) {
        if (in.value(0) instanceof Value.Nodes nodes) {
            return nodes;
        }
        throw new EvaluationFailed(function + "() is asked about nodes, and this is a single value.");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.xpath.Expr.Path;

/** Follows paths from node to node. */
final class PathWalk {

    private final Evaluation evaluation;
    private final Filtering filtering;

    PathWalk(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.filtering = new Filtering(evaluation);
    }

    List<Node> nodes(Path path, Frame frame) {
        List<Node> reached = List.of(start(path, frame));
        for (Step step : path.steps()) {
            reached = follow(reached, step, frame);
            if (reached.isEmpty()) {
                return reached;
            }
        }
        return reached;
    }

    private Node start(Path path, Frame frame) {
        Optional<? extends Node> start = switch (path.start()) {
            case Start.Here ignored -> frame.node();
            case Start.Current ignored -> evaluation.scope().node();
            case Start.Root ignored -> evaluation.scope().form();
            case Start.Instance instance -> evaluation.scope().instances().open(instance.id());
        };
        return start.orElseThrow(() -> Evaluation.failure(missing(path.start()), path));
    }

    private static String missing(Start start) {
        return switch (start) {
            case Start.Here ignored -> "There is no node that this path could start at.";
            case Start.Current ignored -> "There is no node that current() could mean.";
            case Start.Root ignored -> "There is no form that this path could start at.";
            case Start.Instance instance -> "There is no instance " + instance.id() + ".";
        };
    }

    private List<Node> follow(List<Node> from, Step step, Frame frame) {
        if (from.size() == 1) {
            return filtering.step(from.getFirst(), step, frame);
        }
        Set<Node> reached = new LinkedHashSet<>();
        for (Node node : from) {
            reached.addAll(filtering.step(node, step, frame));
        }
        return new ArrayList<>(reached);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes one step from one node: the nodes in its direction of its name, for which all conditions hold. */
final class Filtering {

    private final Evaluation evaluation;

    /** Which conditions of a step a store may answer, found out once. */
    private final Map<Step, Conditions> conditions = new IdentityHashMap<>();

    Filtering(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    List<Node> step(Node node, Step step, Frame frame) {
        if (step.predicates().isEmpty()) {
            return candidates(node, step);
        }
        Conditions all = conditions.computeIfAbsent(step, Conditions::of);
        if (step.axis() != Axis.CHILD
                || step.name().equals(Step.ANY)
                || all.offered().isEmpty()) {
            return filtered(candidates(node, step), all.parts());
        }
        List<Conditions.Offer> offers = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (Conditions.Offer offer : all.offered()) {
            offer(offer, frame, offers, wanted);
        }
        Optional<Narrowed> narrowed = node.narrowed(local(step.name()), wanted);
        if (narrowed.isEmpty()) {
            return filtered(candidates(node, step), all.parts());
        }
        evaluation.budget().spend(narrowed.get().nodes().size());
        Set<Integer> done = new HashSet<>();
        narrowed.get()
                .answered()
                .forEach(answered -> done.add(offers.get(answered).part()));
        return filtered(List.copyOf(narrowed.get().nodes()), all.without(done));
    }

    /** What cannot be evaluated is no matter as long as there is no node to compare it with, so it is not offered. */
    private void offer(Conditions.Offer offer, Frame frame, List<Conditions.Offer> offers, List<Wanted> wanted) {
        try {
            wanted.add(new Wanted(offer.path(), offer.attribute(), evaluation.single(offer.value(), frame)));
            offers.add(offer);
        } catch (EvaluationFailed later) {
            // The condition is evaluated for each node, and fails there if there is one.
        }
    }

    private List<Node> candidates(Node node, Step step) {
        String name = local(step.name());
        boolean any = name.equals(Step.ANY);
        List<? extends Node> found = switch (step.axis()) {
            case CHILD -> any ? node.children() : node.children(name);
            case ATTRIBUTE -> any ? node.attributes() : listed(node.attribute(name));
            case SELF -> named(Optional.of(node), name);
            case PARENT -> named(node.parent(), name);
        };
        evaluation.budget().spend(found.size());
        return List.copyOf(found);
    }

    private static List<? extends Node> named(Optional<Node> node, String name) {
        boolean wanted = name.isEmpty() || name.equals(Step.ANY);
        return wanted ? listed(node) : listed(node.filter(it -> name.equals(it.name())));
    }

    private static List<? extends Node> listed(Optional<? extends Node> node) {
        return node.isPresent() ? List.of(node.get()) : List.of();
    }

    /** Devices look at no namespace, so a prefix says nothing. */
    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private List<Node> filtered(List<Node> candidates, List<Expr> parts) {
        List<Node> left = candidates;
        for (Expr part : parts) {
            List<Node> kept = new ArrayList<>();
            int place = 0;
            for (Node candidate : left) {
                place++;
                if (holds(part, new Frame(candidate, place))) {
                    kept.add(candidate);
                }
            }
            left = kept;
        }
        return left;
    }

    /** A number asks for the place of the node; a text or a node does not decide anything on devices and never holds. */
    private boolean holds(Expr part, Frame frame) {
        return switch (evaluation.single(part, frame)) {
            case Value.Num number -> (long) number.number() == frame.place() && !Double.isNaN(number.number());
            case Value.Bool truth -> truth.truth();
            default -> false;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Path;

/**
 * The conditions of a step, with conditions joined by "and" taken apart, and those that a store may answer: an attribute
 * or a property of the node equals what does not depend on the node.
 *
 * @param parts all conditions in their order
 * @param offered those to offer
 */
record Conditions(List<Expr> parts, List<Offer> offered) {

    /**
     * What is offered.
     *
     * @param part which of the parts it is
     * @param value what must be equal to it
     */
    record Offer(int part, List<String> path, boolean attribute, Expr value) {}

    static Conditions of(Step step) {
        List<Expr> parts = new ArrayList<>();
        step.predicates().forEach(predicate -> split(predicate, parts));
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (asksForPlace(parts.get(i))) {
                // Whatever is asked behind it counts only what is left by then.
                break;
            }
            if (parts.get(i) instanceof Binary binary && binary.operator() == Operator.EQUAL) {
                offer(i, binary.left(), binary.right(), offers);
                offer(i, binary.right(), binary.left(), offers);
            }
        }
        return new Conditions(List.copyOf(parts), List.copyOf(offers));
    }

    /** Only what is true or false on both sides is the same as two conditions; a number would ask for a place. */
    private static void split(Expr predicate, List<Expr> into) {
        if (predicate instanceof Binary binary
                && binary.operator() == Operator.AND
                && Kinds.of(binary.left()) == Kind.BOOLEAN
                && Kinds.of(binary.right()) == Kind.BOOLEAN) {
            split(binary.left(), into);
            split(binary.right(), into);
        } else {
            into.add(predicate);
        }
    }

    private static boolean asksForPlace(Expr part) {
        return Kinds.of(part) != Kind.BOOLEAN || Dependence.onPlace(part);
    }

    private static void offer(int part, Expr asked, Expr value, List<Offer> offers) {
        boolean known = !offers.isEmpty() && offers.getLast().part() == part;
        if (known || !(asked instanceof Path path) || !isProperty(path) || Dependence.onNode(value)) {
            return;
        }
        boolean attribute = path.steps().getLast().axis() == Axis.ATTRIBUTE;
        offers.add(new Offer(part, names(path), attribute, value));
    }

    private static boolean isProperty(Path path) {
        if (!(path.start() instanceof Start.Here)) {
            return false;
        }
        List<Step> steps = named(path);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean last = i == steps.size() - 1;
            boolean attribute = last
                    && step.axis() == Axis.ATTRIBUTE
                    && step.predicates().isEmpty()
                    && !step.name().equals(Step.ANY);
            if (!step.isPlainChild() && !attribute) {
                return false;
            }
        }
        return !steps.isEmpty();
    }

    /** The steps without a leading {@code .}. */
    private static List<Step> named(Path path) {
        Step first = path.steps().getFirst();
        boolean self = first.axis() == Axis.SELF
                && first.name().isEmpty()
                && first.predicates().isEmpty();
        return self ? path.steps().subList(1, path.steps().size()) : path.steps();
    }

    private static List<String> names(Path path) {
        return named(path).stream().map(Step::name).toList();
    }

    /** The parts that are left when those were answered. */
    List<Expr> without(Set<Integer> answered) {
        List<Expr> left = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!answered.contains(i)) {
                left.add(parts.get(i));
            }
        }
        return left;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import java.util.Set;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Path;

/** Whether a condition, or what it compares with, may come out differently for another node. */
final class Dependence {

    private static final Set<String> CHANCE = Set.of("random", "uuid");

    private Dependence() {}

    /** Paths from somewhere else depend on no node, and what they ask of theirs is their own matter. */
    static boolean onNode(Expr expr) {
        return switch (expr) {
            case Expr.Quoted ignored -> false;
            case Expr.Numeral ignored -> false;
            case Expr.Variable ignored -> false;
            case Expr.Hashtag ignored -> true;
            case Negation negation -> onNode(negation.operand());
            case Binary binary -> onNode(binary.left()) || onNode(binary.right());
            case Path path -> path.start() instanceof Start.Here;
            case Call call -> isPlace(call) || CHANCE.contains(call.function()) || any(call.arguments());
        };
    }

    private static boolean any(List<Expr> parts) {
        for (Expr part : parts) {
            if (onNode(part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the condition asks with {@code position()} which one of all a node is. */
    static boolean onPlace(Expr expr) {
        return switch (expr) {
            case Negation negation -> onPlace(negation.operand());
            case Binary binary -> onPlace(binary.left()) || onPlace(binary.right());
            case Call call -> isPlace(call) || call.arguments().stream().anyMatch(Dependence::onPlace);
            default -> false;
        };
    }

    private static boolean isPlace(Call call) {
        return call.function().equals("position");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Operator;
import org.baraza.xpath.Start;
import org.baraza.xpath.Step;

/** The short name of a case's property, whether it was written as such or written out (generated build, section 9.4). */
public final class CasePaths {
    private static final String CASE_ID = "session/data/case_id";
    private static final String IS_USERCASE = "@case_type = 'commcare-user'";

    private CasePaths() {}

    /** {@code #case/village}, {@code #case/parent/village}, {@code #user/phone}; attributes are no properties. */
    public static Optional<String> ofTag(Expr.Hashtag tag) {
        if (tag.steps().isEmpty() || !tag.steps().stream().allMatch(Step::isPlainChild)) {
            return Optional.empty();
        }
        String below = names(tag.steps());
        return switch (tag.space()) {
            case "case", "user" -> Optional.of("#" + tag.space() + "/" + below);
            case "parent", "host" -> Optional.of("#case/" + tag.space() + "/" + below);
            default -> Optional.empty();
        };
    }

    /** The same of a path into the phone's cases that begins at the case at hand or at the user's own. */
    public static Optional<String> ofPath(Expr.Path path) {
        boolean ofProperty = path.steps().size() == 3 && path.steps().getLast().isPlainChild();
        return ofProperty
                ? caseOf(path).map(tag -> tag + "/" + path.steps().getLast().name())
                : Optional.empty();
    }

    private static Optional<String> caseOf(Expr.Path path) {
        boolean intoCases =
                path.start() instanceof Start.Instance instance && instance.id().equals("casedb");
        if (!intoCases || path.steps().size() < 2) {
            return Optional.empty();
        }
        List<Expr> conditions = path.steps().get(1).predicates();
        if (!conditions.isEmpty() && Expressions.print(conditions.getFirst()).equals(IS_USERCASE)) {
            return Optional.of("#user");
        }
        return conditions.size() == 1
                        && conditions.getFirst() instanceof Expr.Binary equal
                        && equal.operator() == Operator.EQUAL
                        && Expressions.print(equal.left()).equals("@case_id")
                        && equal.right() instanceof Expr.Path id
                ? byId(id)
                : Optional.empty();
    }

    private static Optional<String> byId(Expr.Path id) {
        if (id.start() instanceof Start.Instance session && session.id().equals("commcaresession")) {
            return names(id.steps()).equals(CASE_ID) ? Optional.of("#case") : Optional.empty();
        }
        boolean byIndex = id.steps().size() == 4 && id.steps().get(2).name().equals("index");
        return byIndex ? caseOf(id).map(tag -> tag + "/" + id.steps().getLast().name()) : Optional.empty();
    }

    private static String names(List<Step> steps) {
        return steps.stream().map(Step::name).collect(Collectors.joining("/"));
    }
}

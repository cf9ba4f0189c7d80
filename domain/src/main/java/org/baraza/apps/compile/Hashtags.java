// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Step;

/**
 * What {@code #case}, {@code #user} and the others stand for at one place of an app, and expressions with them written out.
 *
 * @param form what {@code #form} stands for
 * @param caseId an expression of the id of the case at hand, none where there is no case
 * @param spaced with blanks around signs, as the form builder writes
 */
record Hashtags(Optional<String> form, Optional<String> caseId, boolean spaced) {

    /** Where no case is at hand, or it is the node at hand itself. */
    static final Hashtags WITHOUT_CASE = new Hashtags(Optional.empty(), Optional.empty(), false);

    /** The words after {@code #case} that lead to another case, each an index of the one before. */
    private static final List<String> RELATIVES = List.of("parent", "host");

    /** The expression without hashtags; one that does not parse, or stands for nothing here, stays as it is. */
    String expand(String expression) {
        if (expression.indexOf('#') < 0) {
            return expression;
        }
        try {
            List<Replacement> replacements = new ArrayList<>();
            Expressions.walk(Expressions.parse(expression), part -> {
                if (part instanceof Expr.Hashtag tag) {
                    replacement(tag).ifPresent(replacements::add);
                }
            });
            return Replacement.apply(expression, replacements);
        } catch (BadExpression reportedByChecks) {
            return expression;
        }
    }

    /** Whether the text is an expression without hashtags. */
    static boolean isFree(String expression) {
        if (expression.indexOf('#') < 0) {
            return true;
        }
        try {
            List<Expr.Hashtag> left = new ArrayList<>();
            Expressions.walk(Expressions.parse(expression), part -> {
                if (part instanceof Expr.Hashtag tag) {
                    left.add(tag);
                }
            });
            return left.isEmpty();
        } catch (BadExpression notAnExpression) {
            return false;
        }
    }

    private Optional<Replacement> replacement(Expr.Hashtag tag) {
        int from = tag.span().offset();
        int afterSpace = from + 1 + tag.space().length();
        return switch (tag.space()) {
            case "form" -> form.map(path -> new Replacement(from, afterSpace, path));
            case "user" -> Optional.of(new Replacement(from, afterSpace, spaced(SessionPaths.USERCASE)));
            case "session" ->
                Optional.of(new Replacement(
                        from, afterSpace, SessionPaths.SESSION.substring(0, SessionPaths.SESSION.length() - 1)));
            case "parent", "host" -> caseId.map(id -> new Replacement(from, afterSpace, caseOf(indexed(id, "parent"))));
            case "case" -> caseId.map(id -> ofCase(tag, id, from, afterSpace));
            default -> Optional.empty();
        };
    }

    private Replacement ofCase(Expr.Hashtag tag, String id, int from, int afterSpace) {
        String current = id;
        int end = afterSpace;
        for (int i = 0; i < tag.steps().size() - 1 && leadsOn(tag.steps().get(i)); i++) {
            Step step = tag.steps().get(i);
            current = step.name().equals("grandparent")
                    ? indexed(indexed(current, "parent"), "parent")
                    : indexed(current, step.name());
            end = step.span().end();
        }
        return new Replacement(from, end, caseOf(current));
    }

    private static boolean leadsOn(Step step) {
        return step.isPlainChild()
                && (RELATIVES.contains(step.name()) || step.name().equals("grandparent"));
    }

    private String caseOf(String id) {
        return spaced ? "instance('casedb')/casedb/case[@case_id = " + id + "]" : SessionPaths.caseOf(id);
    }

    private String indexed(String id, String index) {
        return caseOf(id) + "/index/" + index;
    }

    private String spaced(String expression) {
        return spaced
                ? expression.replace("@case_type='", "@case_type = '").replace("hq_user_id=", "hq_user_id = ")
                : expression;
    }
}

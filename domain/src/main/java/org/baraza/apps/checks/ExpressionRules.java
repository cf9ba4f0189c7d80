// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.baraza.apps.questions.CasePaths;
import org.baraza.apps.questions.Instances;
import org.baraza.xpath.BadExpression;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expressions;
import org.baraza.xpath.Finding;
import org.baraza.xpath.Names;
import org.baraza.xpath.Span;

/** Reads expressions and reports what phones would stumble over in any of them, and names that lead nowhere. */
final class ExpressionRules {
    private final Problems problems;
    private final KnownNames known;
    private final Names names;

    ExpressionRules(Problems problems, KnownNames known) {
        this(problems, known, known.anywhere());
    }

    private ExpressionRules(Problems problems, KnownNames known, Names names) {
        this.problems = problems;
        this.known = known;
        this.names = names;
    }

    /** The same where a case of the type is at hand. */
    ExpressionRules about(String caseType) {
        return new ExpressionRules(problems, known, known.about(caseType));
    }

    /**
     * The expression as a tree, none if it is blank or cannot be read.
     *
     * @param type what a fault is called at this place, unless it has a name everywhere
     * @param what the expression is, to begin a sentence with
     */
    Optional<Expr> check(String expression, Place place, String type, String what) {
        if (expression.isBlank()) {
            return Optional.empty();
        }
        for (Finding finding : Expressions.check(expression, names)) {
            report(finding, finding.span(), expression, place, type, what);
        }
        tables(expression, place, what);
        try {
            Expr tree = Expressions.parse(expression);
            columns(TableColumns.of(tree), expression, place, what);
            Expressions.walk(tree, part -> {
                if (part instanceof Expr.Path path) {
                    CasePaths.ofPath(path)
                            .filter(tag -> tag.startsWith("#case/"))
                            .ifPresent(tag -> writtenOut(tag, path.span(), expression, place, what));
                }
            });
            return Optional.of(tree);
        } catch (BadExpression reported) {
            return Optional.empty();
        }
    }

    /** As {@link #check}, where properties of the case at hand stand by their bare names. */
    void checkOfRow(String expression, Place place, String type, String what) {
        check(expression, place, type, what).stream()
                .flatMap(tree -> RowPaths.of(tree).stream())
                .forEach(tag -> Expressions.check(tag, names)
                        .forEach(finding -> report(finding, tag.span(), expression, place, type, what)));
    }

    /** Whether the case at hand has the property: {@code village}, {@code parent/village}, {@code user/phone}. */
    void property(String property, Place place, String what) {
        String tag = property.startsWith("user/") ? "#" + property : "#case/" + property;
        for (Finding finding : Expressions.check(tag, names)) {
            if (finding.code() == Finding.Code.UNKNOWN_PROPERTY) {
                problems.warning("unknown property", place, what + ": " + finding.message());
            }
        }
    }

    private void writtenOut(String tag, Span span, String expression, Place place, String what) {
        Expressions.check(tag, names).forEach(finding -> report(finding, span, expression, place, "", what));
    }

    private void report(Finding finding, Span span, String expression, Place place, String type, String what) {
        String sentence = what + ": " + finding.message() + near(expression, span);
        switch (finding.code()) {
            case UNKNOWN_FUNCTION -> problems.error("unknown function", place, sentence);
            case UNKNOWN_SHORT_NAME -> problems.error("unknown hashtag", place, sentence);
            case UNKNOWN_PROPERTY -> problems.warning("unknown property", place, sentence);
            default -> {
                if (finding.isError()) {
                    problems.error(type, place, sentence);
                } else {
                    problems.warning(type, place, sentence);
                }
            }
        }
    }

    /** A table may be made, or uploaded, after the version: phones get it with their next sync. */
    private void tables(String expression, Place place, String what) {
        for (String instance : Instances.in(expression)) {
            String table = instance.startsWith(TableColumns.INSTANCE)
                    ? instance.substring(TableColumns.INSTANCE.length())
                    : "";
            if (!table.isEmpty() && known.lacksTable(table)) {
                problems.warning(
                        "unknown table",
                        place,
                        what + " looks into the lookup table " + table + ", which is not there yet");
            }
        }
    }

    /** Whether the lookup table has the column, as far as there is the table. */
    void column(String table, String column, Place place, String what) {
        column(table, column, place, what, "");
    }

    /** Whether what is said of each row that another expression gives names columns that there are. */
    void columnsOf(Expr rows, String expression, Place place, String what) {
        Optional<String> table = TableColumns.table(rows);
        if (table.isPresent()) {
            try {
                columns(TableColumns.ofRow(Expressions.parse(expression), table.get()), expression, place, what);
            } catch (BadExpression notOfColumns) {
                return;
            }
        }
    }

    private void columns(List<TableColumns.Named> named, String expression, Place place, String what) {
        named.forEach(one -> column(one.table(), one.column(), place, what, near(expression, one.span())));
    }

    private void column(String table, String column, Place place, String what, String near) {
        if (known.lacksColumn(table, column)) {
            problems.warning(
                    "unknown column",
                    place,
                    what + " names the column " + column + " of the lookup table " + table
                            + ", which has none of that name" + near);
        }
    }

    /** The text around the fault, so that it is found in a long expression. */
    private static String near(String expression, Span span) {
        int from = Math.min(Math.max(span.offset() - 10, 0), expression.length());
        int to = Math.min(Math.max(span.end() + 10, from), expression.length());
        return " (near \"" + expression.substring(from, to) + "\")";
    }

    /** Whether a tree speaks of a case by {@code #case} and its like. */
    static boolean namesCase(Expr tree) {
        return names(tree, Set.of("case", "parent", "host"));
    }

    static boolean names(Expr tree, Set<String> spaces) {
        Set<String> named = new TreeSet<>();
        Expressions.walk(tree, part -> {
            if (part instanceof Expr.Hashtag tag && spaces.contains(tag.space())) {
                named.add(tag.space());
            }
        });
        return !named.isEmpty();
    }

    /** Whether a tree reads the user's own case, by its short name or written out. */
    static boolean readsUsercase(Expr tree) {
        Set<String> named = new TreeSet<>();
        Expressions.walk(tree, part -> {
            if (part instanceof Expr.Path path) {
                CasePaths.ofPath(path).filter(tag -> tag.startsWith("#user/")).ifPresent(named::add);
            }
        });
        return names(tree, Set.of("user")) || !named.isEmpty();
    }
}

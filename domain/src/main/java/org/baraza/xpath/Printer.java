// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import java.util.StringJoiner;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Numeral;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Expr.Quoted;
import org.baraza.xpath.Expr.Variable;

/** Writes a tree so that reading it gives the same tree again; brackets stand only where they are needed. */
final class Printer {

    /** Binds more tightly than any operator, so that nothing around it needs brackets. */
    private static final int WHOLE = Integer.MAX_VALUE;

    private final StringBuilder out = new StringBuilder();

    private Printer() {}

    static String print(Expr expr) {
        Printer printer = new Printer();
        printer.write(expr);
        return printer.out.toString();
    }

    private void write(Expr expr) {
        switch (expr) {
            case Quoted quoted -> text(quoted.text());
            case Numeral numeral -> out.append(numeral.digits());
            case Variable variable -> out.append('$').append(variable.name());
            case Hashtag hashtag -> {
                out.append('#').append(hashtag.space());
                hashtag.steps().forEach(step -> write("/", step));
            }
            case Call call -> call(call.function(), call.arguments());
            case Negation negation -> {
                out.append('-');
                within(negation.operand(), Operator.SIGN);
            }
            case Binary binary -> binary(binary);
            case Path path -> path(path);
        }
    }

    private void binary(Binary binary) {
        int strength = binary.operator().strength();
        within(binary.left(), strength);
        out.append(' ').append(binary.operator().symbol()).append(' ');
        within(binary.right(), strength + 1);
    }

    private void within(Expr operand, int least) {
        boolean bracketed = strength(operand) < least;
        out.append(bracketed ? "(" : "");
        write(operand);
        out.append(bracketed ? ")" : "");
    }

    private static int strength(Expr expr) {
        return switch (expr) {
            case Binary binary -> binary.operator().strength();
            case Negation ignored -> Operator.SIGN;
            // A lone slash would take the name behind it for its first step.
            case Path path -> path.start() instanceof Start.Root && path.steps().isEmpty() ? 0 : WHOLE;
            default -> WHOLE;
        };
    }

    private void call(String function, List<Expr> arguments) {
        out.append(function).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            write(arguments.get(i));
        }
        out.append(')');
    }

    private void path(Path path) {
        String before = switch (path.start()) {
            case Start.Here ignored -> "";
            case Start.Root ignored -> {
                out.append(path.steps().isEmpty() ? "/" : "");
                yield "/";
            }
            case Start.Current ignored -> {
                out.append("current()");
                yield "/";
            }
            case Start.Instance instance -> {
                out.append("instance(");
                text(instance.id());
                out.append(')');
                yield "/";
            }
        };
        for (Step step : path.steps()) {
            write(before, step);
            before = "/";
        }
    }

    private void write(String before, Step step) {
        out.append(before);
        if (step.name().isEmpty()) {
            out.append(step.axis() == Axis.SELF ? "." : "..");
        } else {
            switch (step.axis()) {
                case CHILD -> {}
                case ATTRIBUTE -> out.append('@');
                case SELF, PARENT -> out.append(step.axis().word()).append("::");
            }
            out.append(step.name());
        }
        for (Expr predicate : step.predicates()) {
            out.append('[');
            write(predicate);
            out.append(']');
        }
    }

    /** Texts have no escapes, so one with both quotes is put together from parts. */
    private void text(String text) {
        if (text.indexOf('\'') < 0) {
            out.append('\'').append(text).append('\'');
        } else if (text.indexOf('"') < 0) {
            out.append('"').append(text).append('"');
        } else {
            StringJoiner parts = new StringJoiner(", \"'\", ", "concat(", ")");
            int from = 0;
            for (int at = text.indexOf('\''); at >= 0; at = text.indexOf('\'', from)) {
                parts.add("'" + text.substring(from, at) + "'");
                from = at + 1;
            }
            parts.add("'" + text.substring(from) + "'");
            out.append(parts);
        }
    }
}

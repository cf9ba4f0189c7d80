// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Negation;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Expr.Quoted;
import org.baraza.xpath.Finding.Code;
import org.baraza.xpath.functions.FunctionTable;

/** Whether kinds of values fit where they stand, as far as it can be told without evaluating. */
final class KindCheck {

    private final List<Finding> findings;

    KindCheck(List<Finding> findings) {
        this.findings = findings;
    }

    void check(Expr expr) {
        Expressions.walk(expr, part -> {
            switch (part) {
                case Call call -> call(call);
                case Negation negation -> number(negation.operand());
                case Binary binary -> binary(binary);
                case Path path -> conditions(path.steps());
                case Hashtag tag -> conditions(tag.steps());
                default -> {}
            }
        });
    }

    private void conditions(List<Step> steps) {
        for (Step step : steps) {
            for (Expr predicate : step.predicates()) {
                Kind kind = Kinds.of(predicate);
                if (kind == Kind.TEXT || kind == Kind.NODES || kind == Kind.DATE) {
                    findings.add(new Finding(
                            Code.NEVER_HOLDS,
                            predicate.span(),
                            "This condition gives " + kind.words()
                                    + ", and on devices such a condition never holds; compare it with something."));
                }
            }
        }
    }

    private void call(Call call) {
        boolean asksNodes = FunctionTable.signature(call.function())
                .filter(Signature::nodes)
                .isPresent();
        if (asksNodes && !call.arguments().isEmpty()) {
            Kind kind = Kinds.of(call.arguments().getFirst());
            if (kind != Kind.NODES && kind != Kind.ANY) {
                findings.add(new Finding(
                        Code.NODES_NEEDED,
                        call.arguments().getFirst().span(),
                        "The function " + call.function() + "() is asked about a path, and here it gets " + kind.words()
                                + "."));
            }
        }
        switch (call.function()) {
            case "format-date" -> format(call, 1);
            case "format-date-for-calendar" -> format(call, 2);
            case "regex", "replace" -> pattern(call);
            default -> {}
        }
    }

    private void format(Call call, int index) {
        if (call.arguments().size() > index && call.arguments().get(index) instanceof Quoted format) {
            try {
                FunctionTable.formatted(OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), format.text());
            } catch (EvaluationFailed bad) {
                findings.add(new Finding(Code.BAD_FORMAT, format.span(), bad.getMessage()));
            }
        }
    }

    private void pattern(Call call) {
        if (call.arguments().size() > 1 && call.arguments().get(1) instanceof Quoted written) {
            try {
                Pattern.compile(written.text());
            } catch (PatternSyntaxException malformed) {
                findings.add(new Finding(
                        Code.BAD_PATTERN,
                        written.span(),
                        "The pattern is malformed: " + malformed.getDescription() + "."));
            }
        }
    }

    private void binary(Binary binary) {
        switch (binary.operator()) {
            case PLUS, MINUS, TIMES, DIVIDED, REMAINDER, LESS, AT_MOST, GREATER, AT_LEAST -> {
                number(binary.left());
                number(binary.right());
            }
            case UNION -> {
                path(binary.left());
                path(binary.right());
            }
            case EQUAL, UNEQUAL -> equality(binary);
            case OR, AND -> {}
        }
    }

    /** A number and a text that is none are never equal. */
    private void equality(Binary binary) {
        if (Kinds.of(binary.left()) == Kind.NUMBER) {
            number(binary.right());
        }
        if (Kinds.of(binary.right()) == Kind.NUMBER) {
            number(binary.left());
        }
    }

    private void number(Expr operand) {
        if (operand instanceof Quoted quoted && Double.isNaN(TextNumbers.number(quoted.text()))) {
            findings.add(new Finding(
                    Code.NO_NUMBER, quoted.span(), "A number or a date is needed here, and this text is none."));
        }
    }

    private void path(Expr operand) {
        Kind kind = Kinds.of(operand);
        if (kind != Kind.NODES && kind != Kind.ANY) {
            findings.add(new Finding(
                    Code.NODES_NEEDED,
                    operand.span(),
                    "Both sides of | must be paths, and this gives " + kind.words() + "."));
        }
    }
}

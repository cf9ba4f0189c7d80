// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.baraza.xpath.Finding.Code;
import org.baraza.xpath.functions.FunctionTable;

/** Looks for what is wrong with an expression where it stands. */
final class Check {

    private final Names names;
    private final List<Finding> findings = new ArrayList<>();

    private Check(Names names) {
        this.names = names;
    }

    static List<Finding> check(String text, Names names) {
        try {
            return check(Expressions.parse(text), names);
        } catch (BadExpression bad) {
            return List.of(new Finding(Code.SYNTAX, bad.span(), bad.getMessage()));
        }
    }

    static List<Finding> check(Expr expr, Names names) {
        Check check = new Check(names);
        References mentioned = References.of(expr, names.about());
        check.functions(mentioned);
        check.instances(mentioned);
        check.variables(mentioned);
        new PathCheck(names, check.findings).check(mentioned);
        new KindCheck(check.findings).check(expr);
        check.findings.sort(Comparator.comparingInt(finding -> finding.span().offset()));
        return List.copyOf(check.findings);
    }

    private void functions(References mentioned) {
        for (References.Use use : mentioned.functions()) {
            if (FunctionTable.signature(use.name()).isEmpty()) {
                findings.add(new Finding(
                        Code.UNKNOWN_FUNCTION,
                        nameOf(use),
                        "There is no function " + use.name() + "()." + near(use.name())));
            }
        }
    }

    private static Span nameOf(References.Use call) {
        return new Span(
                call.span().offset(), Math.min(call.name().length(), call.span().length()));
    }

    private static String near(String name) {
        List<String> known = FunctionTable.all().stream().map(Signature::name).toList();
        return Spelling.nearest(name, known)
                .map(it -> " Is " + it + "() meant?")
                .orElse("");
    }

    private void instances(References mentioned) {
        names.instances().ifPresent(known -> {
            for (References.Use use : mentioned.instances()) {
                if (!known.contains(use.name())) {
                    findings.add(new Finding(
                            Code.UNKNOWN_INSTANCE, use.span(), "There is no instance " + use.name() + " here."));
                }
            }
        });
    }

    private void variables(References mentioned) {
        names.variables().ifPresent(known -> {
            for (References.Use use : mentioned.variables()) {
                if (!known.contains(use.name())) {
                    findings.add(new Finding(
                            Code.UNKNOWN_VARIABLE, use.span(), "There is no variable $" + use.name() + " here."));
                }
            }
        });
    }
}

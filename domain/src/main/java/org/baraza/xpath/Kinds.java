// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Call;
import org.baraza.xpath.functions.FunctionTable;

/** What kind of value an expression gives, told from its shape. */
final class Kinds {

    private Kinds() {}

    static Kind of(Expr expr) {
        return switch (expr) {
            case Expr.Quoted ignored -> Kind.TEXT;
            case Expr.Numeral ignored -> Kind.NUMBER;
            case Expr.Negation ignored -> Kind.NUMBER;
            case Expr.Variable ignored -> Kind.ANY;
            case Expr.Hashtag ignored -> Kind.NODES;
            case Expr.Path ignored -> Kind.NODES;
            case Binary binary -> binary.operator().result();
            case Call call -> called(call);
        };
    }

    private static Kind called(Call call) {
        List<Expr> in = call.arguments();
        return switch (call.function()) {
            case "if" -> in.size() == 3 ? common(of(in.get(1)), of(in.get(2))) : Kind.ANY;
            case "cond" -> chosen(in);
            case "coalesce" -> in.stream().map(Kinds::of).reduce(Kinds::common).orElse(Kind.ANY);
            case "depend" -> in.isEmpty() ? Kind.ANY : of(in.getFirst());
            case "sleep" -> in.size() == 2 ? of(in.get(1)) : Kind.ANY;
            default ->
                FunctionTable.signature(call.function()).map(Signature::result).orElse(Kind.ANY);
        };
    }

    private static Kind chosen(List<Expr> in) {
        if (in.isEmpty()) {
            return Kind.ANY;
        }
        Kind kind = of(in.getLast());
        for (int i = 1; i < in.size() - 1; i += 2) {
            kind = common(kind, of(in.get(i)));
        }
        return kind;
    }

    private static Kind common(Kind one, Kind other) {
        return one == other ? one : Kind.ANY;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import java.util.List;
import java.util.Map;
import org.baraza.xpath.Value;

/** Truth and choice. Branches that are not taken are not evaluated. */
final class LogicFunctions {

    private LogicFunctions() {}

    static final Map<String, Body> ALL = Map.ofEntries(
            Map.entry("true", in -> Value.TRUE),
            Map.entry("false", in -> Value.FALSE),
            Map.entry("not", in -> Value.of(!in.truth(0))),
            Map.entry("boolean", in -> Value.of(in.truth(0))),
            Map.entry("boolean-from-string", LogicFunctions::fromText),
            Map.entry("if", in -> in.truth(0) ? in.value(1) : in.value(2)),
            Map.entry("cond", LogicFunctions::cond),
            Map.entry("coalesce", LogicFunctions::coalesce),
            Map.entry("depend", in -> in.value(0)),
            Map.entry("checklist", LogicFunctions::checklist),
            Map.entry("weighted-checklist", LogicFunctions::weighted));

    private static Value fromText(Arguments in) {
        String text = in.text(0);
        return Value.of(text.equalsIgnoreCase("true") || text.equals("1"));
    }

    private static Value cond(Arguments in) {
        for (int i = 0; i + 1 < in.count(); i += 2) {
            if (in.truth(i)) {
                return in.value(i + 1);
            }
        }
        return in.value(in.count() - 1);
    }

    private static Value coalesce(Arguments in) {
        for (int i = 0; i < in.count() - 1; i++) {
            Value value = in.single(i);
            if (!isBlank(value)) {
                return value;
            }
        }
        return in.single(in.count() - 1);
    }

    private static boolean isBlank(Value value) {
        return value instanceof Value.Num number
                ? Double.isNaN(number.number())
                : value.text().isEmpty();
    }

    private static Value checklist(Arguments in) {
        List<Value> conditions = in.all(2);
        double held = conditions.stream().filter(Value::truth).count();
        return between(in, held);
    }

    private static Value weighted(Arguments in) {
        double weight = 0;
        for (int i = 2; i < in.count(); i += 2) {
            weight += in.truth(i) ? in.number(i + 1) : 0;
        }
        return between(in, weight);
    }

    /** A negative limit is none. */
    private static Value between(Arguments in, double sum) {
        double least = in.number(0);
        double most = in.number(1);
        return Value.of((least < 0 || sum >= least) && (most < 0 || sum <= most));
    }
}

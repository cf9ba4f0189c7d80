// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.ArrayList;
import java.util.List;
import org.baraza.xpath.Expr;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Expr.Quoted;
import org.baraza.xpath.Start;
import org.baraza.xpath.Step;

/**
 * A property as a query names it: of the case itself, or of one that links lead to, as in {@code parent/village}.
 *
 * @param name without the sign of attributes, except for {@code @status}, for which {@code status} stands too
 */
record CaseProperty(List<String> links, String name) {

    private static final int MOST_LINKS = 5;

    CaseProperty {
        links = List.copyOf(links);
    }

    static CaseProperty of(Path path) throws BadCaseQuery {
        List<String> names = names(path);
        return new CaseProperty(names.subList(0, names.size() - 1), meant(names.getLast()));
    }

    /** A property of the case itself, named by a path of one step or by a text. */
    static String own(Expr expr) throws BadCaseQuery {
        if (expr instanceof Quoted quoted && !quoted.text().isBlank()) {
            return meant(quoted.text());
        }
        if (expr instanceof Path path) {
            CaseProperty property = of(path);
            if (property.links().isEmpty()) {
                return property.name();
            }
        }
        throw new BadCaseQuery(expr.span(), "The name of a property of the case is needed here.");
    }

    private static String meant(String name) {
        return name.equals("status") ? CaseFormula.STATUS : name;
    }

    /** The links of {@code ancestor-exists(parent/host, …)}. */
    static List<String> links(Expr expr) throws BadCaseQuery {
        if (expr instanceof Path path) {
            return names(path);
        }
        throw new BadCaseQuery(expr.span(), "The names of links are needed here, as in parent/host.");
    }

    private static List<String> names(Path path) throws BadCaseQuery {
        List<String> names = new ArrayList<>();
        boolean plain = path.start() instanceof Start.Here && path.steps().size() <= MOST_LINKS + 1;
        for (Step step : path.steps()) {
            boolean named = !step.name().isEmpty() && !step.name().equals(Step.ANY);
            plain &= named && step.predicates().isEmpty();
            names.add(step.name());
        }
        if (!plain) {
            throw new BadCaseQuery(
                    path.span(),
                    "A property is a name, behind at most " + MOST_LINKS + " names of links, as in parent/village.");
        }
        return names;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.cases.BadCaseQuery;
import org.baraza.cases.CaseCondition;
import org.baraza.cases.CaseCondition.Matches;
import org.baraza.cases.CaseFormula;
import org.baraza.cases.CaseFormulaReader;

/** The parameter {@code query} of the second version: a query in CommCare's case search language. */
final class CaseSecondQuery {
    static final String NAME = "query";

    private CaseSecondQuery() {}

    /**
     * The condition of the queries, any of which will do.
     *
     * @param owners if present, whose cases the caller may see; no query looks at other ones
     */
    static Optional<CaseCondition> of(
            Map<String, List<String>> parameters, Clock clock, Optional<List<String>> owners) {
        List<String> queries = parameters.getOrDefault(NAME, List.of());
        List<CaseFormula> formulas = new ArrayList<>();
        for (String query : queries) {
            CaseFormula formula = read(query, clock);
            formulas.add(owners.map(formula::amongCasesOf).orElse(formula));
        }
        return formulas.isEmpty() ? Optional.empty() : Optional.of(new Matches(formulas));
    }

    private static CaseFormula read(String query, Clock clock) {
        try {
            return CaseFormulaReader.read(query, clock);
        } catch (BadCaseQuery bad) {
            throw CaseSecondParameters.invalid(NAME, "Bad query: " + bad.getMessage());
        }
    }
}

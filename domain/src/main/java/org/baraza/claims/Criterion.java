// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.time.LocalDate;
import java.util.List;
import org.baraza.cases.CaseFormula;

/** One thing that a case must be to be found. */
sealed interface Criterion {

    /**
     * A property has one of the values.
     *
     * @param orMissing whether a case without a value will do too
     */
    record HasValue(PropertyPath path, List<String> values, boolean orMissing) implements Criterion {}

    /**
     * A property is a date within a range, bounds included.
     *
     * @param orMissing whether a case without a value will do too
     */
    record InRange(PropertyPath path, LocalDate from, LocalDate to, boolean orMissing) implements Criterion {}

    /** A link leads to one of the cases. */
    record LinksTo(String identifier, List<String> caseIds) implements Criterion {}

    /** It is what a query asks for. */
    record Fulfils(CaseFormula formula) implements Criterion {}

    /** One of the owners owns it. */
    record OwnedBy(List<String> ownerIds) implements Criterion {}

    /** None of the owners owns it. */
    record NotOwnedBy(List<String> ownerIds) implements Criterion {}
}

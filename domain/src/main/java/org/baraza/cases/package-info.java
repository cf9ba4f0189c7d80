// SPDX-License-Identifier: Apache-2.0
/**
 * Cases: the patients, households and referrals that forms follow over time. Owns the schema {@code cases}.
 *
 * <p>The rules are pure: {@link org.baraza.cases.CaseBlockReader} reads what a form says about cases,
 * {@link org.baraza.cases.CaseReducer} folds it into their state, {@link org.baraza.cases.CaseBook} decides about a whole
 * form. Invariants: a case changes only through a form; every change has a transaction with an ordinal given under the
 * case's lock; the state of a case is the fold of its transactions that are not revoked, in the order of the ordinals; an
 * index always points to a case that exists. {@link org.baraza.cases.Cases} reads for people and programs and
 * {@link org.baraza.cases.CaseDeletion} takes cases out of the data, {@link org.baraza.cases.CaseRepair} folds them again, all for
 * members with the permission. Queries of
 * programs are expressions that {@link org.baraza.cases.CaseFormulaReader} reads and the database answers. Calls identity,
 * places (whose cases somebody may see), expressions and the XML tree; forms and sync call it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"xml", "xpath", "problem", "paging", "identity", "memory", "places"})
package org.baraza.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

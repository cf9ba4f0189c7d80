// SPDX-License-Identifier: Apache-2.0
/**
 * Cases beyond the caseload: how a worker finds a case that is not on her phone, and how she takes it there. Owns the schema
 * {@code claims}, which holds what a project decided about its search; cases themselves are read where they are.
 *
 * <p>Invariants: a search looks at open cases of its project only, gives at most 500 of them and never runs for long; a claim
 * is an extension case, made and ended by forms like every other change, and a worker has at most one open claim of a case.
 * {@link org.baraza.claims.SearchRequest} reads what a phone asks for and is pure; {@link org.baraza.claims.CaseSearch},
 * {@link org.baraza.claims.CaseHierarchy} and {@link org.baraza.claims.Claims} do the work. Calls cases, forms, sync and
 * identity.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"xml", "problem", "paging", "identity", "cases", "forms", "places", "sync"})
package org.baraza.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

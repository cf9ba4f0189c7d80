// SPDX-License-Identifier: Apache-2.0
/**
 * Changes of cases that programs and people ask for outside a form of an app: new cases, new values, links, closing and
 * undoing that. Owns no table; what it does is a form like every other, or the correction of one, so there is one history and one
 * feed.
 *
 * <p>Invariants: what is asked for at once is one form, or nothing when any of it cannot be; every row that cannot be is named;
 * nobody changes cases, or gives them to owners, outside the locations that she may see. Calls cases, forms, places and
 * identity.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"xml", "problem", "identity", "cases", "forms", "places"})
package org.baraza.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

// SPDX-License-Identifier: Apache-2.0
/**
 * The two languages of user configurable reports, in JSON: expressions, which make a value of a document, and filters, which say
 * whether it is wanted (spec/31). Pure: what else there is to know comes through {@link org.baraza.ucr.Documents}.
 *
 * <p>Invariants: a look-up that finds nothing, a type that does not fit and a division by zero are {@link
 * org.baraza.ucr.Value.Nothing}, never a failure; only a specification that cannot be read fails, and then before it meets a
 * document; odd rules of CommCare HQ are kept, because specifications are brought from there and must give the same rows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"xpath :: calendars"})
package org.baraza.ucr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

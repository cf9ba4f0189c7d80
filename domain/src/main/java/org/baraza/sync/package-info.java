// SPDX-License-Identifier: Apache-2.0
/**
 * Sync: which cases belong on a phone, and the payload that brings them there. Owns the schema {@code sync}.
 *
 * <p>The rule is pure: {@link org.baraza.sync.Relevance} decides on a graph of case numbers. {@link org.baraza.sync.Restore}
 * reads one snapshot at the speed of the database into a {@link org.baraza.sync.Spool}, from which a phone takes it at its
 * own pace. Invariants: a payload is closed under the links it shows; its restore_id is committed before it leaves; memory
 * does not grow with the size of the caseload; a payload that broke off never ends well. Reads cases, people and places, writes
 * only its own log; forms call it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"fixtures", "cases", "identity", "paging", "problem", "xml", "places"})
package org.baraza.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

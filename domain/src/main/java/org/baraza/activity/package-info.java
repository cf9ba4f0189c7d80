// SPDX-License-Identifier: Apache-2.0
/**
 * Who came into a project by the web app or an API, and what for: one row for each view (spec: audit). Owns the schema
 * {@code activity}.
 *
 * <p>Invariants: writing it down never keeps anybody waiting and is bounded in memory; what was taken in is written before a
 * server that is asked to stop has stopped; addresses are kept without what was asked for in them. Phones are not in it:
 * forms, syncs and device logs tell of them. Calls identity for who may read it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "paging", "problem"})
package org.baraza.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

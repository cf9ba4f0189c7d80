// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import java.util.BitSet;

/**
 * The cases of a payload.
 *
 * @param graph of these cases and what they depend on
 * @param numbers case numbers, ascending
 * @param held numbers of those that the phone has already
 * @param deleted numbers of those that are gone here, and of which the phone is told that they are closed and nobody's
 * @param hasStock whether any case of the project has stock
 * @param hidden links that devices must not see
 */
record Caseload(CaseGraph graph, int[] numbers, BitSet held, BitSet deleted, boolean hasStock, HiddenLinks hidden) {}

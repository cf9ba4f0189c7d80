// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

/**
 * The cases of a payload.
 *
 * @param numbers case numbers, ascending
 * @param hasStock whether any case of the project has stock
 * @param hidden links that devices must not see
 */
record Caseload(int[] numbers, boolean hasStock, HiddenLinks hidden) {}

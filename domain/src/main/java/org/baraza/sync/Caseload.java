// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

/**
 * The cases of a payload.
 *
 * @param numbers case numbers, ascending
 * @param hidden links that devices must not see
 */
record Caseload(int[] numbers, HiddenLinks hidden) {}

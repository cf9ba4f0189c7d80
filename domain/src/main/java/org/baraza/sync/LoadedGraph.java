// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

/**
 * What was read of the case graph.
 *
 * @param hidden links that devices must not see
 */
record LoadedGraph(CaseGraph graph, HiddenLinks hidden) {}

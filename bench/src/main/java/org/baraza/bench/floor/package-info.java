// SPDX-License-Identifier: Apache-2.0
/**
 * The floor: what the same rows cost when only the unavoidable is done. One prepared function call a form, on the
 * server's own tables with their indexes and row-level security, committed durably, from a process of its own. What the
 * server reaches is told as a share of this.
 */
@NullMarked
package org.baraza.bench.floor;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Load: so many clients, each sending its next form when the last was answered, and what came of it. Every figure of the
 * server stands beside the same figure of the floor, taken in the same minutes on the same database.
 */
@NullMarked
package org.baraza.bench.load;

import org.jspecify.annotations.NullMarked;

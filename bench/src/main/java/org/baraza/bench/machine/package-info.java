// SPDX-License-Identifier: Apache-2.0
/** What processes cost: processor time and memory, as the kernel counts them in {@code /proc}. Linux only. */
@NullMarked
package org.baraza.bench.machine;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** The two commands, {@code tools/bench} and {@code tools/prove}: options in, tables out. */
@NullMarked
package org.baraza.bench.tool;

import org.jspecify.annotations.NullMarked;

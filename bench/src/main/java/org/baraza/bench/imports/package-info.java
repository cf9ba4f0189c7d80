// SPDX-License-Identifier: Apache-2.0
/** Imports of many cases from a workbook, as a partner sends them. */
@NullMarked
package org.baraza.bench.imports;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** The data dictionary as a workbook: a sheet for each case type, and one for the values that its properties may have. */
@NullMarked
package org.baraza.exchange.dictionaries;

import org.jspecify.annotations.NullMarked;

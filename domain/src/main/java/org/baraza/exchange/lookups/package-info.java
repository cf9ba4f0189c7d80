// SPDX-License-Identifier: Apache-2.0
/** Lookup tables in bulk: their sheets, read and written, and what is done to many of their rows. */
@NullMarked
package org.baraza.exchange.lookups;

import org.jspecify.annotations.NullMarked;

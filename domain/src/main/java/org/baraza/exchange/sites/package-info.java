// SPDX-License-Identifier: Apache-2.0
/** Locations and their types in bulk: their sheets, read and written, and what is done to many of them. */
@NullMarked
package org.baraza.exchange.sites;

import org.jspecify.annotations.NullMarked;

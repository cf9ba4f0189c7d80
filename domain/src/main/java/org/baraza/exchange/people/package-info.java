// SPDX-License-Identifier: Apache-2.0
/** Mobile workers and groups in bulk: their sheets, read and written, and what is done to many of them. */
@NullMarked
package org.baraza.exchange.people;

import org.jspecify.annotations.NullMarked;

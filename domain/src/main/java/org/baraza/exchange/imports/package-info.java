// SPDX-License-Identifier: Apache-2.0
/** Cases from tables that somebody sent: which row is about which case, and what it makes of it. */
@NullMarked
package org.baraza.exchange.imports;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** What is done to many records of forwarding at once. */
@NullMarked
package org.baraza.exchange.deliveries;

import org.jspecify.annotations.NullMarked;

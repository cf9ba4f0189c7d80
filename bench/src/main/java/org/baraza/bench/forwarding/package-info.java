// SPDX-License-Identifier: Apache-2.0
/** Deliveries to other systems: that none is lost or turned round when servers die, and how fast they go. */
@NullMarked
package org.baraza.bench.forwarding;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Whether a judge of deliveries notices what it is there for. */
@NullMarked
package org.baraza.bench.forwarding;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Which objects there are and who holds whom. The only place that knows Spring and the capabilities' constructors. */
@NullMarked
package org.baraza.api.wiring;

import org.jspecify.annotations.NullMarked;

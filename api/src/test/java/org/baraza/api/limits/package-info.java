// SPDX-License-Identifier: Apache-2.0
/** What is refused, to whom and when, and what stays exact while time passes and nodes share the count. */
@NullMarked
package org.baraza.api.limits;

import org.jspecify.annotations.NullMarked;

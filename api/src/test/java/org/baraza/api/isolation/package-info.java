// SPDX-License-Identifier: Apache-2.0
/** Two project spaces that look alike, and probes of every way from one into the other. */
@NullMarked
package org.baraza.api.isolation;

import org.jspecify.annotations.NullMarked;

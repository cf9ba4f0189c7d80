// SPDX-License-Identifier: Apache-2.0
/** Calendars other than the one of computers. */
@NullMarked
@NamedInterface("calendars")
package org.baraza.xpath.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

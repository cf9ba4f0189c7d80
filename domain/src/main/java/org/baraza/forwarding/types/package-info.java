// SPDX-License-Identifier: Apache-2.0
/** What CommCare HQ forwards, under its names. */
@NullMarked
@NamedInterface("types")
package org.baraza.forwarding.types;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

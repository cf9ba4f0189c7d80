// SPDX-License-Identifier: Apache-2.0
/** Requests to other systems: signed, authenticated, guarded, and told without their secrets. */
@NullMarked
@NamedInterface("wire")
package org.baraza.forwarding.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a person's devices were last heard of, whichever of them it was. */
public record LastContact(
        @Nullable Instant syncOn, @Nullable Instant heartbeatOn) {}

// SPDX-License-Identifier: Apache-2.0
/**
 * What phones tell about themselves: their logs now, heartbeats and keys later. Owns the schema {@code devices}.
 *
 * <p>Invariant: a report is kept once, whatever the number of times a phone sends it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"xml", "openrosa"})
package org.baraza.devices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

/** Hears when the server goes and when it is back. Called on the watchdog's thread, so it must return soon. */
@FunctionalInterface
public interface AvailabilityListener {
    void serverIsUp(boolean up);
}

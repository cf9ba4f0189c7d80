// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import org.baraza.places.LocationEditing;
import org.baraza.places.LocationLifecycle;
import org.baraza.places.LocationTypes;
import org.baraza.places.Locations;

/** Whose rules hold for places, in bulk as one by one. */
public record SiteServices(
        Locations locations, LocationEditing editing, LocationLifecycle lifecycle, LocationTypes types) {}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.baraza.places.Assignments;
import org.baraza.places.Belongings;
import org.baraza.places.Groups;
import org.baraza.places.LocationEditing;
import org.baraza.places.LocationLifecycle;
import org.baraza.places.LocationTypes;
import org.baraza.places.Locations;
import org.baraza.places.LoginAs;
import org.baraza.places.Ownership;
import org.baraza.places.PlacedWorkers;
import org.baraza.places.Reach;
import org.baraza.places.RestoreSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Groups, levels and locations. */
@Configuration(proxyBeanMethods = false)
@Import({
    Assignments.class,
    Belongings.class,
    Groups.class,
    LocationEditing.class,
    LocationLifecycle.class,
    LocationTypes.class,
    Locations.class,
    LoginAs.class,
    Ownership.class,
    PlacedWorkers.class,
    Reach.class,
    RestoreSettings.class
})
class PlacesWiring {}

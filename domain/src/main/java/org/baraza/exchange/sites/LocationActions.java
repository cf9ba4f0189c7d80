// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.IdsWork.Numbered;
import org.baraza.exchange.work.Outcome.Fault;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.SingleStep;
import org.baraza.exchange.work.Step;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Location;

/** What is done to many locations. */
public final class LocationActions {
    private final SiteServices services;
    private final ProjectAccess who;

    public LocationActions(SiteServices services, ProjectAccess who) {
        this.services = services;
        this.who = who;
    }

    /** Takes each of them, with all below it, out of use. */
    public List<Step> archiving(List<Numbered> some) {
        Map<String, Location> found =
                services.locations().find(who, some.stream().map(Numbered::id).toList());
        List<Step> steps = new ArrayList<>();
        for (Numbered one : some) {
            Location location = found.get(one.id());
            steps.add(
                    location == null
                            ? new BadStep(
                                    one.place(one.id()),
                                    List.of(new Fault("", "NOT_FOUND", "There is no such location.")))
                            : new Archiving(one.place(location.siteCode()), location.locationId()));
        }
        return steps;
    }

    private final class Archiving implements SingleStep {
        private final RowPlace place;
        private final String locationId;

        private Archiving(RowPlace place, String locationId) {
            this.place = place;
            this.locationId = locationId;
        }

        @Override
        public RowPlace place() {
            return place;
        }

        @Override
        public Effect take(Tx tx) {
            Location present =
                    services.locations().find(tx, List.of(locationId)).get(locationId);
            if (present != null && present.isArchived()) {
                return Effect.UNCHANGED;
            }
            services.lifecycle().archive(tx, who, locationId);
            return Effect.UPDATED;
        }
    }
}

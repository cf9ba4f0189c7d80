// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.SingleStep;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Location;
import org.baraza.places.LocationWish;
import org.jspecify.annotations.Nullable;

/** A location as a row wants it, ready to be made, changed or deleted. */
sealed interface LocationStep extends SingleStep {

    LocationColumns columns();

    @Override
    default String column(String field) {
        return switch (field) {
            case "name" -> columns().name().header();
            case "siteCode" -> columns().siteCode().header();
            case "parentId" -> columns().parent().header();
            case "externalId" -> columns().externalId().header();
            case "latitude" -> columns().latitude().header();
            case "longitude" -> columns().longitude().header();
            default -> "";
        };
    }

    /**
     * A location to be made or changed.
     *
     * @param before null when it is to be made
     * @param pretended whether what it needs is there only in the rehearsal
     */
    record Writing(
            SiteServices services,
            ProjectAccess who,
            LocationColumns columns,
            RowPlace place,
            @Nullable Location before,
            LocationWish wish,
            boolean pretended,
            Workbench bench)
            implements LocationStep {

        @Override
        public Effect take(Tx tx) {
            if (before == null && wish.name().isEmpty()) {
                throw new RowRefused(columns.name().header(), "NAME_MISSING", "A name is needed.");
            }
            if (before != null && !pretended && wish.equals(before.wish())) {
                return Effect.UNCHANGED;
            }
            if (!pretended) {
                write(tx);
            }
            bench.make(wish.siteCode(), wish.typeCode());
            return before == null ? Effect.CREATED : Effect.UPDATED;
        }

        private void write(Tx tx) {
            if (before == null) {
                services.editing().create(tx, who, wish);
            } else {
                services.editing().edit(tx, who, before.locationId(), _ -> wish);
            }
        }
    }

    /**
     * A location to be deleted.
     *
     * @param before null when there is none
     */
    record Deletion(
            SiteServices services,
            ProjectAccess who,
            LocationColumns columns,
            RowPlace place,
            @Nullable Location before)
            implements LocationStep {

        @Override
        public Effect take(Tx tx) {
            if (before == null) {
                throw new RowRefused(columns.siteCode().header(), "LOCATION_UNKNOWN", "There is no such location.");
            }
            services.lifecycle().delete(tx, who, before.locationId());
            return Effect.DELETED;
        }
    }
}

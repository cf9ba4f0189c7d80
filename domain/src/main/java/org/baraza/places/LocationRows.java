// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.baraza.persistence.schema.places.Tables.LOCATION;
import static org.baraza.persistence.schema.places.Tables.LOCATION_TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.persistence.schema.places.tables.records.LocationRecord;
import org.baraza.persistence.schema.places.tables.records.LocationTypeRecord;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;

/** Locations with their levels, as rows. */
final class LocationRows {
    private static final org.baraza.persistence.schema.places.tables.LocationType ABOVE = LOCATION_TYPE.as("above");
    private static final Field<String> ABOVE_CODE = ABOVE.CODE.as("above_code");

    private LocationRows() {}

    /** The beginning of every statement that reads locations. */
    static SelectOnConditionStep<Record> select(Tx tx) {
        List<Field<?>> fields = new ArrayList<>(List.of(LOCATION.fields()));
        fields.addAll(List.of(LOCATION_TYPE.fields()));
        fields.add(ABOVE_CODE);
        return tx.sql()
                .select(fields)
                .from(LOCATION)
                .join(LOCATION_TYPE)
                .on(LOCATION_TYPE.PROJECT_ID.eq(LOCATION.PROJECT_ID))
                .and(LOCATION_TYPE.TYPE_NO.eq(LOCATION.TYPE_NO))
                .leftJoin(ABOVE)
                .on(ABOVE.PROJECT_ID.eq(LOCATION_TYPE.PROJECT_ID))
                .and(ABOVE.TYPE_NO.eq(LOCATION_TYPE.PARENT_NO));
    }

    static Location location(Record row) {
        LocationRecord location = row.into(LOCATION);
        return new Location(
                location.getLocationId(),
                location.getLocationNo(),
                location.getName(),
                type(row),
                Optional.ofNullable(location.getParentId()).orElse(""),
                location.getSiteCode(),
                Optional.ofNullable(location.getExternalId()).orElse(""),
                PlaceRows.texts(location.getMetadata()),
                location.getLatitude(),
                location.getLongitude(),
                location.getArchivedOn(),
                location.getCreatedAt(),
                location.getLastModified(),
                location.getPath());
    }

    private static LocationType type(Record row) {
        LocationTypeRecord type = row.into(LOCATION_TYPE);
        return new LocationType(
                type.getTypeNo(),
                type.getName(),
                type.getCode(),
                Optional.ofNullable(type.getParentNo()).orElse(0),
                Optional.ofNullable(row.get(ABOVE_CODE)).orElse(""),
                type.getAdministrative(),
                type.getSharesCases(),
                type.getViewDescendants());
    }
}

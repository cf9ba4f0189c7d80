// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.baraza.exchange.work.SheetSource;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Location;
import org.baraza.places.Locations;
import org.jspecify.annotations.Nullable;

/** The sheet of the locations of a type, as it can be sent back. */
final class LocationSheet implements SheetSource {
    private final Locations locations;
    private final ProjectAccess who;
    private final String typeCode;
    private final List<String> keys;
    private final Supplier<List<Location>> pages;

    /**
     * @param keys what is noted of them
     * @param pages gives the locations, a page at a time, none at the end
     */
    LocationSheet(
            Locations locations,
            ProjectAccess who,
            String typeCode,
            List<String> keys,
            Supplier<List<Location>> pages) {
        this.locations = locations;
        this.who = who;
        this.typeCode = typeCode;
        this.keys = List.copyOf(keys);
        this.pages = pages;
    }

    @Override
    public String name() {
        return typeCode;
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of(
                "location_id",
                "site_code",
                "name",
                "parent_site_code",
                "external_id",
                "latitude",
                "longitude",
                "Delete(Y/N)"));
        keys.forEach(key -> header.add("data: " + key));
        return header;
    }

    @Override
    public List<List<String>> next() {
        List<Location> some = pages.get();
        Map<String, Location> parents = locations.find(
                who,
                some.stream()
                        .map(Location::parentId)
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList());
        return some.stream().map(location -> row(location, parents)).toList();
    }

    private List<String> row(Location location, Map<String, Location> parents) {
        List<String> row = new ArrayList<>(List.of(
                location.locationId(),
                location.siteCode(),
                location.name(),
                Optional.ofNullable(parents.get(location.parentId()))
                        .map(Location::siteCode)
                        .orElse(""),
                location.externalId(),
                degrees(location.latitude()),
                degrees(location.longitude()),
                "N"));
        keys.forEach(key -> row.add(location.metadata().getOrDefault(key, "")));
        return row;
    }

    private static String degrees(@Nullable BigDecimal angle) {
        return angle == null ? "" : angle.stripTrailingZeros().toPlainString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.PayloadFormat;
import org.baraza.forwarding.types.SavedType;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Location;
import org.baraza.places.Locations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A location as CommCare HQ forwards it (data forwarding: requests sent). */
@Component
final class LocationFormat implements PayloadFormat {
    private final Locations locations;

    LocationFormat(Locations locations) {
        this.locations = locations;
    }

    @Override
    public String slug() {
        return SavedType.LOCATIONS.usualFormat();
    }

    @Override
    public String label() {
        return "JSON";
    }

    @Override
    public Set<String> types() {
        return Set.of(SavedType.LOCATIONS.slug());
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Map<String, Payload> payloads(ProjectAccess server, Collection<String> ids) {
        Map<String, Location> found = locations.find(server, ids);
        Map<String, List<Location>> above = locations.ancestors(server, found.values());
        Map<String, Payload> payloads = new LinkedHashMap<>();
        found.forEach((id, location) -> payloads.put(
                id,
                Payload.of(
                        contentType(),
                        json(server, location, above.getOrDefault(id, List.of()))
                                .toString()
                                .getBytes(StandardCharsets.UTF_8))));
        return payloads;
    }

    private static ObjectNode json(ProjectAccess server, Location location, List<Location> above) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("name", location.name());
        json.put("site_code", location.siteCode());
        json.put("_id", location.locationId());
        json.put("location_id", location.locationId());
        json.put("doc_type", "Location");
        json.put("domain", server.projectName());
        json.put("external_id", orNull(location.externalId()));
        json.put("is_archived", location.archivedOn() != null);
        json.put("archived_on", location.archivedOn() == null ? null : PlaceTimes.text(location.archivedOn()));
        json.put("last_modified", PlaceTimes.text(location.lastModified()));
        json.put(
                "latitude",
                location.latitude() == null ? null : location.latitude().doubleValue());
        json.put(
                "longitude",
                location.longitude() == null ? null : location.longitude().doubleValue());
        ObjectNode metadata = json.putObject("metadata");
        location.metadata().forEach(metadata::put);
        json.put("location_type", location.type().name());
        json.put("location_type_code", location.type().code());
        json.put("parent_location_id", orNull(location.parentId()));
        ArrayNode lineage = json.putArray("lineage");
        above.reversed().forEach(one -> lineage.add(one.locationId()));
        return json;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

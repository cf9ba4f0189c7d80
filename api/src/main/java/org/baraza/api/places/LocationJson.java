// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import java.math.BigDecimal;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Location;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A location as the second version of CommCare HQ's data API writes it, and what both versions write alike. */
final class LocationJson {
    private LocationJson() {}

    static ObjectNode second(ProjectAccess who, Location location) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("domain", who.projectName());
        json.put("location_id", location.locationId());
        json.put("name", location.name());
        json.put("site_code", location.siteCode());
        json.put("last_modified", PlaceTimes.text(location.lastModified()));
        place(json, location);
        json.put("location_type_code", location.type().code());
        json.put("location_type_name", location.type().name());
        json.put("parent_location_id", location.parentId());
        return json;
    }

    /** Coordinates and what is noted about it. */
    static void place(ObjectNode json, Location location) {
        json.put("latitude", degrees(location.latitude()));
        json.put("longitude", degrees(location.longitude()));
        ObjectNode data = json.putObject("location_data");
        location.metadata().forEach(data::put);
    }

    private static @Nullable String degrees(@Nullable BigDecimal angle) {
        return angle == null ? null : angle.toPlainString();
    }
}

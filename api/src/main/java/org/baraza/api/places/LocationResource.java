// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Slice;
import org.baraza.places.Location;
import org.baraza.places.LocationOrder;
import org.baraza.places.Locations;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Locations in the first version of CommCare HQ's data API, which only reads. Its clients compare addresses as texts, so
 * a location, its parent and its type are all named by the spelling that was asked for.
 */
@RestController
final class LocationResource {
    private static final String OLD = "/a/{domain}/api/v0.5/location";
    private static final String NEW = "/a/{domain}/api/location/v1";
    private static final String ONE = "/{locationId}";
    private static final int MOST = 1_000;
    private static final Set<String> SHOWN = Set.of(
            "id",
            "name",
            "domain",
            "location_id",
            "site_code",
            "external_id",
            "created_at",
            "last_modified",
            "latitude",
            "longitude",
            "location_data",
            "location_type",
            "parent",
            "resource_uri");

    private final Locations locations;

    LocationResource(Locations locations) {
        this.locations = locations;
    }

    @GetMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(who);
        OffsetPage page = OffsetPage.unordered(request, MOST, SHOWN);
        ResourcePath path = ResourcePath.of(request);
        Slice<Location> slice =
                locations.slice(who, LocationParameters.first(request), LocationOrder.NUMBER, page.request());
        page.answer(slice, location -> json(who, path, location)).send(response);
    }

    @GetMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void one(
            ProjectAccess who,
            @PathVariable String locationId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        open(who);
        Location location =
                locations.find(who, locationId).orElseThrow(() -> new Refused(new Problem.NotFound("location")));
        Answer.json(HttpStatus.OK, json(who, ResourcePath.of(request), location))
                .send(response);
    }

    static void open(ProjectAccess who) {
        who.require(Permission.ACCESS_API);
        who.require(Permission.EDIT_LOCATIONS);
    }

    private static ObjectNode json(ProjectAccess who, ResourcePath path, Location location) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", location.number());
        json.put("name", location.name());
        json.put("domain", who.projectName());
        json.put("location_id", location.locationId());
        json.put("site_code", location.siteCode());
        json.put("external_id", location.externalId().isEmpty() ? null : location.externalId());
        json.put("created_at", PlaceTimes.text(location.createdAt()));
        json.put("last_modified", PlaceTimes.text(location.lastModified()));
        LocationJson.place(json, location);
        json.put("location_type", path.absolute("location_type", location.type().number()));
        json.put("parent", location.parentId().isEmpty() ? null : path.absolute("location", location.parentId()));
        json.put("resource_uri", path.absolute("location", location.locationId()));
        return json;
    }
}

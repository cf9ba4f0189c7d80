// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.baraza.api.pages.JsonBody;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Location;
import org.baraza.places.LocationEditing;
import org.baraza.places.LocationStep;
import org.baraza.places.Locations;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Locations in the second version of CommCare HQ's data API, which also makes and changes them. */
@RestController
final class LocationSecondResource {
    private static final String OLD = "/a/{domain}/api/v0.6/location";
    private static final String NEW = "/a/{domain}/api/location/v2";
    private static final String ONE = "/{locationId}";
    private static final int MOST = 5_000;
    private static final int MOST_AT_ONCE = 100;

    private final Locations locations;
    private final LocationEditing editing;

    LocationSecondResource(Locations locations, LocationEditing editing) {
        this.locations = locations;
        this.editing = editing;
    }

    @GetMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocationResource.open(who);
        OffsetPage page = OffsetPage.of(request, MOST);
        var slice = locations.slice(
                who, LocationParameters.second(request), LocationParameters.order(request), page.request());
        page.answer(slice, location -> LocationJson.second(who, location)).send(response);
    }

    @GetMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void one(ProjectAccess who, @PathVariable String locationId, HttpServletResponse response) throws IOException {
        LocationResource.open(who);
        Location location =
                locations.find(who, locationId).orElseThrow(() -> new Refused(new Problem.NotFound("location")));
        Answer.json(HttpStatus.OK, LocationJson.second(who, location)).send(response);
    }

    @PostMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void create(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocationResource.open(who);
        LocationWrite write = new LocationWrite(JsonBody.read(request.getInputStream()));
        Location made = done(who, List.of(write), List.of(write.create())).getFirst();
        Answer.json(HttpStatus.CREATED, LocationJson.second(who, made)).send(response);
    }

    @PutMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void change(
            ProjectAccess who,
            @PathVariable String locationId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LocationResource.open(who);
        LocationWrite write = new LocationWrite(JsonBody.read(request.getInputStream()));
        Location changed =
                done(who, List.of(write), List.of(write.edit(locationId))).getFirst();
        Answer.json(HttpStatus.OK, LocationJson.second(who, changed)).send(response);
    }

    @PatchMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void writeAll(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocationResource.open(who);
        List<LocationWrite> writes = JsonBody.read(request.getInputStream()).objects().stream()
                .map(LocationWrite::new)
                .toList();
        if (writes.size() > MOST_AT_ONCE) {
            throw LocationWrite.invalid("TOO_MANY", "Object count exceeds limit for PATCH method.");
        }
        ArrayNode ids = JsonMapper.shared().createArrayNode();
        done(who, writes, writes.stream().map(LocationWrite::step).toList())
                .forEach(location -> ids.add(location.locationId()));
        Answer.json(HttpStatus.ACCEPTED, ids).send(response);
    }

    /** All or none, refused in HQ's words. */
    private List<Location> done(ProjectAccess who, List<LocationWrite> writes, List<LocationStep> steps) {
        try {
            return editing.all(who, steps);
        } catch (LocationStep.Failed failed) {
            throw writes.get(failed.index())
                    .refused(failed.problem().code(), words(failed.problem(), steps.get(failed.index())));
        }
    }

    private static String words(Problem problem, LocationStep step) {
        return problem instanceof Problem.NotFound && step instanceof LocationStep.Edit edit
                ? "Could not update: could not find location with given ID " + edit.locationId() + " on the domain."
                : problem.message();
    }
}

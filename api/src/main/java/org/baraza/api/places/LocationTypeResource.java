// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Slice;
import org.baraza.places.LocationType;
import org.baraza.places.LocationTypes;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The levels of the organisation in CommCare HQ's data API, which only reads them. */
@RestController
final class LocationTypeResource {
    private static final String OLD = "/a/{domain}/api/v0.5/location_type";
    private static final String NEW = "/a/{domain}/api/location_type/v1";
    private static final String ONE = "/{number}";
    private static final int MOST = 1_000;
    private static final Set<String> SHOWN = Set.of(
            "id",
            "domain",
            "name",
            "code",
            "parent",
            "administrative",
            "shares_cases",
            "view_descendants",
            "resource_uri");

    private final LocationTypes types;

    LocationTypeResource(LocationTypes types) {
        this.types = types;
    }

    @GetMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocationResource.open(who);
        OffsetPage page = OffsetPage.unordered(request, MOST, SHOWN);
        ResourcePath path = ResourcePath.of(request);
        List<LocationType> all = types.list(who);
        List<LocationType> wanted = all.stream()
                .skip(page.request().offset())
                .limit(page.request().limit())
                .toList();
        page.answer(new Slice<>(wanted, all.size()), type -> json(who, path, type))
                .send(response);
    }

    @GetMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void one(ProjectAccess who, @PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LocationResource.open(who);
        LocationType type = number(number)
                .flatMap(found -> types.find(who, found))
                .orElseThrow(() -> new Refused(new Problem.NotFound("location type")));
        Answer.json(HttpStatus.OK, json(who, ResourcePath.of(request), type)).send(response);
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode json(ProjectAccess who, ResourcePath path, LocationType type) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", type.number());
        json.put("domain", who.projectName());
        json.put("name", type.name());
        json.put("code", type.code());
        json.put("parent", type.parentNo() == 0 ? null : path.absolute("location_type", type.parentNo()));
        json.put("administrative", type.administrative());
        json.put("shares_cases", type.sharesCases());
        json.put("view_descendants", type.viewDescendants());
        json.put("resource_uri", path.absolute("location_type", type.number()));
        return json;
    }
}

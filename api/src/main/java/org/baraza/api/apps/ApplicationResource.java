// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.pages.OrderBy;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Apps;
import org.baraza.apps.Versions;
import org.baraza.apps.WorkingCopy;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The structure of a project's apps: menus, forms, questions, versions (data API: applications). */
@RestController
final class ApplicationResource {
    private static final String OLDEST = "/a/{domain}/api/v0.4/application";
    private static final String OLD = "/a/{domain}/api/v0.5/application";
    private static final String NEW = "/a/{domain}/api/application/v1";
    private static final String ONE = "/{id:[\\w-]+}";
    private static final Set<String> SHOWN = Set.of(
            "id",
            "name",
            "version",
            "is_released",
            "built_on",
            "build_comment",
            "built_from_app_id",
            "modules",
            "versions",
            "resource_uri");

    private final Apps apps;
    private final Versions versions;
    private final KnownProperties properties;

    ApplicationResource(Apps apps, Versions versions, KnownProperties properties) {
        this.properties = properties;
        this.apps = apps;
        this.versions = versions;
    }

    /** All of them: there is no paging, and the envelope says so. */
    @GetMapping({OLDEST, OLDEST + "/", OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mayUse(who);
        OrderBy.refuse(request, SHOWN);
        List<WorkingCopy> all = apps.structure(who);
        Map<String, List<AppVersion>> built = versions.all(who);
        ApplicationJson json = new ApplicationJson(properties.of(who));
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("meta")
                .putNull("limit")
                .putNull("next")
                .put("offset", 0)
                .putNull("previous")
                .put("total_count", all.size());
        ArrayNode objects = body.putArray("objects");
        for (WorkingCopy copy : all) {
            objects.add(json.of(copy, null, built.getOrDefault(copy.appId(), List.of()), extras(request)));
        }
        Answer.json(HttpStatus.OK, body).send(response);
    }

    @GetMapping({OLDEST + ONE, OLDEST + ONE + "/", OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void one(ProjectAccess who, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        mayUse(who);
        Optional<WorkingCopy> copy = apps.structure(who, id);
        if (copy.isEmpty()) {
            HqJson.unknown().send(response);
            return;
        }
        Optional<AppVersion> version = versions.structure(who, id);
        List<AppVersion> built = version.isPresent() ? List.of() : versions.all(who, id);
        ApplicationJson json = new ApplicationJson(properties.of(who));
        Answer.json(HttpStatus.OK, json.of(copy.get(), version.orElse(null), built, extras(request)))
                .send(response);
    }

    private static boolean extras(HttpServletRequest request) {
        return "true".equalsIgnoreCase(request.getParameter("extras"));
    }

    /** What it shows is of no place, so whoever sees the data of some places only is not let in, as in CommCare HQ. */
    private static void mayUse(ProjectAccess who) {
        who.require(Permission.ACCESS_API);
        who.require(Permission.ACCESS_ALL_LOCATIONS);
    }
}

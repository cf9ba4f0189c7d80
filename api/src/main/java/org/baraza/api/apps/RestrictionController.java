// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.baraza.api.pages.FormBody;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppVersion;
import org.baraza.apps.PinQuery;
import org.baraza.apps.PinnedRelease;
import org.baraza.apps.PinnedRelease.Kind;
import org.baraza.apps.PinnedReleases;
import org.baraza.apps.Versions;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Versions that are kept to locations or language profiles, at CommCare HQ's addresses (releases, section 4). */
@RestController
final class RestrictionController {
    private static final String SETTINGS = "/a/{domain}/settings/project";
    private static final String LOCATIONS = SETTINGS + "/manage_releases_by_location";
    private static final String PROFILES = SETTINGS + "/manage_releases_by_app_profile";
    private static final String ACTIVATE = SETTINGS + "/activate_release_restriction/{pinId:[\\w-]+}";
    private static final String DEACTIVATE = SETTINGS + "/deactivate_release_restriction/{pinId:[\\w-]+}";
    private static final String TOGGLE = SETTINGS + "/toggle_release_restriction_by_app_profile/{pinId:[\\w-]+}";
    private static final int PAGE = 50;

    private final PinnedReleases pins;
    private final Versions versions;

    RestrictionController(PinnedReleases pins, Versions versions) {
        this.pins = pins;
        this.versions = versions;
    }

    @GetMapping({LOCATIONS, LOCATIONS + "/"})
    void locations(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        list(who, Kind.LOCATION, "location_id", request).send(response);
    }

    @GetMapping({PROFILES, PROFILES + "/"})
    void profiles(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        list(who, Kind.PROFILE, "app_build_profile_id", request).send(response);
    }

    private Answer list(ProjectAccess who, Kind kind, String place, HttpServletRequest request) {
        String status = request.getParameter("status");
        Page<PinnedRelease> page = pins.list(
                who,
                new PinQuery(
                        kind,
                        given(request, "app_id"),
                        given(request, place),
                        number(given(request, "version")),
                        (status == null || status.isEmpty()) ? null : status.equals("active"),
                        new PageRequest(
                                PAGE,
                                Optional.ofNullable(given(request, "after")).orElse(""),
                                true)));
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode list = json.putArray("releases");
        page.items().forEach(pin -> list.add(json(pin)));
        json.put("total", page.total().orElse(0));
        json.put("next", page.more() ? page.items().getLast().cursor() : null);
        return Answer.json(HttpStatus.OK, json);
    }

    private static @Nullable String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static ObjectNode json(PinnedRelease pin) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", pin.pinId())
                .put("app_id", pin.appId())
                .put("build_id", pin.buildId())
                .put("version", pin.number())
                .put(pin.kind() == Kind.LOCATION ? "location_id" : "build_profile_id", pin.placeId())
                .put("active", pin.active())
                .put("activated_on", text(pin.activatedAt()))
                .put("deactivated_on", text(pin.deactivatedAt()));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    @PostMapping({LOCATIONS, LOCATIONS + "/"})
    void keepToLocation(ProjectAccess who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        keep(who, Kind.LOCATION, "location_id", FormBody.read(request)).send(response);
    }

    @PostMapping({PROFILES, PROFILES + "/"})
    void keepToProfile(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        keep(who, Kind.PROFILE, "app_build_profile_id", FormBody.read(request)).send(response);
    }

    /** The version is named by its id, or by its number as HQ's page does. */
    private Answer keep(ProjectAccess who, Kind kind, String place, FormBody form) {
        who.require(Permission.EDIT_APPS);
        String buildId = form.text("build_id")
                .or(() -> versions.numbered(
                                who,
                                form.text("app_id").orElse(""),
                                form.text("version").orElse(""))
                        .map(AppVersion::buildId))
                .orElseThrow(() -> new Refused(new Problem.NotFound("version")));
        return told(() -> pins.pin(who, buildId, kind, form.text(place).orElse("")));
    }

    @PostMapping({ACTIVATE, ACTIVATE + "/"})
    void activate(ProjectAccess who, @PathVariable String pinId, HttpServletResponse response) throws IOException {
        told(() -> pins.activate(who, pinId, Kind.LOCATION, true)).send(response);
    }

    @PostMapping({DEACTIVATE, DEACTIVATE + "/"})
    void deactivate(ProjectAccess who, @PathVariable String pinId, HttpServletResponse response) throws IOException {
        told(() -> pins.activate(who, pinId, Kind.LOCATION, false)).send(response);
    }

    @PostMapping({TOGGLE, TOGGLE + "/"})
    void toggle(ProjectAccess who, @PathVariable String pinId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean active = "true".equals(FormBody.read(request).text("active").orElse(""));
        told(() -> pins.activate(who, pinId, Kind.PROFILE, active)).send(response);
    }

    /** What cannot be is told with 200 and a message, as HQ does. */
    private static Answer told(Supplier<PinnedRelease> deed) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        try {
            PinnedRelease pin = deed.get();
            json.put("id", pin.pinId()).put("success", true);
            if (pin.kind() == Kind.LOCATION) {
                json.put("activated_on", text(pin.activatedAt())).put("deactivated_on", text(pin.deactivatedAt()));
            }
        } catch (Refused refused) {
            if (!(refused.problem() instanceof Problem.Conflict conflict)) {
                throw refused;
            }
            json.put("message", conflict.message());
        }
        return Answer.json(HttpStatus.OK, json);
    }
}

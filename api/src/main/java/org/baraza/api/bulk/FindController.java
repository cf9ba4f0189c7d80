// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.baraza.activity.Access;
import org.baraza.activity.AccessRecorder;
import org.baraza.api.doors.QueryText;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.exchange.Finding;
import org.baraza.exchange.Finding.Found;
import org.baraza.exchange.Finding.Kind;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Arrival;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an id means, wherever the caller is a member, as CommCare HQ's search tells it (find data by id). */
@RestController
final class FindController {
    private static final String PATH = "/search";

    private final Finding finding;
    private final AccessRecorder recorder;
    private final Clock clock;

    FindController(Finding finding, AccessRecorder recorder, Clock clock) {
        this.finding = finding;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Leads to its page, unless {@code redirect=false} asks for what it is. */
    @GetMapping({PATH, PATH + "/"})
    void search(WebUser who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = QueryText.parameter(request, "q").orElse("").strip();
        Optional<Found> found = id.isEmpty() ? Optional.empty() : finding.find(who, arrival(), id);
        found.ifPresent(what -> note(what, request));
        if (found.isEmpty()) {
            HqJson.error(HttpStatus.NOT_FOUND, "There is nothing of that id.").send(response);
        } else if (QueryText.parameter(request, "redirect").orElse("").equalsIgnoreCase("false")) {
            Answer.json(HttpStatus.OK, json(found.get())).send(response);
        } else {
            response.sendRedirect(link(found.get()));
        }
    }

    /** In the book of the project where it is, as if she had asked for it there. */
    private void note(Found found, HttpServletRequest request) {
        Access.View view = new Access.View(
                request.getMethod(),
                PATH,
                "",
                found.id(),
                HttpStatus.OK.value(),
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""));
        recorder.add(Access.of(found.member(), arrival(), view, clock.instant()));
    }

    /** How she came in; the door told it. */
    private static Arrival arrival() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getDetails() instanceof Arrival arrival) {
            return arrival;
        }
        throw new IllegalStateException("nobody was let in");
    }

    private static ObjectNode json(Found found) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", found.id())
                .put("type", documentType(found.kind()))
                .put("type_display", display(found.kind()))
                .put("link", link(found))
                .put("domain", found.projectName());
        if (!found.name().isEmpty()) {
            json.put("name", found.name());
        }
        if (found.deleted()) {
            json.put("is_deleted", true);
        }
        return json;
    }

    /** As CommCare HQ calls documents. */
    private static String documentType(Kind kind) {
        return switch (kind) {
            case FORM -> "XFormInstance";
            case CASE -> "CommCareCase";
            case LOCATION -> "Location";
            case GROUP -> "Group";
            case MOBILE_WORKER -> "CommCareUser";
            case WEB_USER -> "WebUser";
            case APP -> "Application";
        };
    }

    private static String display(Kind kind) {
        return switch (kind) {
            case FORM -> "Form";
            case CASE -> "Case";
            case LOCATION -> "Location";
            case GROUP -> "Group";
            case MOBILE_WORKER -> "Mobile Worker";
            case WEB_USER -> "Web User";
            case APP -> "Application";
        };
    }

    private static String link(Found found) {
        String id = URLEncoder.encode(found.id(), StandardCharsets.UTF_8).replace("+", "%20");
        return "/app/p/" + found.projectName()
                + switch (found.kind()) {
                    case FORM -> "/forms/" + id;
                    case CASE -> "/cases/" + id;
                    case LOCATION -> "/users/organization/locations/" + id;
                    case GROUP -> "/users/groups/groups/" + id;
                    case MOBILE_WORKER -> "/users/mobile-workers/" + id;
                    // They have no pages of their own.
                    case WEB_USER -> "/users/web-users";
                    case APP -> "/apps/" + id;
                };
    }
}

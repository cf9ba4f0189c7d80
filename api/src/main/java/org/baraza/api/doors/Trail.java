// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.baraza.activity.Access;
import org.baraza.activity.AccessRecorder;
import org.baraza.identity.Arrival;
import org.baraza.identity.ProjectAccess;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Takes down what those were answered whom a door let into a project. The address is kept as the route that it took, with
 * the one id of ours in it: what others write into addresses may be about people.
 */
@Component
final class Trail {
    private final AccessRecorder recorder;
    private final Clock clock;

    Trail(AccessRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    void note(HttpServletRequest request, ProjectAccess member, Arrival arrival, int status) {
        recorder.add(Access.of(
                member,
                arrival,
                new Access.View(
                        request.getMethod(),
                        route(request),
                        "",
                        subject(request),
                        status,
                        Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                                .orElse("")),
                clock.instant()));
    }

    /** Empty for what no route took. */
    private static String route(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString)
                .orElse("");
    }

    private static String subject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> values
                ? values.entrySet().stream()
                        .filter(entry -> isOurs(entry.getKey().toString()))
                        .map(entry -> entry.getValue().toString())
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** Addresses of CommCare HQ and our own spell their variables differently. */
    private static boolean isOurs(String variable) {
        return !variable.equals("externalId")
                && !variable.equals("external_id")
                && (variable.equals("id") || variable.endsWith("Id") || variable.endsWith("_id"));
    }
}

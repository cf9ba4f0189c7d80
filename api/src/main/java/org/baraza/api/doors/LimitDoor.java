// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.baraza.api.limits.Limits;
import org.baraza.api.limits.Standing;
import org.baraza.api.problems.Answer;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands behind the door of a project, where it is known who comes, and turns away those who come too often. */
@Component
public final class LimitDoor extends OncePerRequestFilter {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Limits limits;
    private final MeterRegistry metrics;

    LimitDoor(Limits limits, MeterRegistry metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String rest =
                ProjectPath.of(request.getServletPath()).map(ProjectPath::rest).orElse("");
        Family family = Family.of(rest);
        Optional<Answer> refusal = switch (family) {
            case RECEIVER -> request.getMethod().equals("POST") ? submission(request) : Optional.empty();
            case DEVICE -> rest.startsWith("phone/restore") ? restore(request) : Optional.empty();
            case RESOURCE, FUNCTION, STRICT_FUNCTION -> dataApi(request, response, family, rest);
        };
        if (refusal.isPresent()) {
            metrics.counter("baraza.limits.refused", "family", rest.startsWith("phone/") ? "restore" : family.label())
                    .increment();
            refusal.get().send(response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Answer> submission(HttpServletRequest request) {
        return limits.submission(ProjectScope.current())
                ? tooManyDevices(request)
                : Optional.of(Turned.tooMany(Family.RECEIVER, SOON));
    }

    private Optional<Answer> restore(HttpServletRequest request) {
        Optional<Answer> devices = tooManyDevices(request);
        return devices.isPresent()
                ? devices
                : limits.restore(ProjectScope.current())
                        .filter(standing -> !standing.allowed())
                        .map(standing -> Turned.tooMany(Family.DEVICE, standing.retryAfter()));
    }

    private Optional<Answer> tooManyDevices(HttpServletRequest request) {
        Optional<ProjectAccess> access = RequestAccess.find(request);
        Optional<String> device = QueryText.parameter(request, "device_id").filter(id -> !id.isBlank());
        if (access.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        String userId = access.get().actor().userId();
        return limits.device(access.get().project(), userId, device.get())
                ? Optional.empty()
                : Optional.of(Turned.tooManyDevices());
    }

    /** People in browsers are not programs: their session is not limited here. */
    private Optional<Answer> dataApi(
            HttpServletRequest request, HttpServletResponse response, Family family, String rest) {
        Optional<ProjectAccess> access = RequestAccess.find(request);
        if (access.isEmpty()) {
            // Whoever was let in unsigned says who she is in the body, which is not to be read here.
            return Optional.empty();
        }
        Presented presented = Presented.in(request, family.keyPlace());
        if (presented instanceof Presented.Nothing) {
            return Optional.empty();
        }
        Optional<String> key = presented instanceof Presented.Key(var credentials)
                ? Optional.of(credentials.secret())
                : Optional.empty();
        Optional<Standing> standing =
                limits.dataApi(access.get().project(), access.get().actor().userId(), key);
        standing.ifPresent(known -> Quotas.tell(known, response));
        return standing.filter(known -> !known.allowed())
                .map(known -> rest.startsWith("bulk/")
                        ? Turned.tooManyOfOurs(known.retryAfter())
                        : Turned.tooMany(family, known.retryAfter()));
    }
}

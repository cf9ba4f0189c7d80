// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.baraza.api.limits.Limits;
import org.baraza.api.limits.Standing;
import org.baraza.api.problems.Answer;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands behind a door, where it is known who comes, and turns away those who come too often. */
@Component
public final class LimitDoor extends OncePerRequestFilter {
    private final Limits limits;
    private final MeterRegistry metrics;

    LimitDoor(Limits limits, MeterRegistry metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getServletPath();
        Optional<Answer> refusal = ProjectPath.of(path)
                .map(under -> underProject(under.rest(), request, response))
                .orElseGet(() -> RequestAccess.find(request).isPresent()
                        ? ours(request, response, KeyPlace.HEADER)
                        : account(path, request, response));
        if (refusal.isPresent()) {
            refusal.get().send(response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Answer> underProject(String rest, HttpServletRequest request, HttpServletResponse response) {
        Family family = Family.of(rest);
        return switch (family) {
            case RECEIVER, RECEIVER_API -> request.getMethod().equals("POST") ? submission(request) : Optional.empty();
            case DEVICE -> isRestore(rest) ? restore(request) : Optional.empty();
            case RESOURCE, PAGE_RESOURCE, FUNCTION, STRICT_FUNCTION, KEY_ONLY, FEED ->
                rest.startsWith("bulk/")
                        ? ours(request, response, family.keyPlace())
                        : program(request, response, family.keyPlace())
                                .map(standing ->
                                        refused(family.label(), Turned.tooMany(family, standing.retryAfter())));
        };
    }

    private static boolean isRestore(String rest) {
        return rest.startsWith("phone/restore") || rest.startsWith("phone/admin_restore");
    }

    private Optional<Answer> ours(HttpServletRequest request, HttpServletResponse response, KeyPlace keyPlace) {
        return program(request, response, keyPlace)
                .map(standing -> refused("ours", OwnAnswers.tooMany(standing.retryAfter())));
    }

    private Answer refused(String family, Answer answer) {
        metrics.counter("baraza.limits.refused", "family", family).increment();
        return answer;
    }

    private Optional<Answer> submission(HttpServletRequest request) {
        return limits.submission(ProjectScope.current())
                .map(wait -> refused("receiver", Turned.tooMany(Family.RECEIVER, wait)))
                .or(() -> tooManyDevices(request));
    }

    private Optional<Answer> restore(HttpServletRequest request) {
        Optional<Answer> devices = tooManyDevices(request);
        return devices.isPresent()
                ? devices
                : limits.restore(ProjectScope.current())
                        .filter(standing -> !standing.allowed())
                        .map(standing -> refused("restore", Turned.tooMany(Family.DEVICE, standing.retryAfter())));
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
                : Optional.of(refused("device", Turned.tooManyDevices()));
    }

    /** Outside any project, a program is counted with the account that it acts for. */
    private Optional<Answer> account(String path, HttpServletRequest request, HttpServletResponse response) {
        Presented presented = Presented.in(request, KeyPlace.QUERY_OR_FORM);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (presented instanceof Presented.Nothing || !(authentication instanceof ActorToken caller)) {
            return Optional.empty();
        }
        Optional<Standing> standing = limits.account(caller.getPrincipal().userId());
        standing.ifPresent(known -> Quotas.tell(known, response));
        return standing.filter(known -> !known.allowed())
                .map(known -> refused(
                        "account",
                        path.startsWith(ApiPath.START)
                                ? OwnAnswers.tooMany(known.retryAfter())
                                : Turned.tooMany(
                                        path.startsWith(AccountDoor.PHONE) ? Family.DEVICE : Family.RESOURCE,
                                        known.retryAfter())));
    }

    /** Why a program must wait. People in browsers are none: their session is not limited here. */
    private Optional<Standing> program(HttpServletRequest request, HttpServletResponse response, KeyPlace keyPlace) {
        Optional<ProjectAccess> access = RequestAccess.find(request);
        if (access.isEmpty()) {
            // Nor is anything read of her: her body may be for somebody else.
            return Optional.empty();
        }
        Presented presented = Presented.in(request, keyPlace);
        if (presented instanceof Presented.Nothing) {
            return Optional.empty();
        }
        Optional<String> key = presented instanceof Presented.Key(var credentials)
                ? Optional.of(credentials.secret())
                : Optional.empty();
        Optional<Standing> standing =
                limits.dataApi(access.get().project(), access.get().actor().userId(), key);
        standing.ifPresent(known -> Quotas.tell(known, response));
        return standing.filter(known -> !known.allowed());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Clock;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.activity.Access;
import org.baraza.activity.AccessRecorder;
import org.baraza.identity.Arrival;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes down into which projects a document led, once for each, by the name of the document. */
@Component
final class Visits implements WebGraphQlInterceptor {
    private static final int GOOD = 200;

    private final AccessRecorder recorder;
    private final Clock clock;
    /** Fields are fetched on many threads, and all of them know who asks by the same object. */
    private final Map<Authentication, Map<ProjectId, ProjectAccess>> running =
            Collections.synchronizedMap(new IdentityHashMap<>());

    Visits(AccessRecorder recorder, Clock clock) {
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Somebody was let into a project by a field of the document that runs. */
    void entered(ProjectAccess member) {
        @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
        @Nullable Map<ProjectId, ProjectAccess> visited = who == null ? null : running.get(who);
        if (visited != null) {
            visited.putIfAbsent(member.project(), member);
        }
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        @Nullable Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getDetails() instanceof Arrival arrival)) {
            return chain.next(request);
        }
        running.put(who, new ConcurrentHashMap<>());
        // When the answer ends, the request may already belong to somebody else.
        var view = new Access.View(
                "POST",
                "/graphql",
                Optional.ofNullable(request.getOperationName()).orElse(""),
                "",
                GOOD,
                Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.USER_AGENT))
                        .orElse(""));
        return chain.next(request).doFinally(_ -> end(who, arrival, view));
    }

    private void end(Authentication who, Arrival arrival, Access.View view) {
        @Nullable Map<ProjectId, ProjectAccess> visited = running.remove(who);
        if (visited != null) {
            visited.values().forEach(member -> recorder.add(Access.of(member, arrival, view, clock.instant())));
        }
    }
}

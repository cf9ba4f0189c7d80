// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.baraza.activity.AccessEvent;
import org.baraza.activity.AccessLog;
import org.baraza.activity.AccessQuery;
import org.baraza.identity.AccountEvent;
import org.baraza.identity.OwnEvents;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What happened to the caller's account, and who came into a project. */
@Controller
final class ActivityController {
    private final Entrance entrance;
    private final OwnEvents own;
    private final AccessLog log;

    ActivityController(Entrance entrance, OwnEvents own, AccessLog log) {
        this.entrance = entrance;
        this.own = own;
        this.log = log;
    }

    /** An event in the words of the schema. */
    record OwnEventNode(
            String eventId,
            Instant at,
            String action,
            @Nullable String address,
            Map<String, String> detail) {
        static OwnEventNode of(AccountEvent event) {
            return new OwnEventNode(
                    Long.toString(event.eventId()),
                    event.at(),
                    event.action(),
                    event.address().isEmpty() ? null : event.address(),
                    event.detail());
        }
    }

    /** An access in the words of the schema. */
    record AccessNode(
            String accessId,
            Instant at,
            String userId,
            String username,
            String means,
            String method,
            String path,
            String operation,
            String subject,
            int status,
            String address,
            String agent) {
        static AccessNode of(AccessEvent event) {
            return new AccessNode(
                    Long.toString(event.accessId()),
                    event.at(),
                    event.userId(),
                    event.username(),
                    event.means(),
                    event.method(),
                    event.path(),
                    event.operation(),
                    event.subject(),
                    event.status(),
                    event.address(),
                    event.agent());
        }
    }

    /** Which accesses, as clients write it. */
    record AccessFilter(
            @Nullable String username,
            @Nullable String address,
            @Nullable Instant from,
            @Nullable Instant until) {
        AccessQuery query(PageRequest page) {
            return new AccessQuery(
                    Optional.ofNullable(username),
                    Optional.ofNullable(address),
                    Optional.ofNullable(from),
                    Optional.ofNullable(until),
                    page);
        }
    }

    @SchemaMapping(typeName = "Me", field = "events")
    Connection<OwnEventNode> events(
            MeNode me,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(own.of(entrance.person(), page), page, AccountEvent::cursor, OwnEventNode::of);
    }

    @SchemaMapping(typeName = "Project", field = "accessLog")
    Connection<AccessNode> accessLog(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable AccessFilter filter,
            DataFetchingFieldSelectionSet selection) {
        PageRequest page = Paging.wanted(first, after, selection);
        AccessFilter wanted = filter == null ? new AccessFilter(null, null, null, null) : filter;
        return Connection.of(log.list(project.access(), wanted.query(page)), page, AccessEvent::cursor, AccessNode::of);
    }
}

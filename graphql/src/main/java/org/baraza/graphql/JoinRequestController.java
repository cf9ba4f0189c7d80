// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.List;
import org.baraza.identity.JoinRequest;
import org.baraza.identity.JoinRequests;
import org.baraza.identity.JoinRequests.Joinable;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** People who ask to be let into projects. */
@Controller
final class JoinRequestController {
    private final Entrance entrance;
    private final JoinRequests requests;

    JoinRequestController(Entrance entrance, JoinRequests requests) {
        this.entrance = entrance;
        this.requests = requests;
    }

    /** A project as somebody sees it who is no member. */
    record JoinableNode(
            String name, String displayName, @Nullable Instant requestedAt, boolean mayAsk) {
        static JoinableNode of(Joinable project) {
            return new JoinableNode(
                    project.projectName(),
                    project.projectTitle(),
                    project.requestedAt().orElse(null),
                    project.mayAsk());
        }
    }

    /** Somebody who asks. */
    record RequestNode(String requestId, String email, String fullName, Instant requestedAt) {
        static RequestNode of(JoinRequest request) {
            return new RequestNode(
                    request.requestId().toString(), request.email(), request.fullName(), request.requestedAt());
        }
    }

    /** Where she wants to be let in. */
    record RequestInput(String project) {}

    /** What came of it. */
    record RequestPayload(@Nullable JoinableNode project, List<UserError> userErrors) {}

    /** Who is let in, as what. */
    record ApproveInput(String project, String requestId, String role) {}

    /** Who is turned away. */
    record DeclineInput(String project, String requestId) {}

    /** What came of it. */
    record DecisionPayload(List<UserError> userErrors) {}

    @QueryMapping
    @Nullable
    JoinableNode joinableProject(@Argument String name) {
        return requests.find(entrance.person(), entrance.arrival(), name)
                .map(JoinableNode::of)
                .orElse(null);
    }

    @SchemaMapping(typeName = "Project", field = "joinRequests")
    Connection<RequestNode> joinRequests(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> requests.page(access, page)),
                page,
                JoinRequest::cursor,
                RequestNode::of);
    }

    @MutationMapping
    RequestPayload requestToJoin(@Argument RequestInput input) {
        return Attempt.at(
                () -> JoinableNode.of(requests.ask(entrance.person(), entrance.arrival(), input.project)),
                RequestPayload::new);
    }

    @MutationMapping
    DecisionPayload approveJoinRequest(@Argument ApproveInput input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    requests.approve(access, InvitationController.id(input.requestId), input.role);
                    return true;
                },
                (done, errors) -> new DecisionPayload(errors));
    }

    @MutationMapping
    DecisionPayload declineJoinRequest(@Argument DeclineInput input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    requests.decline(access, InvitationController.id(input.requestId));
                    return true;
                },
                (done, errors) -> new DecisionPayload(errors));
    }
}

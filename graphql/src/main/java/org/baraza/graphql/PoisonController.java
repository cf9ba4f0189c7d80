// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.baraza.exchange.ForwardingReplays;
import org.baraza.forwarding.Poison;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.changes.SetAsideChanges.SetAside;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Changes that forwarding could not digest, and those that are to be sent again. */
@Controller
final class PoisonController {
    private final Entrance entrance;
    private final Poison poison;
    private final ForwardingReplays replays;

    PoisonController(Entrance entrance, Poison poison, ForwardingReplays replays) {
        this.entrance = entrance;
        this.poison = poison;
        this.replays = replays;
    }

    /** A change that was set aside. */
    record SetAsideNode(
            String changeId,
            String kind,
            String documentId,
            Instant changedAt,
            String reason,
            int failures,
            Instant setAsideAt) {

        private static SetAsideNode of(SetAside one) {
            return new SetAsideNode(
                    Poison.id(one),
                    one.change().kind().wireName(),
                    one.change().documentId(),
                    one.change().at(),
                    one.reason(),
                    one.failures(),
                    one.at());
        }
    }

    /** A change to which something is done. */
    record OneChange(String project, String changeId) {}

    /** What is to be sent again. */
    record Replay(String project, String forwarderId, Instant since, Instant until) {}

    /** What came of it. */
    record SetAsideChangePayload(@Nullable String changeId, List<UserError> userErrors) {}

    @SchemaMapping(typeName = "Project", field = "setAsideChanges")
    Connection<SetAsideNode> setAside(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        return Connection.of(
                InProject.scoped(access, () -> poison.list(access, page)), page, Poison::cursor, SetAsideNode::of);
    }

    @MutationMapping
    SetAsideChangePayload retrySetAsideChange(@Argument OneChange input) {
        return act(input, poison::retry);
    }

    @MutationMapping
    SetAsideChangePayload dropSetAsideChange(@Argument OneChange input) {
        return act(input, poison::drop);
    }

    private SetAsideChangePayload act(OneChange input, BiConsumer<ProjectAccess, String> deed) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    deed.accept(access, input.changeId);
                    return input.changeId;
                },
                SetAsideChangePayload::new);
    }

    @MutationMapping
    JobMutations.JobPayload replayForwarder(@Argument Replay input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> new JobNode(access, replays.start(access, input.forwarderId, input.since, input.until)),
                JobMutations.JobPayload::new);
    }
}

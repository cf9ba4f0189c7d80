// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.graphql.WorkerMutations.MobileWorkerPayload;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.places.Assigned;
import org.baraza.places.Assignments;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Assigns mobile workers to locations. */
@Controller
final class AssignmentMutations {
    private final Entrance entrance;
    private final Assignments assignments;
    private final UserDirectory users;

    AssignmentMutations(Entrance entrance, Assignments assignments, UserDirectory users) {
        this.entrance = entrance;
        this.assignments = assignments;
        this.users = users;
    }

    /** Where a worker is to work. */
    record Input(
            String project,
            String userId,
            List<String> locationIds,
            @Nullable String primaryLocationId) {

        private Assigned wanted() {
            return new Assigned(locationIds, primaryLocationId == null ? "" : primaryLocationId);
        }
    }

    @MutationMapping
    MobileWorkerPayload setWorkerLocations(@Argument Input input) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(input.project);
                    return InProject.scoped(access, () -> assigned(access, input));
                },
                MobileWorkerPayload::new);
    }

    private WorkerNode assigned(ProjectAccess access, Input input) {
        assignments.set(access, input.userId, input.wanted());
        return users.find(access, List.of(input.userId)).get(input.userId) instanceof MobileWorker worker
                ? new WorkerNode(access, worker)
                : unknown();
    }

    private static WorkerNode unknown() {
        throw new Refused(new Problem.NotFound("mobile worker"));
    }
}

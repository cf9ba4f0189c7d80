// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Optional;
import org.baraza.graphql.WorkerMutations.MobileWorkerPayload;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.places.Assigned;
import org.baraza.places.Assignments;
import org.baraza.places.Belongings;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Puts mobile workers into locations and groups. */
@Controller
final class AssignmentMutations {
    private final Entrance entrance;
    private final Assignments assignments;
    private final Belongings belongings;
    private final UserDirectory users;

    AssignmentMutations(Entrance entrance, Assignments assignments, Belongings belongings, UserDirectory users) {
        this.entrance = entrance;
        this.assignments = assignments;
        this.belongings = belongings;
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

    /** The groups that a worker is to be in. */
    record GroupsInput(String project, String userId, List<String> groupIds) {

        private Belongings.Wish wish() {
            return new Belongings.Wish(Optional.of(groupIds), Optional.empty(), Optional.empty());
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

    @MutationMapping
    MobileWorkerPayload setWorkerGroups(@Argument GroupsInput input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    belongings.set(access, input.userId, input.wish());
                    return worker(access, input.userId);
                },
                MobileWorkerPayload::new);
    }

    private WorkerNode assigned(ProjectAccess access, Input input) {
        assignments.set(access, input.userId, input.wanted());
        return worker(access, input.userId);
    }

    private WorkerNode worker(ProjectAccess access, String userId) {
        return users.find(access, List.of(userId)).get(userId) instanceof MobileWorker worker
                ? new WorkerNode(access, worker)
                : unknown();
    }

    private static WorkerNode unknown() {
        throw new Refused(new Problem.NotFound("mobile worker"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.NewMobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes mobile workers, lets them in and keeps them out. */
@Controller
final class WorkerMutations {
    private final Entrance entrance;
    private final MobileWorkers workers;

    WorkerMutations(Entrance entrance, MobileWorkers workers) {
        this.entrance = entrance;
        this.workers = workers;
    }

    /** A worker to be made. */
    record Creation(
            String project,
            String username,
            String password,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Map<String, Object> userData) {
        @Override
        public String toString() {
            return "Creation[" + project + "]";
        }
    }

    /** Whether a worker is let in. */
    record Activation(String project, String userId, boolean active) {}

    /** A new password. */
    record PasswordReset(String project, String userId, String password) {
        @Override
        public String toString() {
            return "PasswordReset[" + project + ", " + userId + "]";
        }
    }

    /** What came of it. */
    record MobileWorkerPayload(@Nullable WorkerNode mobileWorker, List<UserError> userErrors) {}

    @MutationMapping
    MobileWorkerPayload createMobileWorker(@Argument Creation input) {
        return change(input.project, access -> workers.create(access, wanted(input)));
    }

    private static NewMobileWorker wanted(Creation input) {
        return new NewMobileWorker(
                input.username,
                input.password,
                input.firstName == null ? "" : input.firstName,
                input.lastName == null ? "" : input.lastName,
                "",
                "",
                List.of(),
                userData(input.userData));
    }

    /** Strings only; phones know nothing else. */
    private static Map<String, String> userData(@Nullable Map<String, Object> json) {
        Map<String, String> data = new LinkedHashMap<>();
        if (json != null) {
            json.forEach((name, value) -> {
                if (!(value instanceof String text)) {
                    throw wrongUserData();
                }
                data.put(name, text);
            });
        }
        return data;
    }

    private static Refused wrongUserData() {
        return new Refused(Problem.Invalid.field(
                "userData", "USER_DATA_INVALID", "User data is an object whose values are strings."));
    }

    @MutationMapping
    MobileWorkerPayload setMobileWorkerActive(@Argument Activation input) {
        return change(input.project, access -> workers.setActive(access, input.userId, input.active));
    }

    @MutationMapping
    MobileWorkerPayload resetMobileWorkerPassword(@Argument PasswordReset input) {
        return change(input.project, access -> workers.resetPassword(access, input.userId, input.password));
    }

    private MobileWorkerPayload change(String project, Function<ProjectAccess, MobileWorker> deed) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(project);
                    return new WorkerNode(access, InProject.scoped(access, () -> deed.apply(access)));
                },
                MobileWorkerPayload::new);
    }
}

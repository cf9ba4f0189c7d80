// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.NewMobileWorker;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerChange;
import org.baraza.identity.WorkerMails;
import org.baraza.places.Belongings;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes, changes and deletes mobile workers, lets them in and keeps them out. */
@Controller
final class WorkerMutations {
    private final Entrance entrance;
    private final MobileWorkers workers;
    private final WorkerMails mails;
    private final Belongings belongings;

    WorkerMutations(Entrance entrance, MobileWorkers workers, WorkerMails mails, Belongings belongings) {
        this.entrance = entrance;
        this.workers = workers;
        this.mails = mails;
        this.belongings = belongings;
    }

    /** A worker to be made. */
    record Creation(
            String project,
            String username,
            @Nullable String password,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String language,
            @Nullable List<String> phoneNumbers,
            @Nullable Map<String, Object> userData,
            @Nullable String role,
            @Nullable Boolean choosesPassword,
            @Nullable List<String> groupIds,
            @Nullable List<String> locationIds,
            @Nullable String primaryLocationId) {

        /** Where she is to belong from the start. */
        private Belongings.Wish belonging() {
            return new Belongings.Wish(
                    Optional.ofNullable(groupIds),
                    Optional.ofNullable(locationIds),
                    Optional.ofNullable(primaryLocationId));
        }

        @Override
        public String toString() {
            return "Creation[" + project + "]";
        }
    }

    /** What becomes different about a worker; what is null stays. */
    record Update(
            String project,
            String userId,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String language,
            @Nullable List<String> phoneNumbers,
            @Nullable Map<String, Object> userData,
            @Nullable String role,
            @Nullable String deactivateAfter) {}

    /** A worker who goes. */
    record Deletion(String project, String userId) {}

    /** Whether a worker is let in. */
    record Activation(String project, String userId, boolean active) {}

    /** Whether a worker is there to show apps. */
    record Demo(String project, String userId, boolean demo) {}

    /** A new password. */
    record PasswordReset(String project, String userId, String password) {
        @Override
        public String toString() {
            return "PasswordReset[" + project + ", " + userId + "]";
        }
    }

    /** What came of it. */
    record MobileWorkerPayload(@Nullable WorkerNode mobileWorker, List<UserError> userErrors) {}

    /** Whether she is gone. */
    record DeleteMobileWorkerPayload(List<UserError> userErrors) {}

    @MutationMapping
    MobileWorkerPayload createMobileWorker(@Argument Creation input) {
        return change(input.project, access -> {
            NewMobileWorker wanted = wanted(input);
            MobileWorker made = workers.create(
                    access, wanted, (tx, worker) -> belongings.set(tx, access, worker.userId(), input.belonging()));
            if (wanted.choosesPassword() && mails.sends()) {
                mails.confirm(access, made.userId());
            }
            return made;
        });
    }

    private static NewMobileWorker wanted(Creation input) {
        NewMobileWorker wanted = new NewMobileWorker(
                input.username,
                text(input.password),
                text(input.firstName),
                text(input.lastName),
                text(input.email),
                text(input.language),
                input.phoneNumbers == null ? List.of() : input.phoneNumbers,
                userData(input.userData));
        NewMobileWorker withRole = wanted.with(text(input.role));
        return Boolean.TRUE.equals(input.choosesPassword) ? withRole.choosing() : withRole;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static Map<String, String> userData(@Nullable Map<String, Object> json) {
        return Texts.read("userData", "USER_DATA_INVALID", json);
    }

    @MutationMapping
    MobileWorkerPayload updateMobileWorker(@Argument Update input) {
        return change(input.project, access -> workers.edit(access, input.userId, changes(input)));
    }

    private static List<WorkerChange> changes(Update input) {
        List<WorkerChange> changes = new ArrayList<>();
        add(changes, input.firstName, WorkerChange.FirstName::new);
        add(changes, input.lastName, WorkerChange.LastName::new);
        add(changes, input.email, WorkerChange.Email::new);
        add(changes, input.language, WorkerChange.Language::new);
        add(changes, input.phoneNumbers, WorkerChange.PhoneNumbers::new);
        add(changes, input.userData, data -> new WorkerChange.UserData(userData(data)));
        add(changes, input.role, WorkerChange.Role::new);
        add(changes, input.deactivateAfter, day -> new WorkerChange.DeactivateAfter(day(day)));
        return changes;
    }

    private static Optional<LocalDate> day(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new Refused(
                    Problem.Invalid.field("deactivateAfter", "DAY_INVALID", "A day is written as 2027-03-01."));
        }
    }

    private static <T> void add(List<WorkerChange> changes, @Nullable T given, Function<T, WorkerChange> change) {
        if (given != null) {
            changes.add(change.apply(given));
        }
    }

    @MutationMapping
    DeleteMobileWorkerPayload deleteMobileWorker(@Argument Deletion input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    workers.delete(access, input.userId, (tx, worker) -> belongings.clear(tx, access, worker.userId()));
                    return true;
                },
                (_, errors) -> new DeleteMobileWorkerPayload(errors));
    }

    @MutationMapping
    MobileWorkerPayload setMobileWorkerActive(@Argument Activation input) {
        return change(input.project, access -> workers.setActive(access, input.userId, input.active));
    }

    @MutationMapping
    MobileWorkerPayload setMobileWorkerDemo(@Argument Demo input) {
        return change(input.project, access -> workers.setDemo(access, input.userId, input.demo));
    }

    @MutationMapping
    MobileWorkerPayload resetMobileWorkerPassword(@Argument PasswordReset input) {
        return change(input.project, access -> workers.resetPassword(access, input.userId, input.password));
    }

    private MobileWorkerPayload change(String project, Function<ProjectAccess, MobileWorker> deed) {
        return Attempt.in(
                entrance, project, access -> new WorkerNode(access, deed.apply(access)), MobileWorkerPayload::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Group;
import org.baraza.places.GroupWish;
import org.baraza.places.Groups;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Makes, changes and deletes groups. */
@Controller
final class GroupMutations {
    private final Entrance entrance;
    private final Groups groups;

    GroupMutations(Entrance entrance, Groups groups) {
        this.entrance = entrance;
        this.groups = groups;
    }

    /** A group to be made. */
    record Creation(
            String project,
            String name,
            @Nullable Boolean caseSharing,
            @Nullable Boolean reporting,
            @Nullable Map<String, Object> metadata,
            @Nullable List<String> userIds) {

        private GroupWish wish() {
            return new Change(project, "", name, caseSharing, reporting, metadata, userIds)
                    .applied(GroupWish.named(name));
        }
    }

    /** What a group is to be; null where it stays as it is. */
    record Change(
            String project,
            String groupId,
            @Nullable String name,
            @Nullable Boolean caseSharing,
            @Nullable Boolean reporting,
            @Nullable Map<String, Object> metadata,
            @Nullable List<String> userIds) {

        private GroupWish applied(GroupWish wish) {
            return new GroupWish(
                    name == null ? wish.name() : name,
                    caseSharing == null ? wish.caseSharing() : caseSharing,
                    reporting == null ? wish.reporting() : reporting,
                    metadata == null ? wish.metadata() : JsonTexts.of(metadata),
                    userIds == null ? wish.userIds() : userIds);
        }
    }

    /** Who comes into a group, and who leaves it. */
    record Members(
            String project,
            String groupId,
            @Nullable List<String> add,
            @Nullable List<String> remove) {}

    /** Which group. */
    record Which(String project, String groupId) {}

    /** What came of it. */
    record GroupPayload(@Nullable GroupNode group, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteGroupPayload(List<UserError> userErrors) {}

    @MutationMapping
    GroupPayload createGroup(@Argument Creation input) {
        return change(input.project, access -> groups.create(access, input.wish()));
    }

    @MutationMapping
    GroupPayload updateGroup(@Argument Change input) {
        return change(input.project, access -> groups.edit(access, input.groupId, input::applied));
    }

    @MutationMapping
    GroupPayload changeGroupMembers(@Argument Members input) {
        return change(
                input.project,
                access -> groups.changeMembers(access, input.groupId, listed(input.add), listed(input.remove)));
    }

    private static List<String> listed(@Nullable List<String> userIds) {
        return userIds == null ? List.of() : userIds;
    }

    private GroupPayload change(String project, Function<ProjectAccess, Group> deed) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(project);
                    return new GroupNode(access, InProject.scoped(access, () -> deed.apply(access)));
                },
                GroupPayload::new);
    }

    @MutationMapping
    DeleteGroupPayload deleteGroup(@Argument Which input) {
        return Attempt.at(
                () -> {
                    ProjectAccess access = entrance.enter(input.project);
                    return InProject.scoped(access, () -> {
                        groups.delete(access, input.groupId);
                        return true;
                    });
                },
                (done, errors) -> new DeleteGroupPayload(errors));
    }
}

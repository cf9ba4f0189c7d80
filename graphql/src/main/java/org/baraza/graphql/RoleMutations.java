// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.Role;
import org.baraza.identity.RoleWish;
import org.baraza.identity.Roles;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Changes of roles. */
@Controller
final class RoleMutations {
    private final Entrance entrance;
    private final Roles roles;

    RoleMutations(Entrance entrance, Roles roles) {
        this.entrance = entrance;
        this.roles = roles;
    }

    /** A role to be made. */
    record NewRole(
            String project,
            String name,
            List<String> permissions,
            @Nullable Boolean nonAdminEditable,
            @Nullable List<String> assignableBy) {}

    /** A role as it becomes. */
    record ChangedRole(
            String project,
            String roleId,
            String name,
            List<String> permissions,
            @Nullable Boolean nonAdminEditable,
            @Nullable List<String> assignableBy) {}

    /** A role that another is to be made like. */
    record CopiedRole(String project, String roleId, String name) {}

    /** A role that goes out of use, or comes back. */
    record KeptRole(String project, String roleId, boolean archived) {}

    /** A role that goes. */
    record GoneRole(String project, String roleId) {}

    /** What came of it. */
    record RolePayload(@Nullable RoleNode role, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteRolePayload(List<UserError> userErrors) {}

    @MutationMapping
    RolePayload createRole(@Argument NewRole input) {
        return done(
                input.project,
                access -> roles.create(
                        access, wish(input.name, input.permissions, input.nonAdminEditable, input.assignableBy)));
    }

    @MutationMapping
    RolePayload updateRole(@Argument ChangedRole input) {
        return done(
                input.project,
                access -> roles.update(
                        access,
                        id(input.roleId),
                        wish(input.name, input.permissions, input.nonAdminEditable, input.assignableBy)));
    }

    @MutationMapping
    RolePayload copyRole(@Argument CopiedRole input) {
        return done(input.project, access -> roles.copy(access, id(input.roleId), input.name));
    }

    @MutationMapping
    RolePayload setRoleArchived(@Argument KeptRole input) {
        return done(input.project, access -> roles.setArchived(access, id(input.roleId), input.archived));
    }

    @MutationMapping
    DeleteRolePayload deleteRole(@Argument GoneRole input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> roles.delete(access, id(input.roleId)),
                (_, errors) -> new DeleteRolePayload(errors));
    }

    private RolePayload done(String project, Function<ProjectAccess, Role> deed) {
        return Attempt.in(entrance, project, access -> new RoleNode(access, deed.apply(access)), RolePayload::new);
    }

    private static RoleWish wish(
            String name,
            List<String> permissions,
            @Nullable Boolean nonAdminEditable,
            @Nullable List<String> assignableBy) {
        return new RoleWish(
                name,
                permissions(permissions),
                nonAdminEditable != null && nonAdminEditable,
                assignableBy == null
                        ? List.of()
                        : assignableBy.stream().map(RoleMutations::id).toList());
    }

    private static Set<Permission> permissions(List<String> names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        names.forEach(name -> permissions.add(Permission.ofWireName(name)
                .orElseThrow(() -> new Refused(
                        Problem.Invalid.field("permissions", "PERMISSION_UNKNOWN", "There is no such permission.")))));
        return permissions;
    }

    /** What is no id at all is an id of nothing. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }
}

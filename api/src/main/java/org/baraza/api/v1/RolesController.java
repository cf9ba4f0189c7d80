// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.Roles;
import org.baraza.openapi.RolesApi;
import org.baraza.openapi.model.Role;
import org.baraza.openapi.model.RolePage;
import org.baraza.openapi.model.RoleWish;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Roles. */
@RestController
final class RolesController implements RolesApi {
    private static final WholeList<org.baraza.identity.Role> LIST = new WholeList<>(
            "roles", org.baraza.identity.Role::name, role -> role.roleId().toString());

    private final Asking asking;
    private final Roles roles;

    RolesController(Asking asking, Roles roles) {
        this.asking = asking;
        this.roles = roles;
    }

    @Override
    public ResponseEntity<RolePage> listRoles(String project, @Nullable String after, Integer limit) {
        var page = LIST.page(roles.list(asking.access()), after, limit);
        @Nullable String next = Wanted.next(page, LIST::cursor);
        return Paged.answer(
                new RolePage(page.items().stream().map(RolesController::model).toList()).next(next), next);
    }

    @Override
    public ResponseEntity<Role> createRole(String project, RoleWish wish, @Nullable String idempotencyKey) {
        ProjectAccess as = asking.access();
        Role made = model(roles.create(as, wish(wish)));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + as.projectName() + "/roles/" + made.getId()))
                .eTag(Etag.of(made))
                .body(made);
    }

    @Override
    public ResponseEntity<Role> readRole(String project, String roleId, @Nullable String ifNoneMatch) {
        UUID id = Wanted.id(roleId);
        Role found = roles.list(asking.access()).stream()
                .filter(role -> role.roleId().equals(id))
                .findFirst()
                .map(RolesController::model)
                .orElseThrow(() -> new Refused(new Problem.NotFound("role")));
        return Etag.answer(found, ifNoneMatch);
    }

    @Override
    public ResponseEntity<Role> changeRole(
            String project, String roleId, RoleWish wish, @Nullable String ifMatch, @Nullable String idempotencyKey) {
        return Etag.answer(model(roles.update(
                asking.access(), Wanted.id(roleId), wish(wish), before -> Etag.require(ifMatch, model(before)))));
    }

    @Override
    public ResponseEntity<Role> archiveRole(String project, String roleId, @Nullable String idempotencyKey) {
        return Etag.answer(model(roles.setArchived(asking.access(), Wanted.id(roleId), true)));
    }

    @Override
    public ResponseEntity<Role> unarchiveRole(String project, String roleId, @Nullable String idempotencyKey) {
        return Etag.answer(model(roles.setArchived(asking.access(), Wanted.id(roleId), false)));
    }

    private static org.baraza.identity.RoleWish wish(RoleWish wish) {
        return new org.baraza.identity.RoleWish(
                Wanted.required("name", wish.getName()),
                permissions(Wanted.required("permissions", wish.getPermissions())),
                Boolean.TRUE.equals(wish.getNonAdminEditable()),
                wish.getAssignableBy() == null ? List.of() : wish.getAssignableBy());
    }

    private static Set<Permission> permissions(List<String> names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        names.forEach(name -> permissions.add(Permission.ofWireName(String.valueOf(name))
                .orElseThrow(() -> new Refused(Problem.Invalid.field(
                        "permissions", "PERMISSION_UNKNOWN", "There is no permission " + name + ".")))));
        return permissions;
    }

    private static Role model(org.baraza.identity.Role role) {
        return new Role()
                .id(role.roleId())
                .name(role.name())
                .permissions(role.permissions().stream()
                        .map(Permission::wireName)
                        .sorted()
                        .toList())
                .nonAdminEditable(role.nonAdminEditable())
                .assignableBy(role.assignableBy())
                .archived(role.archived());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.identity.Permission.ACCESS_ALL_LOCATIONS;
import static org.baraza.identity.Permission.EDIT_DATA;
import static org.baraza.identity.Permission.EDIT_WEB_USERS;
import static org.baraza.identity.Permission.VIEW_ROLES;
import static org.baraza.identity.Permission.VIEW_WEB_USERS;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.baraza.identity.Actor.WebUser;
import org.baraza.testing.World;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RolesTest {
    private final World world = new World();
    private final WebUser admin = world.webUser("admin@example.org");
    private final WebUser helper = world.webUser("helper@example.org");
    private ProjectAccess demo;

    @BeforeAll
    void aProject() {
        demo = world.project("demo", admin);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private <R> R in(Supplier<R> work) {
        return world.in(demo, work);
    }

    private Role create(String name, Permission... permissions) {
        return in(() -> world.node.roles.create(demo, wish(name, permissions)));
    }

    private static RoleWish wish(String name, Permission... permissions) {
        return new RoleWish(name, Set.of(permissions), false, List.of());
    }

    @Test
    void aRoleIsSettledWhenItIsSavedAndWorksAtOnceForThoseWhoHaveIt() {
        Role role = create(" Supervisor ", ACCESS_ALL_LOCATIONS, EDIT_WEB_USERS);
        assertThat(role.name()).isEqualTo("Supervisor");
        assertThat(role.permissions()).containsExactlyInAnyOrder(ACCESS_ALL_LOCATIONS, EDIT_WEB_USERS, VIEW_WEB_USERS);
        world.webUser("supervisor@example.org");
        put("supervisor@example.org", "Supervisor");
        assertThat(access("supervisor@example.org").may(EDIT_DATA)).isFalse();
        in(() -> world.node.roles.update(demo, role.roleId(), wish("Supervisor", EDIT_DATA, EDIT_WEB_USERS)));
        assertThat(access("supervisor@example.org").permissions()).containsExactly(EDIT_DATA);
        assertThat(actions(role)).containsExactly("role.created", "role.changed");
        assertThat(in(() -> world.node.roles.uses(demo, List.of(role.roleId()))).get(role.roleId()))
                .isEqualTo(new RoleUse(1, 0));
    }

    @Test
    void aCopyAllowsTheSameUnderItsOwnName() {
        Role model = create("Model", EDIT_DATA);
        Role copy = in(() -> world.node.roles.copy(demo, model.roleId(), "Copy"));
        assertThat(copy.permissions()).isEqualTo(model.permissions());
        assertThatThrownBy(() -> in(() -> world.node.roles.copy(demo, model.roleId(), "COPY")))
                .hasMessage("NAME_TAKEN");
        assertThatThrownBy(() -> create("Model")).hasMessage("NAME_TAKEN");
        assertThatThrownBy(() -> in(() -> world.node.roles.copy(demo, UUID.randomUUID(), "Third")))
                .hasMessage("NOT_FOUND");
    }

    @Test
    void aRoleThatSomebodyHasStaysAndAnArchivedOneIsGivenToNobody() {
        Role used = create("Used");
        world.webUser("user@example.org");
        put("user@example.org", "Used");
        assertThatThrownBy(() -> archive(used, true)).hasMessage("ROLE_IN_USE");
        assertThatThrownBy(() -> delete(used)).hasMessage("ROLE_IN_USE");
        Role free = create("Free");
        assertThat(archive(free, true).archived()).isTrue();
        assertThatThrownBy(() -> put("user@example.org", "Free")).hasMessage("ROLE_UNKNOWN");
        assertThat(archive(free, false).archived()).isFalse();
        put("user@example.org", "Free");
        put("user@example.org", "Used");
        delete(free);
        assertThat(in(() -> world.node.roles.list(demo))).extracting(Role::name).doesNotContain("Free");
        assertThat(actions(free)).containsExactly("role.created", "role.archived", "role.restored", "role.deleted");
    }

    @Test
    void theRoleOfNewWorkersKeepsItsNameAndStays() {
        Role role = in(() -> world.node.roles.list(demo)).stream()
                .filter(one -> one.name().equals("Mobile Worker Default"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> archive(role, true)).hasMessage("ROLE_NEEDED");
        assertThatThrownBy(() -> delete(role)).hasMessage("ROLE_NEEDED");
        assertThatThrownBy(() -> in(() -> world.node.roles.update(demo, role.roleId(), wish("Other"))))
                .hasMessage("NAME_FIXED");
    }

    @Test
    void onlyAdministratorsChangeRolesAndWhoMayNotSeeThemSeesNone() {
        create("Watcher", ACCESS_ALL_LOCATIONS, VIEW_ROLES);
        put(helper.username(), "Watcher");
        ProjectAccess watcher = access(helper.username());
        assertThat(in(() -> world.node.roles.list(watcher))).isNotEmpty();
        assertThatThrownBy(() -> in(() -> world.node.roles.create(watcher, wish("Mine"))))
                .hasMessage("FORBIDDEN");
        put(helper.username(), "Read Only");
        ProjectAccess reader = access(helper.username());
        assertThatThrownBy(() -> in(() -> world.node.roles.list(reader))).hasMessage("FORBIDDEN");
    }

    @Test
    void aRoleIsNamedByRolesOfTheProjectOnly() {
        UUID elsewhere = world.in(
                        world.project("elsewhere", admin),
                        () -> world.node.roles.list(
                                world.node.access.to(admin, "elsewhere").orElseThrow()))
                .getFirst()
                .roleId();
        assertThatThrownBy(() -> in(
                        () -> world.node.roles.create(demo, new RoleWish("Led", Set.of(), false, List.of(elsewhere)))))
                .hasMessage("ROLE_UNKNOWN");
        assertThatThrownBy(() -> in(() -> world.node.roles.delete(demo, elsewhere)))
                .hasMessage("NOT_FOUND");
    }

    private Role archive(Role role, boolean archived) {
        return in(() -> world.node.roles.setArchived(demo, role.roleId(), archived));
    }

    private Role delete(Role role) {
        return in(() -> world.node.roles.delete(demo, role.roleId()));
    }

    private void put(String email, String role) {
        in(() -> {
            world.node.members.put(demo, email, role);
            return role;
        });
    }

    private ProjectAccess access(String email) {
        return world.node
                .access
                .to(world.node.webUsers.actor(email).orElseThrow(), "demo")
                .orElseThrow();
    }

    private List<String> actions(Role role) {
        return in(() -> world.transactions.read(tx -> tx.sql()
                .fetch(
                        "select action from identity.audit_event where subject_id = {0} order by event_id",
                        DSL.val(role.roleId().toString()))
                .getValues(0, String.class)));
    }
}

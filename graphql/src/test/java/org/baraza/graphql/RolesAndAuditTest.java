// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Members;
import org.baraza.identity.ProjectAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesAndAuditTest {
    private static final String ROLES = "{ project(name: \"demo\") { roles { roleId name use { members workers } } } }";

    private final Server server = new Server();
    private final WebUser admin = server.world.webUser("admin@example.org");
    private final WebUser nurse = server.world.webUser("nurse@example.org");
    private ProjectAccess demo;

    @BeforeAll
    void aProject() {
        demo = server.world.project("demo", admin);
        server.world.worker(demo, "amina");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void aRoleIsMadeGivenChangedAndKept() {
        String id = server.ask(
                        admin,
                        "mutation { createRole(input: {project: \"demo\", name: \"Nurse\", permissions: [\"edit_data\"]})"
                                + " { role { roleId permissions archived } userErrors { code } } }")
                .path("createRole.role.roleId")
                .entity(String.class)
                .get();
        Members members = server.world.node.members;
        server.world.in(demo, () -> {
            members.put(demo, nurse.username(), "Nurse");
            return nurse;
        });
        assertThat(change("setRoleArchived", "roleId: $id, archived: true", id)).containsExactly("ROLE_IN_USE");
        assertThat(change("deleteRole", "roleId: $id", id)).containsExactly("ROLE_IN_USE");
        assertThat(change("updateRole", "roleId: $id, name: \"admin\", permissions: []", id))
                .containsExactly("NAME_RESERVED");
        assertThat(change("updateRole", "roleId: $id, name: \"Nurse\", permissions: [\"fly\"]", id))
                .containsExactly("PERMISSION_UNKNOWN");
        assertThat(change("copyRole", "roleId: $id, name: \"Nurse\"", id)).containsExactly("NAME_TAKEN");
        assertThat(change("copyRole", "roleId: \"no-id\", name: \"New\"", id)).containsExactly("NOT_FOUND");
        assertThat(change("updateRole", "roleId: $id, name: \"Sister\", permissions: [\"edit_apps\"]", id))
                .isEmpty();
        server.ask(admin, "{ project(name: \"demo\") { roles { name permissions use { members workers } } } }")
                .path("project.roles[?(@.name=='Sister')]")
                .entityList(Map.class)
                .contains(
                        Map.of("name", "Sister", "permissions", List.of(), "use", Map.of("members", 1, "workers", 0)));
    }

    private List<String> change(String mutation, String input, String id) {
        return server.ask(
                        admin,
                        "mutation { " + mutation + "(input: {project: \"demo\", "
                                + input.replace("$id", "\"" + id + "\"") + "}) { userErrors { code } } }")
                .path(mutation + ".userErrors[*].code")
                .entityList(String.class)
                .get();
    }

    @Test
    void rolesAndWhoHasThemCostTheSameHoweverManyThereAre() {
        server.counted.forget();
        server.ask(admin, ROLES)
                .path("project.roles[?(@.name=='Mobile Worker Default')].use.workers")
                .entityList(Integer.class)
                .containsExactly(1);
        assertThat(server.counted.transactions()).isEqualTo(2);
        assertThat(server.counted.statements())
                .as("roles, members, workers, beside two beginnings")
                .hasSize(2 + 3);
    }

    @Test
    void thePeopleOfTheBookAreReadTogether() {
        server.ask(admin, "{ project(name: \"demo\") { myRole } }");
        server.counted.forget();
        server.ask(
                        admin,
                        "{ project(name: \"demo\") { auditLog(filter: {action: \"mobile_worker.created\"})"
                                + " { nodes { action detail actor { username } } totalCount } } }")
                .path("project.auditLog.nodes[0]")
                .entity(Map.class)
                .isEqualTo(Map.of(
                        "action",
                        "mobile_worker.created",
                        "detail",
                        Map.of("username", "amina", "role", "Mobile Worker Default"),
                        "actor",
                        Map.of("username", "admin@example.org")));
        assertThat(server.counted.statements())
                .as("the list, which its first page shows whole, workers and members, beside two beginnings")
                .hasSize(1 + 4);
    }
}

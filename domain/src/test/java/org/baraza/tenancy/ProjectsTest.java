// SPDX-License-Identifier: Apache-2.0
package org.baraza.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Permission;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProjectsTest {
    private final World world = new World();
    private WebUser user;

    @BeforeAll
    void aUser() {
        user = world.webUser("founder@example.org");
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void whoMakesAProjectIsItsAdministrator() {
        var made = create("malaria-2026", "Malaria 2026", "Africa/Nairobi");
        assertThat(world.node.projects.byName("malaria-2026")).contains(made);
        assertThat(world.node.projects.byId(made.id())).contains(made);
        assertThat(made.timeZone()).isEqualTo(ZoneId.of("Africa/Nairobi"));
        var access = world.node.access.to(user, "malaria-2026").orElseThrow();
        assertThat(access.roleName()).isEqualTo("Admin");
        assertThat(access.permissions()).contains(Permission.values());
        assertThat(world.in(access, () -> world.node.roles.list(access)))
                .extracting(role -> role.name())
                .containsExactly(
                        "App Editor", "Billing Admin", "Field Implementer", "Mobile Worker Default", "Read Only");
    }

    @Test
    void whatBreaksTheRulesIsRefusedByStableCodes() {
        for (String name : new String[] {"", "-a", "a-", "A", "a b", "ü", "a.b", "x".repeat(64), "a\nb"}) {
            assertThatThrownBy(() -> create(name, "", "")).as(name).hasMessage("NAME_INVALID");
        }
        assertThatThrownBy(() -> create("ok", "x".repeat(256), "")).hasMessage("DISPLAY_NAME_INVALID");
        assertThatThrownBy(() -> create("ok", "", "Mars/Olympus")).hasMessage("TIME_ZONE_UNKNOWN");
        create("once", "", "");
        assertThatThrownBy(() -> create("once", "", "")).hasMessage("NAME_TAKEN");
        var guest = new WebUser(user.userId(), user.username(), false, Optional.empty());
        assertThatThrownBy(() -> world.project("ok", guest)).hasMessage("FORBIDDEN");
    }

    @Test
    void theListIsPagedByNameAndSearchedByAnyPartOfTheNames() {
        WebUser other = world.webUser("lister@example.org");
        for (String name : new String[] {"c", "a", "b"}) {
            world.node.projectCreation.create(other, new NewProject(name, "Project " + name, ""));
        }
        var first = world.node.projects.ofMember(other.userId(), new ProjectQuery("", "", 2, true));
        assertThat(first.items()).extracting(Project::name).containsExactly("a", "b");
        assertThat(first.more()).isTrue();
        assertThat(first.total()).hasValue(3);
        var rest = world.node.projects.ofMember(other.userId(), new ProjectQuery("", "b", 2, false));
        assertThat(rest.items()).extracting(Project::name).containsExactly("c");
        assertThat(rest.total()).isEmpty();
        var found = world.node.projects.ofMember(other.userId(), new ProjectQuery("PROJECT B", "", 2, true));
        assertThat(found.items()).extracting(Project::name).containsExactly("b");
        var only = world.node.projects.byName("c").orElseThrow().id();
        assertThat(world.node
                        .projects
                        .ofMember(other.userId(), only, new ProjectQuery("", "", 9, true))
                        .items())
                .extracting(Project::name)
                .containsExactly("c");
    }

    @Test
    void aProjectMadeOnOneNodeIsKnownOnAnotherWithinSeconds() {
        var other = world.anotherNode();
        assertThat(other.projects.byName("later")).isEmpty();
        create("later", "", "");
        world.clock.pass(Duration.ofSeconds(3));
        assertThat(other.projects.byName("later")).isPresent();
    }

    private Project create(String name, String displayName, String timeZone) {
        return world.node.projectCreation.create(user, new NewProject(name, displayName, timeZone));
    }
}

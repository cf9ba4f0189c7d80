// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.identity.Permission.ACCESS_ALL_LOCATIONS;
import static org.baraza.identity.Permission.EDIT_DATA;
import static org.baraza.identity.Permission.EDIT_WEB_USERS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.baraza.identity.Actor.WebUser;
import org.baraza.paging.SliceRequest;
import org.baraza.tenancy.ProjectQuery;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MembersTest {
    private final World world = new World();
    private final WebUser admin = world.webUser("admin@example.org");
    private final WebUser manager = world.webUser("manager@example.org");
    private final WebUser nurse = world.webUser("nurse@example.org");
    private int projects;
    private ProjectAccess here;

    /** Its manager may edit web users and is no administrator. */
    @BeforeEach
    void aProjectOfItsOwn() {
        here = world.project("place-" + ++projects, admin);
        role("Manager", false, EDIT_WEB_USERS, ACCESS_ALL_LOCATIONS);
        put(here, manager, "Manager");
        put(here, nurse, "Read Only");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private <R> R in(Supplier<R> work) {
        return world.in(here, work);
    }

    private Role role(String name, boolean nonAdminEditable, Permission... permissions) {
        return in(() ->
                world.node.roles.create(here, new RoleWish(name, Set.of(permissions), nonAdminEditable, List.of())));
    }

    private void put(ProjectAccess who, WebUser person, String role) {
        in(() -> {
            world.node.members.put(who, person.username(), role);
            return role;
        });
    }

    private Member edit(ProjectAccess who, WebUser person, MemberChange change) {
        return in(() -> world.node.members.edit(who, person.userId(), List.of(change)));
    }

    private ProjectAccess access(WebUser person) {
        return world.node.access.to(person, here.projectName()).orElseThrow();
    }

    @Test
    void membersAreListedByIdAndFoundByTheirAddress() {
        var all = in(() -> world.node.members.list(here, new SliceRequest(10, 0)));
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.items()).extracting(Member::userId).isSorted().contains(admin.userId(), nurse.userId());
        var second = in(() -> world.node.members.list(here, new SliceRequest(1, 1)));
        assertThat(second.items()).containsExactly(all.items().get(1));
        Member found =
                in(() -> world.node.members.named(here, "NURSE@example.org")).orElseThrow();
        assertThat(found.roleName()).isEqualTo("Read Only");
        assertThat(in(() -> world.node.members.find(here, admin.userId()))
                        .orElseThrow()
                        .isAdmin())
                .isTrue();
        WebUser stranger = world.webUser("stranger" + projects + "@example.org");
        assertThat(in(() -> world.node.members.find(here, stranger.userId()))).isEmpty();
        assertThat(in(() -> world.node.members.named(here, stranger.username())))
                .isEmpty();
    }

    @Test
    void whoIsKeptOutOfOneProjectStaysInHerOthers() {
        ProjectAccess first = here;
        aProjectOfItsOwn();
        edit(here, nurse, new MemberChange.Let(false));
        assertThat(world.node.access.to(nurse, here.projectName())).isEmpty();
        assertThat(world.node.access.to(nurse, first.projectName())).isPresent();
        assertThat(world.node
                        .projects
                        .ofMember(nurse.userId(), new ProjectQuery("", "", 50, false))
                        .items())
                .extracting(project -> project.name())
                .contains(first.projectName())
                .doesNotContain(here.projectName());
        assertThat(world.node.memberships.of(nurse))
                .extracting(Membership::projectName)
                .contains(first.projectName())
                .doesNotContain(here.projectName());
        edit(here, nurse, new MemberChange.Let(true));
        assertThat(access(nurse).roleName()).isEqualTo("Read Only");
    }

    @Test
    void aProjectKeepsAnAdministrator() {
        assertThatThrownBy(() -> edit(here, admin, new MemberChange.Let(false))).hasMessage("LAST_ADMIN");
        assertThatThrownBy(() -> edit(here, admin, new MemberChange.ToRole("Read Only")))
                .hasMessage("LAST_ADMIN");
        assertThatThrownBy(() -> put(here, admin, "Read Only")).hasMessage("LAST_ADMIN");
        edit(here, nurse, new MemberChange.ToRole("Admin"));
        assertThat(edit(access(nurse), admin, new MemberChange.ToRole("Read Only"))
                        .isAdmin())
                .isFalse();
    }

    @Test
    void whoIsNoAdministratorTouchesNoneAndGivesWhatMayBeGiven() {
        ProjectAccess who = access(manager);
        assertThatThrownBy(() -> edit(who, admin, new MemberChange.ToRole("Read Only")))
                .hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> put(who, admin, "Read Only")).hasMessage("FORBIDDEN");
        role("Data", false, EDIT_DATA);
        assertThatThrownBy(() -> edit(who, manager, new MemberChange.ToRole("Data")))
                .hasMessage("ROLE_NOT_YOURS");
        role("Reader", true);
        assertThatThrownBy(() -> edit(who, nurse, new MemberChange.ToRole("Reader")))
                .as("nor may she take what she may not give")
                .hasMessage("ROLE_NOT_YOURS");
        edit(here, nurse, new MemberChange.ToRole("Reader"));
        assertThatThrownBy(() -> edit(who, nurse, new MemberChange.ToRole("Admin")))
                .hasMessage("FORBIDDEN");
        assertThat(edit(who, nurse, new MemberChange.Let(false)).active()).isFalse();
    }

    @Test
    void aRoleMayNameTheRolesWhoseHoldersGiveIt() {
        var managerRole = in(() -> world.node.roles.list(here)).stream()
                .filter(role -> role.name().equals("Manager"))
                .findFirst()
                .orElseThrow();
        in(() -> world.node.roles.create(here, new RoleWish("Clerk", Set.of(), false, List.of(managerRole.roleId()))));
        WebUser clerk = world.webUser("clerk" + projects + "@example.org");
        put(access(manager), clerk, "Clerk");
        assertThat(access(clerk).roleName()).isEqualTo("Clerk");
    }

    @Test
    void userDataIsAddedToAndWhatTheServerAnswersIsNotKept() {
        edit(here, nurse, new MemberChange.MoreUserData(Map.of("ward", "A", "commcare_project", "x")));
        Member after = edit(here, nurse, new MemberChange.MoreUserData(Map.of("desk", "2")));
        assertThat(after.userData()).isEqualTo(Map.of("ward", "A", "desk", "2"));
        assertThatThrownBy(() -> edit(here, nurse, new MemberChange.MoreUserData(Map.of("a", "\0"))))
                .hasMessage("USER_DATA_INVALID");
    }

    @Test
    void ofSeveralChangesAllAreMadeOrNone() {
        assertThatThrownBy(() -> in(() -> world.node.members.edit(
                        here,
                        nurse.userId(),
                        List.of(new MemberChange.Let(false), new MemberChange.ToRole("Nothing")))))
                .hasMessage("ROLE_UNKNOWN");
        assertThat(access(nurse).roleName()).isEqualTo("Read Only");
        assertThatThrownBy(() -> in(() -> world.node.members.edit(here, "nobody", List.of(new MemberChange.Let(true)))))
                .hasMessage("NOT_FOUND");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.identity.Permission.ACCESS_ALL_LOCATIONS;
import static org.baraza.identity.Permission.EDIT_WEB_USERS;
import static org.baraza.testing.World.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.paging.PageRequest;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Members who go, or whose sign-ins are ended for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DepartingMembersTest {
    private final World world = new World();
    private int projects;
    private WebUser admin;
    private WebUser nurse;
    private ProjectAccess here;

    @BeforeEach
    void aProjectOfItsOwn() {
        String number = Integer.toString(++projects);
        admin = world.webUser("admin-" + number + "@example.org");
        nurse = world.webUser("nurse-" + number + "@example.org");
        here = world.project("place-" + number, admin);
        put(here, nurse, "Read Only");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private void put(ProjectAccess who, WebUser person, String role) {
        world.in(who, () -> {
            world.node.members.put(who, person.username(), role);
            return true;
        });
    }

    private void remove(ProjectAccess who, WebUser person) {
        world.in(who, () -> {
            world.node.members.remove(who, person.userId(), AlongsideMember.NOTHING);
            return true;
        });
    }

    private ProjectAccess access(WebUser person) {
        return world.node.access.to(person, here.projectName()).orElseThrow();
    }

    private List<AuditEvent> booked(String action) {
        return world.in(
                        here,
                        () -> new AuditLog(world.transactions)
                                .list(
                                        here,
                                        new AuditQuery(null, action, null, null, null, new PageRequest(10, "", false))))
                .items();
    }

    @Test
    void whoIsRemovedFindsTheProjectClosedOnEveryNodeAndKeepsHerOthers() {
        var elsewhere = world.anotherNode();
        ProjectAccess other = world.project("other-" + projects, admin);
        put(other, nurse, "Read Only");
        String session = elsewhere.sessions.open(nurse, "", "");
        String key = world.node
                .apiKeys
                .create(
                        nurse,
                        new ApiKeyWish(
                                "limited",
                                Optional.of(here.projectName()),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()))
                .secret();
        assertThat(elsewhere.access.to(nurse, here.projectName())).isPresent();
        remove(here, nurse);
        assertThat(world.node.access.to(nurse, here.projectName())).isEmpty();
        world.clock.pass(Duration.ofSeconds(5));
        WebUser holder = elsewhere.sessions.holder(session).orElseThrow();
        assertThat(elsewhere.access.to(holder, here.projectName())).isEmpty();
        assertThat(elsewhere.access.to(holder, other.projectName())).isPresent();
        assertThat(elsewhere.apiKeys.signIn(new Credentials(nurse.username(), key), ""))
                .isNotInstanceOf(SignedIn.class);
        assertThat(world.in(here, () -> world.node.members.find(here, nurse.userId())))
                .isEmpty();
        assertThat(booked("member.removed"))
                .singleElement()
                .satisfies(event -> assertThat(event.detail())
                        .containsEntry("username", nurse.username())
                        .containsEntry("role", "Read Only"));
        assertThatThrownBy(() -> remove(here, nurse)).hasMessage("NOT_FOUND");
        put(here, nurse, "App Editor");
        assertThat(access(nurse).roleName()).isEqualTo("App Editor");
        assertThat(world.node.apiKeys.signIn(new Credentials(nurse.username(), key), ""))
                .as("her key does not come back with her")
                .isNotInstanceOf(SignedIn.class);
    }

    @Test
    void anybodyMayLeaveButTheLastAdministrator() {
        remove(access(nurse), nurse);
        assertThat(world.node.access.to(nurse, here.projectName())).isEmpty();
        assertThat(booked("member.left"))
                .singleElement()
                .satisfies(event -> assertThat(event.actorId()).contains(nurse.userId()));
        assertThatThrownBy(() -> remove(here, admin)).hasMessage("LAST_ADMIN");
        WebUser second = world.webUser("second-" + projects + "@example.org");
        put(here, second, "Admin");
        remove(here, admin);
        assertThat(world.node.access.to(admin, here.projectName())).isEmpty();
        assertThatThrownBy(() -> remove(access(second), second)).hasMessage("LAST_ADMIN");
    }

    @Test
    void aProgramWithAPartOfHerRightsDoesNotLeaveForHer() {
        var program = new WebUser(nurse.userId(), nurse.username(), false, Optional.of(here.project()));
        ProjectAccess lent = world.node.access.to(program, here.projectName()).orElseThrow();
        assertThatThrownBy(() -> remove(lent, nurse)).hasMessage("FORBIDDEN");
        assertThat(access(nurse).roleName()).isEqualTo("Read Only");
    }

    @Test
    void whoIsNoAdministratorRemovesNoneAndNeedsThePermission() {
        assertThatThrownBy(() -> remove(access(nurse), admin)).hasMessage("FORBIDDEN");
        world.in(
                here,
                () -> world.node.roles.create(
                        here, new RoleWish("Manager", Set.of(EDIT_WEB_USERS, ACCESS_ALL_LOCATIONS), false, List.of())));
        WebUser manager = world.webUser("manager-" + projects + "@example.org");
        put(here, manager, "Manager");
        assertThatThrownBy(() -> remove(access(manager), admin)).hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> remove(access(manager), nurse)).hasMessage("ROLE_NOT_YOURS");
        ProjectAccess stranger =
                world.project("foreign-" + projects, world.webUser("far-" + projects + "@example.org"));
        assertThatThrownBy(() -> remove(stranger, nurse)).hasMessage("NOT_FOUND");
        assertThat(access(nurse).roleName()).isEqualTo("Read Only");
    }

    @Test
    void anAdministratorSignsAMemberOutEverywhereOnEveryNodeWithinSeconds() {
        var elsewhere = world.anotherNode();
        String session = elsewhere.sessions.open(nurse, "", "");
        assertThat(elsewhere.sessions.holder(session)).isPresent();
        int before = elsewhere.webUsers.standing(nurse.userId()).orElseThrow().version();
        assertThat(elsewhere.signIn.anywhere(new Credentials(nurse.username(), PASSWORD), ""))
                .isInstanceOf(SignedIn.class);
        world.in(here, () -> {
            world.node.memberSecurity.signOut(here, nurse.userId());
            return true;
        });
        assertThat(world.node.sessions.holder(session)).isEmpty();
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(elsewhere.sessions.holder(session)).isEmpty();
        assertThat(elsewhere.webUsers.standing(nurse.userId()).orElseThrow().version())
                .as("tokens and remembered passwords are of a version that is over")
                .isEqualTo(before + 1);
        assertThat(elsewhere.signIn.anywhere(new Credentials(nurse.username(), PASSWORD), ""))
                .as("her password is still hers")
                .isInstanceOf(SignedIn.class);
        assertThat(booked("member.signed_out")).hasSize(1);
    }

    @Test
    void nobodySignsOutWhoBelongsToOthersToo() {
        assertThatThrownBy(() -> signOut(access(nurse), admin)).hasMessage("FORBIDDEN");
        assertThatThrownBy(() -> signOut(here, admin)).hasMessage("OWN_ACCOUNT");
        WebUser stranger = world.webUser("stranger-" + projects + "@example.org");
        assertThatThrownBy(() -> signOut(here, stranger)).hasMessage("NOT_FOUND");
        ProjectAccess elsewhere = world.project("elsewhere-" + projects, stranger);
        put(elsewhere, nurse, "Read Only");
        String session = world.node.sessions.open(nurse, "", "");
        assertThatThrownBy(() -> signOut(here, nurse)).hasMessage("MEMBER_ELSEWHERE");
        assertThat(world.node.sessions.holder(session)).isPresent();
    }

    private void signOut(ProjectAccess who, WebUser person) {
        world.in(who, () -> {
            world.node.memberSecurity.signOut(who, person.userId());
            return true;
        });
    }
}

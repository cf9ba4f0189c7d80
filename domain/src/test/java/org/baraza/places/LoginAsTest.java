// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.Actor;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.identity.WorkerChange;
import org.baraza.places.LoginAs.Answer.Deactivated;
import org.baraza.places.LoginAs.Answer.Denied;
import org.baraza.places.LoginAs.Answer.Granted;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginAsTest {
    private static final Set<Permission> EVERYWHERE = Set.of(Permission.ACCESS_ALL_LOCATIONS);

    private final World world = new World();
    private LoginAs loginAs;
    private ProjectAccess admin;
    private Organisation places;
    private String amina;

    @BeforeAll
    void people() {
        loginAs = new LoginAs(world.transactions, new UserDirectory(world.transactions));
        admin = world.project("demo", world.webUser("a@example.org"));
        places = new Organisation(world, admin);
        amina = world.worker(admin, "amina").userId();
        world.worker(admin, "juma");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private LoginAs.Answer as(ProjectAccess caller, String login) {
        return world.in(caller, () -> loginAs.as(caller, login));
    }

    private ProjectAccess web(Permission... permissions) {
        return may(admin.actor(), permissions);
    }

    private ProjectAccess may(Actor actor, Permission... permissions) {
        Set<Permission> all = EnumSet.copyOf(EVERYWHERE);
        all.addAll(List.of(permissions));
        return new ProjectAccess(admin.project(), admin.projectName(), actor, "Some role", all);
    }

    private ProjectAccess juma(Permission... permissions) {
        return may(new Actor.MobileWorker("u-juma", "juma", admin.project()), permissions);
    }

    @Test
    void whoMayLogInAsAllIsWhoeverSheNames() {
        for (String name : List.of("amina", " Amina ", "amina@demo.commcarehq.org")) {
            assertThat(as(web(Permission.LOGIN_AS_ALL_USERS), name))
                    .as(name)
                    .isInstanceOfSatisfying(
                            Granted.class,
                            granted -> assertThat(granted.person().userId()).isEqualTo(amina));
        }
        assertThat(as(web(Permission.LOGIN_AS_ALL_USERS), "a@example.org")).isInstanceOf(Granted.class);
    }

    @Test
    void withoutAPermissionNobodyIsAnotherButEverybodyIsHerself() {
        assertThat(as(web(), "amina")).isInstanceOf(Denied.class);
        assertThat(as(web(), "a@example.org")).isInstanceOf(Granted.class);
    }

    @Test
    void namesOfNobodyAndOfOtherProjectsSayTheSame() {
        ProjectAccess twin = world.project("twin", world.webUser("b@example.org"));
        world.worker(twin, "theirs");
        var all = web(Permission.LOGIN_AS_ALL_USERS);
        assertThat(as(all, "theirs")).isInstanceOf(Denied.class).isEqualTo(as(all, "nobody"));
        assertThat(as(all, "theirs@twin.commcarehq.org")).isEqualTo(as(all, "nobody"));
        assertThat(as(all, "b@example.org")).isEqualTo(as(all, "nobody"));
        assertThat(as(all, "\u0000")).isEqualTo(as(all, "nobody"));
    }

    @Test
    void theLimitedAreThoseWhoseDataNamesThem() {
        String open = world.worker(admin, "open").userId();
        String anybody = world.worker(admin, "anybody").userId();
        allow(open, "A@example.org");
        allow(anybody, "default");
        var limited = web(Permission.LIMITED_LOGIN_AS);
        assertThat(as(limited, "open")).isInstanceOf(Granted.class);
        assertThat(as(limited, "amina")).isInstanceOf(Denied.class);
        assertThat(as(limited, "anybody")).isInstanceOf(Denied.class);
        var more = web(Permission.LIMITED_LOGIN_AS, Permission.ACCESS_DEFAULT_LOGIN_AS_USER);
        assertThat(as(more, "anybody")).isInstanceOf(Granted.class);
        assertThat(as(web(Permission.ACCESS_DEFAULT_LOGIN_AS_USER), "anybody")).isInstanceOf(Denied.class);
    }

    private void allow(String userId, String user) {
        world.in(
                admin,
                () -> world.node.workers.edit(
                        admin, userId, List.of(new WorkerChange.UserData(Map.of("login_as_user", user)))));
    }

    @Test
    void aMobileWorkerNeedsToEditWorkersAndIsNoWebUser() {
        assertThat(as(juma(), "amina")).isInstanceOf(Denied.class);
        assertThat(as(juma(Permission.EDIT_COMMCARE_USERS), "amina")).isInstanceOf(Granted.class);
        assertThat(as(juma(Permission.EDIT_COMMCARE_USERS), "a@example.org")).isInstanceOf(Denied.class);
    }

    @Test
    void whoDoesNotReachAllLocationsReachesThoseInHersAndBelow() {
        places.levels();
        var nyanza = places.place("Nyanza", "region", "");
        var kisumu = places.place("Kisumu", "district", nyanza.locationId());
        String boss = world.worker(admin, "boss").userId();
        places.assign(world.worker(admin, "below").userId(), kisumu.locationId());
        places.assign(boss, nyanza.locationId());
        var caller = new ProjectAccess(
                admin.project(),
                admin.projectName(),
                new Actor.MobileWorker(boss, "boss", admin.project()),
                "Some role",
                Set.of(Permission.EDIT_COMMCARE_USERS));
        assertThat(as(caller, "below")).isInstanceOf(Granted.class);
        assertThat(as(caller, "amina")).isInstanceOf(Denied.class);
        assertThat(as(caller, "boss")).isInstanceOf(Granted.class);
    }

    @Test
    void whoIsKeptOutCannotBeWornByOthers() {
        String gone = world.worker(admin, "gone").userId();
        world.in(admin, () -> world.node.workers.setActive(admin, gone, false));
        assertThat(as(web(Permission.LOGIN_AS_ALL_USERS), "gone")).isInstanceOf(Deactivated.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.identity.Permission.ACCESS_ALL_LOCATIONS;
import static org.baraza.identity.Permission.ACCESS_API;
import static org.baraza.identity.Permission.EDIT_COMMCARE_USERS;
import static org.baraza.identity.Permission.EDIT_DATA;
import static org.baraza.testing.World.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.identity.Actor.WebUser;
import org.baraza.paging.PageRequest;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What roles workers have, and who gives them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkerRolesTest {
    private static final String FRESH = "Mobile Worker Default";

    private final World world = new World();
    private final WebUser keeper = world.webUser("keeper@example.org");
    private ProjectAccess admin;
    private ProjectAccess hers;

    /** Whoever keeps workers may give the role of supervisors, and not that of auditors. */
    @BeforeAll
    void aProjectWithRoles() {
        admin = world.project("demo", world.webUser("admin@example.org"));
        role("Keeper", false, EDIT_COMMCARE_USERS, ACCESS_ALL_LOCATIONS);
        role("Supervisor", true, EDIT_DATA, ACCESS_API, ACCESS_ALL_LOCATIONS);
        role("Auditor", false, ACCESS_ALL_LOCATIONS);
        world.in(admin, () -> {
            world.node.members.put(admin, keeper.username(), "Keeper");
            return true;
        });
        hers = world.node.access.to(keeper, "demo").orElseThrow();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Role role(String name, boolean nonAdminEditable, Permission... permissions) {
        return world.in(
                admin,
                () -> world.node.roles.create(
                        admin, new RoleWish(name, Set.of(permissions), nonAdminEditable, List.of())));
    }

    private void give(ProjectAccess who, String userId, String role) {
        world.in(who, () -> world.node.workers.edit(who, userId, List.of(new WorkerChange.Role(role))));
    }

    private String roleOf(String userId) {
        return world.in(admin, () -> world.node.workerRoles.of(admin, List.of(userId)))
                .getOrDefault(userId, "none");
    }

    private MobileWorker made(ProjectAccess who, String username, String role) {
        return world.in(
                who,
                () -> world.node.workers.create(
                        who, NewMobileWorker.named(username, PASSWORD).with(role)));
    }

    @Test
    void whatARoleAllowsHoldsForItsWorkerOnEveryNodeWithinSeconds() {
        var elsewhere = world.anotherNode();
        MobileWorker worker = world.worker(admin, "amina");
        var actor = new Actor.MobileWorker(worker.userId(), "amina", admin.project());
        assertThat(elsewhere.access.to(actor, "demo").orElseThrow().may(EDIT_DATA))
                .isFalse();
        give(admin, worker.userId(), "Supervisor");
        assertThat(roleOf(worker.userId())).isEqualTo("Supervisor");
        assertThat(world.node.access.to(actor, "demo").orElseThrow().may(EDIT_DATA))
                .isTrue();
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(elsewhere.access.to(actor, "demo").orElseThrow().may(EDIT_DATA))
                .isTrue();
    }

    @Test
    void aWorkerIsMadeWithTheRoleOfThoseWhoAreNewOrWithOneThatIsNamed() {
        assertThat(roleOf(made(hers, "plain", "").userId())).isEqualTo(FRESH);
        assertThat(roleOf(made(hers, "same", FRESH).userId())).isEqualTo(FRESH);
        assertThat(roleOf(made(hers, "leading", "Supervisor").userId())).isEqualTo("Supervisor");
        assertThatThrownBy(() -> made(hers, "looking", "Auditor")).hasMessage("ROLE_NOT_YOURS");
        assertThatThrownBy(() -> made(admin, "ruling", Role.ADMIN)).hasMessage("ROLE_UNKNOWN");
        assertThat(roleOf(made(admin, "looking", "Auditor").userId())).isEqualTo("Auditor");
    }

    @Test
    void whoKeepsWorkersGivesAndTakesWhatSheMayGive() {
        String id = world.worker(admin, "bina").userId();
        assertThat(world.in(hers, () -> world.node.workerRoles.given(hers))).containsExactly(FRESH, "Supervisor");
        give(hers, id, "Supervisor");
        give(hers, id, FRESH);
        assertThat(roleOf(id)).isEqualTo(FRESH);
        assertThatThrownBy(() -> give(hers, id, "Auditor")).hasMessage("ROLE_NOT_YOURS");
        give(admin, id, "Auditor");
        give(hers, id, "Auditor");
        assertThatThrownBy(() -> give(hers, id, FRESH))
                .as("nor may she take what she may not give")
                .hasMessage("ROLE_NOT_YOURS");
        assertThatThrownBy(() -> give(admin, id, "Nothing")).hasMessage("ROLE_UNKNOWN");
        assertThat(roleOf(id)).isEqualTo("Auditor");
        assertThatThrownBy(() -> give(hers, "nobody", FRESH)).hasMessage("NOT_FOUND");
    }

    @Test
    void whoMayNotGiveARoleDoesNotComeToActAsAWorkerWhoHasIt() {
        String id = made(admin, "watching", "Auditor").userId();
        String unnamed = "ROLE_NOT_YOURS";
        assertThatThrownBy(() -> change(hers, id, new WorkerChange.Password("taken-over-1")))
                .hasMessage(unnamed);
        assertThatThrownBy(() -> world.in(hers, () -> world.node.workers.resetPassword(hers, id, "taken-over-1")))
                .hasMessage(unnamed);
        assertThatThrownBy(() -> change(hers, id, new WorkerChange.Email("keeper@example.org")))
                .hasMessage(unnamed);
        assertThat(signsIn("watching", PASSWORD)).isTrue();
        change(admin, id, new WorkerChange.Email("watching@example.org"));
        change(hers, id, new WorkerChange.Email("watching@example.org"));
        change(hers, id, new WorkerChange.FirstName("Wambui"));
        var withoutMails = world.anotherNode();
        assertThatThrownBy(() -> world.in(hers, () -> withoutMails.workerMails.reset(hers, id)))
                .as("a link is handed over to whoever may give the role")
                .hasMessage(unnamed);
        assertThat(world.in(admin, () -> withoutMails.workerMails.reset(admin, id)))
                .isPresent();
        change(admin, id, new WorkerChange.Password("given-anew-1"));
        assertThat(signsIn("watching", "given-anew-1")).isTrue();
        String plain = made(hers, "unwatched", "Supervisor").userId();
        change(hers, plain, new WorkerChange.Password("given-anew-2"));
        assertThat(signsIn("unwatched", "given-anew-2")).isTrue();
    }

    private void change(ProjectAccess who, String userId, WorkerChange change) {
        world.in(who, () -> world.node.workers.edit(who, userId, List.of(change)));
    }

    private boolean signsIn(String username, String password) {
        return world.node.signIn.at(
                        world.node.projects.byName("demo").orElseThrow(), new Credentials(username, password), "")
                instanceof SignInResult.SignedIn;
    }

    @Test
    void anArchivedRoleIsGivenToNobody() {
        Role old = role("Old", true);
        world.in(admin, () -> world.node.roles.setArchived(admin, old.roleId(), true));
        String id = world.worker(admin, "cyd").userId();
        assertThatThrownBy(() -> give(admin, id, "Old")).hasMessage("ROLE_UNKNOWN");
        assertThat(world.in(admin, () -> world.node.workerRoles.given(admin))).doesNotContain("Old");
    }

    @Test
    void theBookSaysWhatARoleAndAFieldWereAndAreAndNeverAPassword() {
        String id = world.worker(admin, "dalia").userId();
        world.in(
                admin,
                () -> world.node.workers.edit(
                        admin.by(Channel.API),
                        id,
                        List.of(
                                new WorkerChange.Role("Supervisor"),
                                new WorkerChange.PhoneNumbers(List.of("254700", "254701")),
                                new WorkerChange.UserData(Map.of("village", "Ahero")),
                                new WorkerChange.Password("another-password"))));
        AuditEvent event = latest("mobile_worker.edited");
        assertThat(event.subjectId()).contains(id);
        assertThat(event.channel()).contains(Channel.API);
        assertThat(event.detail())
                .isEqualTo(Map.of(
                        "changed", "password, phone_numbers, role, user_data",
                        "username", "dalia",
                        "old.role", FRESH,
                        "new.role", "Supervisor",
                        "old.phone_numbers", "",
                        "new.phone_numbers", "254700, 254701",
                        "old.user_data.village", "",
                        "new.user_data.village", "Ahero"));
        made(admin, "ellen", "Auditor");
        assertThat(latest("mobile_worker.created").detail()).isEqualTo(Map.of("username", "ellen", "role", "Auditor"));
        made(admin, "fatuma", "");
        assertThat(latest("mobile_worker.created").detail()).isEqualTo(Map.of("username", "fatuma", "role", FRESH));
    }

    private AuditEvent latest(String action) {
        AuditQuery query = new AuditQuery(null, action, null, null, null, new PageRequest(1, "", false));
        return world.in(admin, () -> new AuditLog(world.transactions).list(admin, query))
                .items()
                .getFirst();
    }
}

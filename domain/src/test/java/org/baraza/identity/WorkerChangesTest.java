// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.testing.World.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.identity.WorkerQuery.Status;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.problem.Refused;
import org.baraza.testing.Node;
import org.baraza.testing.Plans;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of workers after they were made. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkerChangesTest {
    private static final String OTHER = "another-password";

    private final World world = new World();
    private ProjectAccess admin;

    @BeforeAll
    void aProject() {
        admin = world.project("demo", world.webUser("admin@example.org"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void anEditChangesWhatItNamesAndNothingElse() {
        String id = world.worker(admin, "nia").userId();
        MobileWorker edited = edit(
                id,
                new WorkerChange.FirstName("Nia"),
                new WorkerChange.Email("nia@example.org"),
                new WorkerChange.PhoneNumbers(List.of("1", "2")),
                new WorkerChange.DefaultPhoneNumber("2"),
                new WorkerChange.UserData(Map.of("village", "Ahero")));
        assertThat(edited.firstName()).isEqualTo("Nia");
        assertThat(edited.phoneNumbers()).containsExactly("2", "1");
        MobileWorker again = edit(id, new WorkerChange.LastName("W"), new WorkerChange.Language("sw"));
        assertThat(again.userData()).isEqualTo(Map.of("village", "Ahero"));
        assertThat(again.displayName()).isEqualTo("Nia W");
        assertThat(world.in(admin, () -> world.node.workers.find(admin, id))).contains(again);
        assertThat(codeOf(() -> edit(id, new WorkerChange.FirstName("x".repeat(151)))))
                .isEqualTo("FIRST_NAME_INVALID");
        assertThat(codeOf(() -> edit("nobody", new WorkerChange.FirstName("x"))))
                .isEqualTo("NOT_FOUND");
        assertThat(booked("mobile_worker.edited")).contains("changed=email, first_name, phone_numbers, user_data");
    }

    @Test
    void onlyANewPasswordEndsWhatSignInRemembers() {
        String id = world.worker(admin, "pat").userId();
        int before = version(id);
        edit(id, new WorkerChange.FirstName("Pat"));
        assertThat(version(id)).isEqualTo(before);
        edit(id, new WorkerChange.FirstName("Patience"), new WorkerChange.Password(OTHER));
        assertThat(version(id)).isEqualTo(before + 1);
        assertThat(signsIn(world.node, "pat", PASSWORD)).isFalse();
        assertThat(signsIn(world.node, "pat", OTHER)).isTrue();
    }

    @Test
    void aDemoWorkerIsOneByHerFlagOrByHerUserData() {
        String id = world.worker(admin, "shown").userId();
        assertThat(world.in(admin, () -> world.node.workers.setDemo(admin, id, true))
                        .demo())
                .isTrue();
        assertThat(edit(id, new WorkerChange.UserData(Map.of("village", "Ahero")))
                        .demo())
                .isTrue();
        MobileWorker back = edit(id, new WorkerChange.UserData(Map.of("user_type", "standard", "village", "Ahero")));
        assertThat(back.demo()).isFalse();
        assertThat(back.userData()).isEqualTo(Map.of("village", "Ahero"));
        assertThat(edit(id, new WorkerChange.UserData(Map.of("user_type", "demo")))
                        .demo())
                .isTrue();
        assertThat(booked("mobile_worker.demo_begun")).hasSize(2);
    }

    @Test
    void aDeletedWorkerIsOutAtOnceAndKnownByHerIdForEver() {
        Node elsewhere = world.anotherNode();
        String id = world.worker(admin, "leaver").userId();
        assertThat(signsIn(elsewhere, "leaver", PASSWORD)).isTrue();
        world.in(admin, () -> {
            world.node.workers.delete(admin, id);
            return true;
        });
        assertThat(signsIn(world.node, "leaver", PASSWORD)).isFalse();
        world.clock.pass(java.time.Duration.ofSeconds(5));
        assertThat(signsIn(elsewhere, "leaver", PASSWORD)).isFalse();
        assertThat(world.in(admin, () -> world.node.workers.find(admin, id))).isEmpty();
        assertThat(codeOf(() -> edit(id, new WorkerChange.FirstName("x")))).isEqualTo("NOT_FOUND");
        assertThat(codeOf(() -> world.in(admin, () -> world.node.workers.setActive(admin, id, true))))
                .isEqualTo("NOT_FOUND");
        String successor = world.worker(admin, "leaver").userId();
        assertThat(successor).isNotEqualTo(id);
        assertThat(signsIn(world.node, "leaver", PASSWORD)).isTrue();
        Map<String, Person> known = world.in(admin, () -> world.node.directory.find(admin, List.of(id, successor)));
        assertThat(known.get(id)).isInstanceOfSatisfying(MobileWorker.class, gone -> {
            assertThat(gone.retired()).isTrue();
            assertThat(gone.username()).isEqualTo("leaver");
        });
        assertThat(known.get(successor))
                .isInstanceOfSatisfying(
                        MobileWorker.class, found -> assertThat(found.retired()).isFalse());
        assertThat(booked("mobile_worker.deleted")).isNotEmpty();
    }

    @Test
    void userDataIsHeldToTheFieldsWhenItChangesAndFollowsItsProfile() {
        ProjectAccess who = world.project("fields", world.webUser("fields@example.org"));
        String early = world.worker(who, "early").userId();
        world.in(
                who,
                () -> world.node.userData.replaceFields(
                        who,
                        List.of(
                                new UserDataField("ward", "Ward", true, List.of(), "", ""),
                                UserDataField.plain("note", "Note"))));
        assertThat(codeOf(() -> world.worker(who, "late"))).isEqualTo("USER_DATA_REQUIRED");
        assertThat(editIn(who, early, new WorkerChange.FirstName("Early")).userData())
                .isEmpty();
        assertThat(codeOf(() -> editIn(who, early, new WorkerChange.UserData(Map.of("note", "x")))))
                .isEqualTo("USER_DATA_REQUIRED");
        UserDataProfile north =
                world.in(who, () -> world.node.userData.createProfile(who, "North", Map.of("ward", "Ahero")));
        assertThat(codeOf(() -> world.in(who, () -> world.node.userData.createProfile(who, "North", Map.of()))))
                .isEqualTo("NAME_TAKEN");
        var chosen = new WorkerChange.UserData(Map.of("commcare_profile", north.profileId(), "note", "hers"));
        assertThat(editIn(who, early, chosen).userData()).containsEntry("ward", "Ahero");
        world.in(
                who,
                () -> world.node.userData.updateProfile(
                        who, new UserDataProfile(north.profileId(), "North", Map.of("ward", "Kisumu"))));
        assertThat(world.in(who, () -> world.node.workers.find(who, early))
                        .orElseThrow()
                        .userData())
                .containsEntry("ward", "Kisumu")
                .containsEntry("note", "hers");
        assertThat(codeOf(() -> deleteProfile(who, north.profileId()))).isEqualTo("PROFILE_IN_USE");
        assertThat(codeOf(() -> world.in(who, () -> world.node.userData.replaceFields(who, List.of()))))
                .isEqualTo("PROFILE_IN_THE_WAY");
        editIn(who, early, new WorkerChange.UserData(Map.of("ward", "own")));
        assertThat(codeOf(() -> deleteProfile(who, north.profileId()))).isEmpty();
        assertThat(codeOf(() -> deleteProfile(who, north.profileId()))).isEqualTo("NOT_FOUND");
        assertThat(world.in(admin, () -> world.node.userData.fields(admin))).isEmpty();
    }

    private boolean deleteProfile(ProjectAccess who, String id) {
        return world.in(who, () -> {
            world.node.userData.deleteProfile(who, id);
            return true;
        });
    }

    @Test
    void everyOrderIsPagedWithoutGapsAndReadFromItsIndex() {
        ProjectAccess who = world.project("orders", world.webUser("orders@example.org"));
        List<String> made = List.of("cyd", "ann", "bob");
        made.forEach(name -> {
            world.worker(who, name);
            world.clock.pass(java.time.Duration.ofSeconds(1));
        });
        assertThat(all(who, WorkerOrder.USERNAME_ASC)).containsExactly("ann", "bob", "cyd");
        assertThat(all(who, WorkerOrder.USERNAME_DESC)).containsExactly("cyd", "bob", "ann");
        assertThat(all(who, WorkerOrder.CREATED_ASC)).containsExactlyElementsOf(made);
        assertThat(all(who, WorkerOrder.CREATED_DESC)).containsExactlyElementsOf(made.reversed());
    }

    @Test
    void listsOfALargeProjectAreReadFromTheirIndexes() {
        ProjectId project = admin.project();
        Plans plans = new Plans(world, project);
        plans.fill(project, """
                insert into identity.mobile_worker (project_id, user_id, username, role_id, password_hash, created_at,
                    created_by)
                select r.project_id, 'u-' || n, 'worker' || n, r.role_id, 'x',
                       timestamptz '2026-01-01' + n * interval '1 minute', 'test'
                from identity.role r, generate_series(1, 6000) n where r.name = 'Mobile Worker Default'""");
        plans.analyse("identity.mobile_worker");
        MobileWorkerStore store = new MobileWorkerStore();
        for (WorkerOrder order : WorkerOrder.values()) {
            var query = new WorkerQuery("", Status.ANY, order, PageRequest.first(50));
            assertThat(plans.of(store.rows(admin, query)))
                    .contains(order.byName() ? "mobile_worker_by_name" : "mobile_worker_by_age")
                    .doesNotContain("Sort");
        }
        var inactive = new WorkerQuery("", Status.INACTIVE, WorkerOrder.USERNAME_ASC, PageRequest.first(50));
        assertThat(plans.of(store.rows(admin, inactive)))
                .contains("mobile_worker_by_activity")
                .doesNotContain("Sort");
    }

    private List<String> all(ProjectAccess who, WorkerOrder order) {
        List<String> names = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            var query = new WorkerQuery("", Status.ANY, order, new PageRequest(2, after, false));
            Page<MobileWorker> page = world.in(who, () -> world.node.workers.list(who, query));
            page.items().forEach(worker -> names.add(worker.username()));
            after = page.items().getLast().cursor(order);
            more = page.more();
        }
        return names;
    }

    private MobileWorker edit(String id, WorkerChange... changes) {
        return editIn(admin, id, changes);
    }

    private MobileWorker editIn(ProjectAccess who, String id, WorkerChange... changes) {
        return world.in(who, () -> world.node.workers.edit(who, id, List.of(changes)));
    }

    private boolean signsIn(Node node, String name, String password) {
        var project = node.projects.byName("demo").orElseThrow();
        return node.signIn.at(project, new Credentials(name, password), "") instanceof SignedIn;
    }

    private int version(String userId) {
        return world.in(
                admin,
                () -> world.transactions.read(tx -> tx.sql()
                        .fetchSingle("select credential_version from identity.mobile_worker where user_id = ?", userId)
                        .get(0, Integer.class)));
    }

    /** What the books say of an action, newest last. */
    private List<String> booked(String action) {
        return world.in(
                admin,
                () -> world.transactions.read(tx -> tx
                        .sql()
                        .fetch(
                                "select detail ->> 'changed' from identity.audit_event where action = ? order by event_id",
                                action)
                        .stream()
                        .map(row -> "changed=" + row.get(0, String.class))
                        .toList()));
    }

    private static String codeOf(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Refused refused) {
            return refused.problem().code();
        }
    }
}

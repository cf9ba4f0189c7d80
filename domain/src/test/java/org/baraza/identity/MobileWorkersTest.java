// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.World.PASSWORD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baraza.identity.WorkerQuery.Status;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MobileWorkersTest {
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
    void aNewWorkerIsFoundAgainAsSheWasMade() {
        var wanted = new NewMobileWorker(
                " Nia@demo.commcarehq.org", PASSWORD, "Nia", "W", "n@x.org", "sw", List.of("1", "2"), Map.of("a", "b"));
        MobileWorker made = world.in(admin, () -> world.node.workers.create(admin, wanted));
        assertThat(made.username()).isEqualTo("nia");
        assertThat(made.userId()).matches("[0-9a-f]{32}");
        assertThat(world.in(admin, () -> world.node.workers.find(admin, made.userId())))
                .contains(made);
        assertThat(world.in(admin, () -> world.node.directory.find(admin, List.of(made.userId(), "x"))))
                .isEqualTo(Map.of(made.userId(), made));
        assertThat(made.displayName()).isEqualTo("Nia W");
    }

    @Test
    void badNamesAndPasswordsAreRefusedByStableCodes() {
        assertRefused("", PASSWORD, "USERNAME_MISSING");
        assertRefused("a..b", PASSWORD, "USERNAME_INVALID");
        assertRefused("x@other.commcarehq.org", PASSWORD, "USERNAME_INVALID");
        assertRefused("a\0b", PASSWORD, "USERNAME_INVALID");
        assertRefused("n".repeat(81), PASSWORD, "USERNAME_TOO_LONG");
        assertRefused("Admin", PASSWORD, "USERNAME_RESERVED");
        assertRefused("demo_user", PASSWORD, "USERNAME_RESERVED");
        assertRefused("short", "1234567", "PASSWORD_TOO_SHORT");
        assertRefused("long", "x".repeat(1025), "PASSWORD_TOO_LONG");
        world.worker(admin, "taken");
        assertRefused("TAKEN", PASSWORD, "USERNAME_TAKEN");
    }

    @Test
    void ofManyWhoWantTheSameNameAtOnceExactlyOneGetsIt() throws Exception {
        List<Callable<String>> wishes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            wishes.add(() -> codeOf(() -> world.worker(admin, "wanted")));
        }
        List<String> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : threads.invokeAll(wishes)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsOnly("", "USERNAME_TAKEN").containsOnlyOnce("");
    }

    @Test
    void theListIsPagedByNameAndNarrowedByBeginningAndStatus() {
        ProjectAccess who = world.project("paged", world.webUser("paged@example.org"));
        List<String> names = List.of("ann", "anna", "anne.b", "bob", "zoe");
        names.forEach(name -> world.worker(who, name));
        String bob = list(who, "bob", Status.ANY, "", 1).items().getFirst().userId();
        world.in(who, () -> world.node.workers.setActive(who, bob, false));
        Page<MobileWorker> first = list(who, "", Status.ANY, "", 2);
        assertThat(first.items()).extracting(MobileWorker::username).containsExactly("ann", "anna");
        assertThat(first.more()).isTrue();
        assertThat(first.total()).hasValue(5);
        Page<MobileWorker> rest = list(who, "", Status.ANY, "anna", 3);
        assertThat(rest.items()).extracting(MobileWorker::username).containsExactly("anne.b", "bob", "zoe");
        assertThat(rest.more()).isFalse();
        assertThat(list(who, "An", Status.ACTIVE, "", 9).items())
                .extracting(MobileWorker::username)
                .containsExactly("ann", "anna", "anne.b");
        assertThat(list(who, "", Status.INACTIVE, "", 9).items())
                .extracting(MobileWorker::username)
                .containsExactly("bob");
    }

    @Test
    void whoMayNotDoItIsToldWhichPermissionIsMissing() {
        world.webUser("reader@example.org");
        world.in(admin, () -> {
            world.node.members.put(admin, "reader@example.org", "Read Only");
            return true;
        });
        var reader = new Actor.WebUser(
                world.node.signIn.anywhere(new Credentials("reader@example.org", PASSWORD), "")
                                instanceof SignInResult.SignedIn(var actor)
                        ? actor.userId()
                        : "",
                "reader@example.org",
                false,
                java.util.Optional.empty());
        ProjectAccess access = world.node.access.to(reader, "demo").orElseThrow();
        assertThat(access.roleName()).isEqualTo("Read Only");
        MobileWorker worker = world.worker(admin, "watched");
        assertForbidden("edit_commcare_users", () -> world.worker(access, "nope"));
        assertForbidden("edit_commcare_users", () -> world.node.workers.setActive(access, worker.userId(), false));
        assertForbidden(
                "edit_commcare_users", () -> world.node.workers.resetPassword(access, worker.userId(), PASSWORD));
        assertForbidden("view_commcare_users", () -> list(access, "", Status.ANY, "", 1));
        assertForbidden("view_commcare_users", () -> world.node.workers.find(access, "x"));
        assertForbidden("edit_web_users", () -> world.node.members.put(access, "x", "Read Only"));
        assertThat(world.in(access, () -> world.node.directory.find(access, List.of(worker.userId()))))
                .hasSize(1);
    }

    private Page<MobileWorker> list(ProjectAccess who, String search, Status status, String after, int first) {
        var query =
                new WorkerQuery(search, status, WorkerOrder.USERNAME_ASC, new PageRequest(first, cursor(after), true));
        return world.in(who, () -> world.node.workers.list(who, query));
    }

    private static String cursor(String username) {
        return username.isEmpty() ? "" : Cursor.of(WorkerOrder.USERNAME_ASC.name(), username);
    }

    private void assertRefused(String username, String password, String code) {
        var wanted = NewMobileWorker.named(username, password);
        assertThat(codeOf(() -> world.in(admin, () -> world.node.workers.create(admin, wanted))))
                .isEqualTo(code);
    }

    private static void assertForbidden(String permission, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(new Problem.Forbidden(permission)));
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

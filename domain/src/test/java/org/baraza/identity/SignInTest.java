// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.testing.World.PASSWORD;

import java.time.Duration;
import org.baraza.identity.SignInResult.Deactivated;
import org.baraza.identity.SignInResult.LockedOut;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.identity.SignInResult.WrongCredentials;
import org.baraza.tenancy.Project;
import org.baraza.testing.Node;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInTest {
    private static final String OTHER = "another-password";

    private final World world = new World();
    private ProjectAccess admin;
    private Project project;

    @BeforeAll
    void aProject() {
        admin = world.project("demo", world.webUser("admin@example.org"));
        project = world.node.projects.byName("demo").orElseThrow();
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void aWorkerSignsInWithTheBareOrTheFullNameInAnyCase() {
        world.worker(admin, "amina");
        for (String login : new String[] {"amina", "Amina", "amina@demo.commcarehq.org", "AMINA@demo.commcarehq.org"}) {
            assertThat(at(world.node, login, PASSWORD)).isInstanceOf(SignedIn.class);
        }
        assertThat(world.node.signIn.anywhere(new Credentials("amina", PASSWORD), ""))
                .isInstanceOf(WrongCredentials.class);
    }

    @Test
    void aWebUserSignsInWithHerAddress() {
        assertThat(at(world.node, "Admin@Example.org", PASSWORD)).isEqualTo(new SignedIn(admin.actor()));
        assertThat(at(world.node, "admin@example.org", OTHER)).isInstanceOf(WrongCredentials.class);
        assertThat(at(world.node, "nobody@example.org", PASSWORD)).isInstanceOf(WrongCredentials.class);
        assertThat(at(world.node, "x@nowhere.commcarehq.org", PASSWORD)).isInstanceOf(WrongCredentials.class);
    }

    @Test
    void fiveWrongGuessesLockTheLoginForLongerEachTime() {
        world.worker(admin, "lock");
        lock("lock", Duration.ofMinutes(15));
        world.clock.pass(Duration.ofMinutes(15).plusSeconds(1));
        lock("lock", Duration.ofMinutes(30));
        world.clock.pass(Duration.ofMinutes(30).plusSeconds(1));
        assertThat(at(world.node, "lock", PASSWORD)).isInstanceOf(SignedIn.class);
        lock("lock", Duration.ofMinutes(15));
    }

    @Test
    void aLoginThatDoesNotExistLocksLikeOneThatDoes() {
        lock("ghost", Duration.ofMinutes(15));
    }

    @Test
    void aLockEndsWhatOtherNodesRememberWithinFiveSeconds() {
        world.worker(admin, "elsewhere");
        Node other = world.anotherNode();
        assertThat(at(other, "elsewhere", PASSWORD)).isInstanceOf(SignedIn.class);
        lock("elsewhere", Duration.ofMinutes(15));
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(at(other, "elsewhere", PASSWORD)).isInstanceOf(LockedOut.class);
    }

    @Test
    void aNewPasswordEndsTheOldOneHereAtOnceAndElsewhereWithinFiveSeconds() {
        MobileWorker worker = world.worker(admin, "renewed");
        Node other = world.anotherNode();
        assertThat(at(world.node, "renewed", PASSWORD)).isInstanceOf(SignedIn.class);
        assertThat(at(other, "renewed", PASSWORD)).isInstanceOf(SignedIn.class);
        world.in(admin, () -> world.node.workers.resetPassword(admin, worker.userId(), OTHER));
        assertThat(at(world.node, "renewed", PASSWORD)).isInstanceOf(WrongCredentials.class);
        assertThat(at(world.node, "renewed", OTHER)).isInstanceOf(SignedIn.class);
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(at(other, "renewed", PASSWORD)).isInstanceOf(WrongCredentials.class);
        assertThat(at(other, "renewed", OTHER)).isInstanceOf(SignedIn.class);
    }

    @Test
    void aDeactivatedWorkerIsToldSoOnlyIfHerPasswordIsRight() {
        MobileWorker worker = world.worker(admin, "left");
        Node other = world.anotherNode();
        assertThat(at(other, "left", PASSWORD)).isInstanceOf(SignedIn.class);
        world.in(admin, () -> world.node.workers.setActive(admin, worker.userId(), false));
        assertThat(at(world.node, "left", PASSWORD)).isInstanceOf(Deactivated.class);
        assertThat(at(world.node, "left", OTHER)).isInstanceOf(WrongCredentials.class);
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(at(other, "left", PASSWORD)).isInstanceOf(Deactivated.class);
        assertThat(world.node.access.to(workerActor(worker), "demo")).isEmpty();
    }

    @Test
    void aRememberedSignInTouchesNeitherHashNorDatabase() {
        world.worker(admin, "often");
        assertThat(at(world.node, "often", PASSWORD)).isInstanceOf(SignedIn.class);
        Credentials credentials = new Credentials("often", PASSWORD);
        long start = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            world.node.signIn.at(project, credentials, "");
        }
        Duration each = Duration.ofNanos((System.nanoTime() - start) / 10_000);
        assertThat(each).isLessThan(Duration.ofNanos(200_000));
    }

    @Test
    void signInsAndFailuresStandInTheBooks() throws Exception {
        world.worker(admin, "booked");
        at(world.node, "booked", OTHER);
        at(world.node, "booked", PASSWORD);
        try (var connection = world.database.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select string_agg(action, ' ' order by event_id)"
                        + " from identity.audit_event where actor_name = 'booked'")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("sign_in.failed sign_in.succeeded");
        }
    }

    private void lock(String login, Duration length) {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(at(world.node, login, OTHER)).isInstanceOf(WrongCredentials.class);
        }
        assertThat(at(world.node, login, PASSWORD)).isEqualTo(new LockedOut(length));
    }

    private SignInResult at(Node node, String login, String password) {
        return node.signIn.at(project, new Credentials(login, password), "127.0.0.1");
    }

    private static Actor workerActor(MobileWorker worker) {
        return new Actor.MobileWorker(worker.userId(), worker.username(), worker.project());
    }
}

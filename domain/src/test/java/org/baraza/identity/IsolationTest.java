// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.World.PASSWORD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.WorkerQuery.Status;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.tenancy.ProjectQuery;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two projects with an administrator each: whatever one asks about the other is answered as if it did not exist. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IsolationTest {
    private final World world = new World();
    private WebUser ours;
    private WebUser theirs;
    private ProjectAccess here;
    private ProjectAccess there;
    private MobileWorker theirWorker;

    @BeforeAll
    void twoProjects() {
        ours = world.webUser("here@example.org");
        theirs = world.webUser("there@example.org");
        here = world.project("here", ours);
        there = world.project("there", theirs);
        theirWorker = world.worker(there, "amina");
        world.node.apiKeys.create(theirs, new ApiKeyWish("theirs", Optional.empty(), Optional.empty()));
        world.node.sessions.open(theirs, "", "");
        world.in(there, () -> {
            world.node.userData.replaceFields(there, List.of(UserDataField.plain("ward", "Ward")));
            return world.node.userData.createProfile(there, "North", Map.of("ward", "Ahero"));
        });
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void theOwnerReachesHerWorker() {
        assertThat(world.in(there, () -> world.node.workers.find(there, theirWorker.userId())))
                .isPresent();
    }

    @Test
    void anotherProjectsWorkerIsAnsweredLikeARandomId() {
        assertThat(world.in(here, () -> world.node.workers.find(here, theirWorker.userId())))
                .isEmpty();
        assertThat(world.in(
                        here, () -> world.node.directory.find(here, List.of(theirWorker.userId(), theirs.userId()))))
                .isEmpty();
        assertNotFound(() -> world.node.workers.setActive(here, theirWorker.userId(), false));
        assertNotFound(() -> world.node.workers.resetPassword(here, theirWorker.userId(), PASSWORD));
        assertThat(world.in(
                                here,
                                () -> world.node.workers.list(
                                        here,
                                        new WorkerQuery(
                                                "",
                                                Status.ANY,
                                                WorkerOrder.USERNAME_ASC,
                                                new PageRequest(10, "", true))))
                        .total())
                .hasValue(0);
    }

    @Test
    void anAccessUsedInTheScopeOfAnotherProjectReachesNothing() {
        assertThat(ProjectScope.<Optional<MobileWorker>, RuntimeException>in(
                        here.project(), () -> world.node.workers.find(there, theirWorker.userId())))
                .isEmpty();
        assertThatThrownBy(() -> ProjectScope.in(
                        here.project(),
                        () -> world.node.workers.create(there, NewMobileWorker.named("smuggled", PASSWORD))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> world.node.workers.find(there, theirWorker.userId()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sameNamesInTwoProjectsAreTwoPeople() {
        MobileWorker ourWorker = world.worker(here, "amina");
        assertThat(ourWorker.userId()).isNotEqualTo(theirWorker.userId());
        var project = world.node.projects.byName("here").orElseThrow();
        assertThat(world.node.signIn.at(project, new Credentials("amina", PASSWORD), ""))
                .isEqualTo(
                        new SignInResult.SignedIn(new Actor.MobileWorker(ourWorker.userId(), "amina", here.project())));
    }

    @Test
    void whoIsNotAMemberHasNoAccessAndSeesNoProject() {
        assertThat(world.node.access.to(ours, "there")).isEmpty();
        assertThat(world.node.access.to(ours, "nowhere")).isEmpty();
        assertThat(world.node.access.to(new Actor.MobileWorker(theirWorker.userId(), "amina", there.project()), "here"))
                .isEmpty();
        assertThat(world.node
                        .projects
                        .ofMember(ours.userId(), new ProjectQuery("", "", 10, true))
                        .items())
                .extracting(project -> project.name())
                .containsExactly("here");
    }

    @Test
    void keysAreTheirOwnersOnly() {
        var theirKey =
                world.node.apiKeys.of(theirs, PageRequest.first(50)).items().getFirst();
        assertThat(world.node.apiKeys.of(ours, PageRequest.first(50)).items()).doesNotContain(theirKey);
        assertNotFound(() -> world.node.apiKeys.revoke(ours, theirKey.keyId()));
        assertNotFound(() -> world.node.apiKeys.setActive(ours, theirKey.keyId(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenancy.project",
                "identity.web_user",
                "identity.role",
                "identity.membership",
                "identity.mobile_worker",
                "identity.user_data_field",
                "identity.user_data_profile",
                "identity.api_key",
                "identity.session",
                "identity.audit_event",
                "identity.account_event"
            })
    void theApplicationSeesNoRowWithoutSayingForWhom(String table) throws Exception {
        try (var superuser = world.database.asSuperuser();
                var app = world.database.asApp()) {
            assertThat(count(superuser, table)).isPositive();
            assertThat(count(app, table)).isZero();
        }
    }

    @Test
    void theBooksCannotBeChanged() throws Exception {
        try (var app = world.database.asApp();
                var statement = app.createStatement()) {
            for (String change :
                    List.of("update identity.audit_event set action = ''", "delete from identity.audit_event")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
            }
        }
    }

    private void assertNotFound(Runnable work) {
        assertThatThrownBy(() -> ProjectScope.run(here.project(), work))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isInstanceOf(Problem.NotFound.class));
    }

    private static long count(java.sql.Connection connection, String table) throws Exception {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.changes.NumberedChange;
import org.baraza.testing.FormXml;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.reactivestreams.Subscription;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.test.tester.GraphQlTester;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveTest {
    private final Server server = new Server();
    private WebUser admin;
    private ProjectAccess demo;
    private ProjectAccess other;

    @BeforeAll
    void twoProjects() {
        admin = server.world.webUser("admin@example.org");
        demo = server.world.project("demo", admin);
        other = server.world.project("other", admin);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void formsOfTheProjectArriveWithWhatHangsOnThem() throws InterruptedException {
        var seen = new LinkedBlockingQueue<Map<?, ?>>();
        var watching = watch("subscription { formChanged(project: \"demo\") { formId caseChanges { case { name } } } }")
                .subscribe(response ->
                        seen.add(response.path("formChanged").entity(Map.class).get()));
        Thread.sleep(Duration.ofMillis(100));
        server.work.submit(other, FormXml.visit("not-here", "amina"));
        server.work.submit(demo, FormXml.visit("f1", "amina").creates("m1", "mother", "Achieng", "amina"));
        assertThat(seen.poll(5, TimeUnit.SECONDS))
                .isEqualTo(Map.of("formId", "f1", "caseChanges", List.of(Map.of("case", Map.of("name", "Achieng")))));
        watching.dispose();
        assertThat(seen).isEmpty();
    }

    @Test
    void casesOfATypeArrive() throws InterruptedException {
        var seen = new LinkedBlockingQueue<String>();
        var watching = watch("subscription { caseChanged(project: \"demo\", type: \"household\") { caseId } }")
                .subscribe(response -> seen.add(
                        response.path("caseChanged.caseId").entity(String.class).get()));
        Thread.sleep(Duration.ofMillis(100));
        server.work.submit(
                demo,
                FormXml.visit("f2", "amina")
                        .creates("m9", "mother", "Achieng", "amina")
                        .creates("h9", "household", "Home", "amina"));
        assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("h9");
        watching.dispose();
    }

    @Test
    void aStrangerMayNotWatch() {
        WebUser stranger = server.world.webUser("stranger@example.org");
        assertThatThrownBy(() -> watch(stranger, "subscription { formChanged(project: \"demo\") { formId } }")
                        .blockFirst(Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(
                        SubscriptionPublisherException.class,
                        refused -> assertThat(refused.getErrors().getFirst().getExtensions())
                                .containsEntry("code", "NOT_FOUND"));
    }

    @Test
    void whoLosesThePermissionIsToldAndHearsNoMore() throws Exception {
        WebUser reader = server.world.webUser("reader@example.org");
        give(reader, "Read Only");
        var ended = new CompletableFuture<Throwable>();
        var watching = watch(reader, "subscription { formChanged(project: \"demo\") { formId } }")
                .subscribe(response -> {}, ended::complete);
        Thread.sleep(Duration.ofMillis(100));
        give(reader, "Billing Admin");
        server.work.submit(demo, FormXml.visit("secret", "amina"));
        assertThat(ended.get(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        SubscriptionPublisherException.class,
                        refused -> assertThat(refused.getErrors().getFirst().getExtensions())
                                .containsEntry("code", "FORBIDDEN"));
        watching.dispose();
    }

    private void give(WebUser user, String role) {
        server.world.in(demo, () -> {
            server.world.node.members.put(demo, user.username(), role);
            return role;
        });
    }

    @Test
    void whoTakesEventsTooSlowlyIsCutOff() throws Exception {
        var ended = new CompletableFuture<Throwable>();
        var slow = new BaseSubscriber<String>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnError(Throwable failure) {
                ended.complete(failure);
            }
        };
        server.bean(LiveChanges.class)
                .follow(
                        demo,
                        (access, changes) ->
                                changes.stream().map(NumberedChange::documentId).toList())
                .subscribe(slow);
        var changes = new ChangeLog(() -> {});
        server.world.in(demo, () -> {
            server.world.transactions.writing(tx -> changes.append(
                    tx,
                    IntStream.range(0, LiveChanges.MOST_WAITING * 2)
                            .mapToObj(n -> Change.ofCase("c" + n, n))
                            .toList()));
            return demo;
        });
        Thread.sleep(Duration.ofSeconds(2));
        slow.requestUnbounded();
        assertThat(ended.get(5, TimeUnit.SECONDS)).isInstanceOf(LiveChanges.TooSlow.class);
    }

    private Flux<GraphQlTester.Response> watch(String document) {
        return watch(admin, document);
    }

    private Flux<GraphQlTester.Response> watch(WebUser actor, String document) {
        return server.as(
                actor,
                () -> server.tester().document(document).executeSubscription().toFlux());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.World.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Workers who choose their passwords by a link. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkerMailsTest {
    private static final String CHOSEN = "chosen-by-her-9";

    private final World world = new World();
    private ProjectAccess admin;
    private ProjectAccess elsewhere;

    @BeforeAll
    void twoProjects() {
        admin = world.project("demo", world.webUser("admin@example.org"));
        elsewhere = world.project("elsewhere", world.webUser("far@example.org"));
        world.node.postbox.open();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private MobileWorker made(String username, String email, boolean chooses) {
        NewMobileWorker wanted = new NewMobileWorker(username, PASSWORD, "", "", email, "", List.of(), Map.of());
        return world.in(admin, () -> world.node.workers.create(admin, chooses ? wanted.choosing() : wanted));
    }

    private void mail(ProjectAccess who, String userId, boolean confirms) {
        world.in(
                who,
                () -> confirms
                        ? world.node.workerMails.confirm(who, userId)
                        : world.node.workerMails.reset(who, userId));
    }

    /** What stands behind the hash of the link in the last mail. */
    private String[] link() {
        String text = world.node.postbox.mails().getLast().text();
        return text.substring(text.indexOf('#') + 1).split("\\s", 2)[0].split("\\.");
    }

    private void choose(String[] link, String password) {
        world.node.workerMails.set(link[0], link[1], link[2], password);
    }

    private boolean signsIn(String username, String password) {
        return world.node.signIn.at(
                        world.node.projects.byName("demo").orElseThrow(), new Credentials(username, password), "")
                instanceof SignedIn;
    }

    @Test
    void whoChoosesHerPasswordIsLetInOnceSheDid() {
        MobileWorker worker = made("nia", "nia@example.org", true);
        assertThat(worker.confirmed()).isFalse();
        assertThat(worker.active()).isFalse();
        assertThat(signsIn("nia", "")).isFalse();
        assertThatThrownBy(() -> world.in(admin, () -> world.node.workers.setActive(admin, worker.userId(), true)))
                .hasMessage("ACCOUNT_UNCONFIRMED");
        assertThatThrownBy(() -> mail(admin, worker.userId(), false)).hasMessage("NO_PASSWORD");
        mail(admin, worker.userId(), true);
        assertThat(world.node.postbox.mails().getLast().to()).isEqualTo("nia@example.org");
        assertThat(world.node.postbox.mails().getLast().text()).contains("nia@demo.commcarehq.org");
        String[] link = link();
        assertThat(link[0]).isEqualTo("demo");
        assertThatThrownBy(() -> choose(link, "short")).hasMessage("PASSWORD_TOO_SHORT");
        choose(link, CHOSEN);
        MobileWorker after = world.in(admin, () -> world.node.workers.find(admin, worker.userId()))
                .orElseThrow();
        assertThat(after.confirmed()).isTrue();
        assertThat(after.active()).isTrue();
        assertThat(signsIn("nia", CHOSEN)).isTrue();
        assertThatThrownBy(() -> choose(link, "another-one-8"))
                .as("a link works once")
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> mail(admin, worker.userId(), true)).hasMessage("CONFIRMED");
    }

    @Test
    void anotherPasswordByALinkEndsTheOldOneAndAllOtherLinks() {
        MobileWorker worker = made("pat", "pat@example.org", false);
        mail(admin, worker.userId(), false);
        String[] first = link();
        mail(admin, worker.userId(), false);
        String[] second = link();
        choose(second, CHOSEN);
        assertThat(signsIn("pat", CHOSEN)).isTrue();
        assertThat(signsIn("pat", PASSWORD)).isFalse();
        assertThatThrownBy(() -> choose(first, PASSWORD)).hasMessage("NOT_FOUND");
        mail(admin, worker.userId(), false);
        assertThatThrownBy(() -> mail(admin, worker.userId(), false)).hasMessage("MAILED_TOO_OFTEN");
        world.clock.pass(Duration.ofMinutes(61));
        assertThatThrownBy(() -> choose(link(), PASSWORD)).as("it is over").hasMessage("NOT_FOUND");
        mail(admin, worker.userId(), false);
        String[] last = link();
        world.in(admin, () -> world.node.workers.setActive(admin, worker.userId(), false));
        assertThatThrownBy(() -> choose(last, PASSWORD)).as("she is kept out").hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> mail(admin, worker.userId(), false)).hasMessage("NOT_ACTIVE");
    }

    @Test
    void whatChangesHowAWorkerComesInEndsHerLinks() {
        MobileWorker worker = made("tumaini", "tumaini@example.org", false);
        for (Runnable ending : List.<Runnable>of(
                () -> world.node.workers.edit(
                        admin, worker.userId(), List.of(new WorkerChange.Email("new@example.org"))),
                () -> world.node.workers.edit(admin, worker.userId(), List.of(new WorkerChange.Password(PASSWORD))),
                () -> world.node.workers.resetPassword(admin, worker.userId(), PASSWORD),
                () -> {
                    world.node.workers.setActive(admin, worker.userId(), false);
                    world.node.workers.setActive(admin, worker.userId(), true);
                },
                () -> world.node.workers.delete(admin, worker.userId()))) {
            mail(admin, worker.userId(), false);
            String[] link = link();
            run(ending);
            assertThatThrownBy(() -> choose(link, CHOSEN)).hasMessage("NOT_FOUND");
            world.clock.pass(Duration.ofMinutes(25));
        }
        MobileWorker kept = made("subira", "subira@example.org", false);
        mail(admin, kept.userId(), false);
        run(() -> world.node.workers.edit(admin, kept.userId(), List.of(new WorkerChange.FirstName("Subira"))));
        choose(link(), CHOSEN);
        assertThat(signsIn("subira", CHOSEN)).isTrue();
    }

    @Test
    void aLinkToConfirmIsOverOnceSomebodyElseGaveAPassword() {
        MobileWorker worker = made("zuri", "zuri@example.org", true);
        mail(admin, worker.userId(), true);
        String[] link = link();
        assertThat(world.in(admin, () -> world.node.workers.hashIfNew(admin, worker.userId(), PASSWORD)))
                .as("she has none yet")
                .isPresent();
        run(() -> world.node.workers.resetPassword(admin, worker.userId(), PASSWORD));
        assertThatThrownBy(() -> choose(link, CHOSEN)).hasMessage("NOT_FOUND");
        assertThat(world.in(admin, () -> world.node.workers.hashIfNew(admin, worker.userId(), PASSWORD)))
                .as("she has this one")
                .isEmpty();
    }

    private void run(Runnable work) {
        world.in(admin, () -> {
            work.run();
            return true;
        });
    }

    @Test
    void whoHasNoAddressGetsNoLink() {
        assertThatThrownBy(() -> made("poor", "", true)).hasMessage("EMAIL_MISSING");
        MobileWorker worker = made("noaddress", "", false);
        assertThatThrownBy(() -> mail(admin, worker.userId(), false)).hasMessage("EMAIL_MISSING");
    }

    @Test
    void aLinkOpensNothingInAnotherProjectAndNobodyElseAsksForOne() {
        MobileWorker worker = made("rosa", "rosa@example.org", false);
        assertThatThrownBy(() -> mail(elsewhere, worker.userId(), false)).hasMessage("NOT_FOUND");
        mail(admin, worker.userId(), false);
        String[] link = link();
        assertThatThrownBy(() -> choose(new String[] {"elsewhere", link[1], link[2]}, CHOSEN))
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> choose(new String[] {"demo", "nobody", link[2]}, CHOSEN))
                .hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> choose(new String[] {"nowhere", link[1], link[2]}, CHOSEN))
                .hasMessage("NOT_FOUND");
        ProjectAccess reader = new ProjectAccess(
                admin.project(), "demo", admin.actor(), "Reader", java.util.Set.of(Permission.VIEW_COMMCARE_USERS));
        assertThatThrownBy(() -> mail(reader, worker.userId(), false)).hasMessage("FORBIDDEN");
        assertThat(signsIn("rosa", PASSWORD)).isTrue();
    }

    @Test
    void whereNoMailIsSentTheLinkIsHandedOver() {
        var shut = world.anotherNode();
        MobileWorker worker = made("sifa", "sifa@example.org", true);
        String path = world.in(admin, () -> shut.workerMails.confirm(admin, worker.userId()))
                .orElseThrow();
        assertThat(path).startsWith("/app/reset-password#demo." + worker.userId() + ".");
        choose(path.substring(path.indexOf('#') + 1).split("\\."), CHOSEN);
        assertThat(signsIn("sifa", CHOSEN)).isTrue();
        assertThatThrownBy(shut.workerMails::requireMails).hasMessage("MAILS_NOT_SENT");
    }
}

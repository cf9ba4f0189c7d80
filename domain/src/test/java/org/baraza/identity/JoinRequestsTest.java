// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.JoinRequests.Joinable;
import org.baraza.mail.Mail;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.testing.Node;
import org.baraza.testing.SecurityWishes;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JoinRequestsTest {
    private static final Arrival HERE = new Arrival("192.0.2.7", Arrival.Proof.SESSION);

    private final World world = new World();
    private final WebUser admin = world.webUser("admin@example.org");
    private Node node;
    private int round;
    private ProjectAccess here;
    private WebUser stranger;

    @BeforeEach
    void aProjectThatTakesRequests() {
        round++;
        node = world.anotherNode();
        here = world.project("open-" + round, admin);
        stranger = world.webUser("stranger-" + round + "@example.org");
        allow(here, true);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private void allow(ProjectAccess project, boolean allowed) {
        security(project, SecurityWishes.joinRequests(allowed));
    }

    private void security(ProjectAccess project, SecurityWish wish) {
        world.in(project, () -> node.security.update(project, HERE, wish));
    }

    private Joinable ask() {
        return node.joinRequests.ask(stranger, HERE, here.projectName());
    }

    private Page<JoinRequest> page(ProjectAccess who) {
        return world.in(who, () -> node.joinRequests.page(who, new PageRequest(50, "", true)));
    }

    private JoinRequest asked() {
        ask();
        return page(here).items().getLast();
    }

    private void approve(ProjectAccess who, UUID id, String role) {
        world.in(who, () -> {
            node.joinRequests.approve(who, id, role);
            return true;
        });
    }

    private void decline(ProjectAccess who, UUID id) {
        world.in(who, () -> {
            node.joinRequests.decline(who, id);
            return true;
        });
    }

    private Optional<ProjectAccess> access() {
        return node.access.to(stranger, here.projectName());
    }

    @Test
    void whoeverAsksIsLetInOnceSomebodyApprovesAndTheTwoAreMailed() {
        node.postbox.open();
        assertThat(node.joinRequests.find(stranger, HERE, here.projectName())).hasValueSatisfying(project -> {
            assertThat(project.mayAsk()).isTrue();
            assertThat(project.requestedAt()).isEmpty();
        });
        JoinRequest request = asked();
        assertThat(request.email()).isEqualTo(stranger.username());
        assertThat(access()).isEmpty();

        approve(here, request.requestId(), "App Editor");

        assertThat(access().orElseThrow().roleName()).isEqualTo("App Editor");
        assertThat(page(here).items()).isEmpty();
        assertThat(node.joinRequests.find(stranger, HERE, here.projectName())).isEmpty();
        assertThat(node.postbox.mails())
                .extracting(Mail::to)
                .containsSubsequence(admin.username(), stranger.username());
    }

    @Test
    void askingTwiceIsAskingOnce() {
        Joinable first = ask();
        Joinable second = ask();

        assertThat(second).isEqualTo(first);
        assertThat(second.mayAsk()).isFalse();
        assertThat(page(here).items()).hasSize(1);
    }

    @Test
    void whoeverWasTurnedAwayMayAskAgainInAMonth() {
        decline(here, asked().requestId());

        assertThat(node.joinRequests
                        .find(stranger, HERE, here.projectName())
                        .orElseThrow()
                        .mayAsk())
                .isFalse();
        assertThatThrownBy(this::ask).hasMessageContaining("DECLINED_LATELY");
        assertThat(access()).isEmpty();

        world.clock.pass(JoinRequests.REST.plus(Duration.ofMinutes(1)));
        assertThat(ask().requestedAt()).isPresent();
    }

    @Test
    void aProjectThatTakesNoRequestsIsLikeOneThatIsNotThere() {
        ProjectAccess shut = world.project("shut-" + round, admin);

        for (String name : List.of(shut.projectName(), "not-there")) {
            assertThat(node.joinRequests.find(stranger, HERE, name)).isEmpty();
            assertThatThrownBy(() -> node.joinRequests.ask(stranger, HERE, name))
                    .hasMessageContaining("NOT_FOUND");
        }
    }

    @Test
    void whoeverComesFromWhereNobodyIsLetInSeesNothing() {
        security(here, SecurityWishes.networks(List.of("192.0.2.0/24"), List.of()));
        Arrival elsewhere = new Arrival("198.51.100.1", Arrival.Proof.SESSION);

        assertThat(node.joinRequests.find(stranger, elsewhere, here.projectName()))
                .isEmpty();
        assertThat(node.joinRequests.find(stranger, HERE, here.projectName())).isPresent();
    }

    @Test
    void whoeverIsKeptOutDoesNotComeBackByAsking() {
        approve(here, asked().requestId(), "App Editor");
        world.in(here, () -> node.members.edit(here, stranger.userId(), List.of(new MemberChange.Let(false))));

        assertThat(node.joinRequests.find(stranger, HERE, here.projectName())).isEmpty();
        assertThatThrownBy(this::ask).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void whatNobodyDecidesIsOverAfterAWhile() {
        ask();
        world.clock.pass(JoinRequests.PATIENCE.minus(Duration.ofMinutes(1)));
        sweep();
        assertThat(page(here).items()).hasSize(1);
        world.clock.pass(Duration.ofMinutes(2));
        sweep();
        assertThat(page(here).items()).isEmpty();
        assertThat(ask().requestedAt()).isPresent();
    }

    private void sweep() {
        world.in(here, () -> {
            node.joinRequests.sweep();
            return true;
        });
    }

    @Test
    void whoeverComesInOtherwiseWaitsNoLonger() {
        ask();
        world.in(here, () -> {
            node.members.put(here, stranger.username(), "App Editor");
            return true;
        });

        assertThat(access()).isPresent();
        assertThat(page(here).items()).isEmpty();
    }

    @Test
    void nobodyDecidesAboutRequestsOfAnotherProject() {
        JoinRequest request = asked();
        ProjectAccess another = world.project("another-" + round, world.webUser("other-" + round + "@example.org"));

        assertThat(page(another).items()).isEmpty();
        assertThatThrownBy(() -> approve(another, request.requestId(), "App Editor"))
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> decline(another, request.requestId())).hasMessageContaining("NOT_FOUND");
        assertThat(page(here).items()).hasSize(1);
    }

    @Test
    void onlyAdministratorsMakeAdministrators() {
        WebUser colleague = world.webUser("colleague-" + round + "@example.org");
        world.in(here, () -> {
            node.members.put(here, colleague.username(), "Field Implementer");
            return true;
        });
        ProjectAccess hers = node.access.to(colleague, here.projectName()).orElseThrow();
        JoinRequest request = asked();

        assertThatThrownBy(() -> approve(hers, request.requestId(), Role.ADMIN)).hasMessageContaining("FORBIDDEN");
        assertThat(page(here).items()).as("nothing was decided").hasSize(1);
    }

    @Test
    void nobodyWaitsForMoreThanTenProjects() {
        for (int number = 0; number < JoinRequests.MOST_OF_A_PERSON; number++) {
            ProjectAccess one = world.project("many-" + round + "-" + number, admin);
            allow(one, true);
            node.joinRequests.ask(stranger, HERE, one.projectName());
        }

        assertThatThrownBy(this::ask).hasMessageContaining("REQUESTS_TOO_MANY");
    }
}

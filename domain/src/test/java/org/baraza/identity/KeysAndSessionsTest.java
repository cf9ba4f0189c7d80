// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.World.PASSWORD;

import java.time.Duration;
import java.util.Optional;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.identity.SignInResult.WrongCredentials;
import org.baraza.problem.Refused;
import org.baraza.testing.Node;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KeysAndSessionsTest {
    private final World world = new World();
    private WebUser user;

    @BeforeEach
    void aUserWithTwoProjects() {
        user = world.webUser("dev@example.org");
        world.project("one", user);
        world.project("two", user);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aKeyOpensWhatItsOwnerMayOpenUntilItIsRevoked() {
        NewApiKey made = key(Optional.empty(), Optional.empty());
        assertThat(made.secret()).hasSize(40);
        assertThat(made.toString()).doesNotContain(made.secret());
        Node other = world.anotherNode();
        assertThat(signIn(world.node, made.secret())).isEqualTo(new SignedIn(user));
        assertThat(signIn(other, made.secret())).isEqualTo(new SignedIn(user));
        assertThat(signIn(world.node, "0".repeat(40))).isInstanceOf(WrongCredentials.class);
        world.node.apiKeys.revoke(user, made.key().keyId());
        assertThat(signIn(world.node, made.secret())).isInstanceOf(WrongCredentials.class);
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(signIn(other, made.secret())).isInstanceOf(WrongCredentials.class);
        assertThat(world.node.apiKeys.of(user)).isEmpty();
    }

    @Test
    void aKeyOfOneProjectOpensOnlyThatAndMakesNoKeys() {
        NewApiKey made = key(Optional.of("one"), Optional.empty());
        assertThat(made.key().onlyProject()).contains("one");
        WebUser acting = (WebUser) ((SignedIn) signIn(world.node, made.secret())).actor();
        assertThat(world.node.access.to(acting, "one")).isPresent();
        assertThat(world.node.access.to(acting, "two")).isEmpty();
        assertThatThrownBy(() ->
                        world.node.apiKeys.create(acting, new ApiKeyWish("wider", Optional.empty(), Optional.empty())))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.project("three", acting)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> key(Optional.of("elsewhere"), Optional.empty()))
                .hasMessage("PROJECT_UNKNOWN");
    }

    @Test
    void aKeyEndsOnItsDay() {
        NewApiKey made = key(Optional.empty(), Optional.of(world.clock.instant().plusSeconds(60)));
        assertThat(signIn(world.node, made.secret())).isInstanceOf(SignedIn.class);
        world.clock.pass(Duration.ofSeconds(60));
        assertThat(signIn(world.node, made.secret())).isInstanceOf(WrongCredentials.class);
        assertThatThrownBy(() -> key(Optional.empty(), Optional.of(world.clock.instant())))
                .hasMessage("EXPIRY_PAST");
    }

    @Test
    void useOfAKeyIsWrittenDownAtMostEveryHalfMinute() {
        String secret = key(Optional.empty(), Optional.empty()).secret();
        signIn(world.node, secret);
        var first = world.node.apiKeys.of(user).getFirst().lastUsedAt();
        assertThat(first).isPresent();
        world.clock.pass(Duration.ofSeconds(20));
        signIn(world.node, secret);
        assertThat(world.node.apiKeys.of(user).getFirst().lastUsedAt()).isEqualTo(first);
        world.clock.pass(Duration.ofSeconds(20));
        signIn(world.node, secret);
        assertThat(world.node.apiKeys.of(user).getFirst().lastUsedAt()).isNotEqualTo(first);
    }

    @Test
    void aSessionLivesWhileItIsUsed() {
        String token = world.node.sessions.open(user, "");
        for (int week = 0; week < 4; week++) {
            world.clock.pass(Duration.ofDays(7));
            assertThat(world.node.sessions.holder(token)).contains(user);
        }
        world.clock.pass(Duration.ofDays(14));
        assertThat(world.node.sessions.holder(token)).isEmpty();
    }

    @Test
    void aSessionEndsWhenItIsClosedAndWhenThePasswordChanges() {
        String closed = world.node.sessions.open(user, "");
        String kept = world.node.sessions.open(user, "");
        Node other = world.anotherNode();
        assertThat(other.sessions.holder(closed)).contains(user);
        world.node.sessions.close(closed, user, "");
        assertThat(world.node.sessions.holder(closed)).isEmpty();
        assertThat(world.node.sessions.holder(kept)).contains(user);
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(other.sessions.holder(closed)).isEmpty();
        world.node.webUsers.changePassword(user, PASSWORD, "quite-another-1");
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(world.node.sessions.holder(kept)).isEmpty();
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        String one = world.node.sessions.open(user, "");
        String two = world.node.sessions.open(user, "");
        world.node.sessions.closeAll(user, "");
        assertThat(world.node.sessions.holder(one)).isEmpty();
        assertThat(world.node.sessions.holder(two)).isEmpty();
        assertThat(world.node.sessions.holder("")).isEmpty();
    }

    @Test
    void theFirstAdministratorIsMadeOnce() {
        assertThat(world.node.firstStart.ensureAdmin("admin@example.org", ""))
                .hasValueSatisfying(
                        made -> assertThat(world.node.signIn.anywhere(made, "")).isInstanceOf(SignedIn.class));
        assertThat(world.node.firstStart.ensureAdmin("Admin@example.org", PASSWORD))
                .isEmpty();
        assertThatThrownBy(() -> world.node.firstStart.ensureAdmin("b@example.org", "xb@example.orgx"))
                .hasMessage("PASSWORD_CONTAINS_USERNAME");
    }

    private NewApiKey key(Optional<String> project, Optional<java.time.Instant> end) {
        return world.node.apiKeys.create(user, new ApiKeyWish("ci", project, end));
    }

    private static SignInResult signIn(Node node, String secret) {
        return node.apiKeys.signIn(new Credentials("dev@example.org", secret));
    }
}

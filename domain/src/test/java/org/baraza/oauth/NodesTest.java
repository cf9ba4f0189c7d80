// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.credentials.Secrets;
import org.baraza.oauth.Application.Kind;
import org.baraza.oauth.Grant.Flow;
import org.baraza.oauth.Grant.Secret;
import org.baraza.testing.Node;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one node grants or ends is so on every node within five seconds. */
final class NodesTest {
    private final World world = new World();
    private Node other;
    private WebUser user;
    private String clientId = "";

    @BeforeEach
    void twoNodesAndAProgram() {
        other = world.anotherNode();
        user = world.webUser("amina@example.org");
        clientId = world.node
                .applications
                .register(
                        user,
                        new ApplicationWish(
                                Kind.PUBLIC,
                                "Field reports",
                                List.of("https://app.example.org/"),
                                Set.of("access_apis"),
                                Optional.empty(),
                                Optional.empty()))
                .application()
                .clientId();
        world.node.consents.agree(user.userId(), clientId, Set.of("access_apis"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Grant grant(UUID id, int version, String access, String refresh) {
        Instant now = world.clock.instant();
        return new Grant(
                id,
                clientId,
                user.userId(),
                world.node.webUsers.standing(user.userId()).orElseThrow().version(),
                now,
                version,
                Flow.AUTHORIZATION_CODE,
                Set.of("access_apis"),
                Optional.empty(),
                Optional.of("{}"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(secret(access, Duration.ofMinutes(15))),
                Set.of("access_apis"),
                Optional.of(secret(refresh, Duration.ofDays(15))));
    }

    private Secret secret(String token, Duration life) {
        Instant now = world.clock.instant();
        return new Secret(Secrets.hexDigest(token), now, now.plus(life), false);
    }

    @Test
    void aTokenOfOneNodeIsGoodOnTheOtherUntilItIsRevoked() {
        world.node.grants.keep(grant(UUID.randomUUID(), 0, "access", "refresh"));
        assertThat(other.tokens.holder("access")).hasValueSatisfying(holder -> {
            assertThat(holder.user().userId()).isEqualTo(user.userId());
            assertThat(holder.user().inPerson()).isFalse();
            assertThat(holder.may(Scope.ACCESS_APIS)).isTrue();
            assertThat(holder.may(Scope.MOBILE_ACCESS)).isFalse();
        });
        assertThat(world.node.tokens.holder("access")).isPresent();
        world.node.consents.revoke(user, clientId);
        assertThat(world.node.tokens.holder("access")).as("here at once").isEmpty();
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(other.tokens.holder("access")).isEmpty();
        assertThat(other.grants.find(Grant.Kind.REFRESH, "refresh")).isEmpty();
    }

    @Test
    void aTokenEndsWithItsTimeEvenWhereItIsRemembered() {
        world.node.grants.keep(grant(UUID.randomUUID(), 0, "access", "refresh"));
        world.clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(other.tokens.holder("access")).isPresent();
        world.clock.pass(Duration.ofSeconds(1));
        assertThat(other.tokens.holder("access")).isEmpty();
        assertThat(other.grants.find(Grant.Kind.REFRESH, "refresh")).isPresent();
        world.clock.pass(Duration.ofDays(15));
        assertThat(other.grants.find(Grant.Kind.REFRESH, "refresh")).isEmpty();
    }

    @Test
    void ofTwoNodesThatRefreshWithOneTokenOnlyOneDoesAndTheGrantEnds() {
        UUID id = UUID.randomUUID();
        world.node.grants.keep(grant(id, 0, "access", "refresh"));
        assertThat(world.node.grants.keep(grant(id, 1, "access-a", "refresh-a")))
                .isTrue();
        assertThat(other.grants.keep(grant(id, 1, "access-b", "refresh-b"))).isFalse();
        assertThat(world.node.tokens.holder("access-a")).isEmpty();
        assertThat(other.tokens.holder("access-b")).isEmpty();
    }

    @Test
    void aSpentRefreshTokenEndsTheGrantWhereverItIsShown() {
        UUID id = UUID.randomUUID();
        world.node.grants.keep(grant(id, 0, "access", "refresh"));
        world.node.grants.keep(grant(id, 1, "access-2", "refresh-2"));
        assertThat(other.grants.find(Grant.Kind.REFRESH, "refresh")).isEmpty();
        assertThat(world.node.grants.find(Grant.Kind.REFRESH, "refresh-2")).isEmpty();
        assertThat(other.tokens.holder("access-2")).isEmpty();
    }

    @Test
    void keysAreTheSameEverywhereAndKnownBeforeTheySign() {
        SigningKey first = world.node.signingKeys.current();
        assertThat(other.signingKeys.current().keyId()).isEqualTo(first.keyId());
        assertThat(other.signingKeys.current().privateKey()).isEqualTo(first.privateKey());
        world.clock.pass(Duration.ofDays(89).plusSeconds(1));
        assertThat(world.node.signingKeys.current().keyId()).isEqualTo(first.keyId());
        assertThat(other.signingKeys.published()).hasSize(2);
        world.clock.pass(Duration.ofDays(1));
        SigningKey second = other.signingKeys.current();
        assertThat(second.keyId()).isNotEqualTo(first.keyId());
        assertThat(world.node.signingKeys.current().keyId()).isEqualTo(second.keyId());
        assertThat(world.node.signingKeys.published())
                .extracting(SigningKey::keyId)
                .as("what the first signed may still be shown")
                .contains(first.keyId());
        world.clock.pass(Duration.ofDays(8));
        assertThat(world.node.signingKeys.published())
                .extracting(SigningKey::keyId)
                .containsExactly(second.keyId());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.World.PASSWORD;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.SignInResult.SignedIn;
import org.baraza.identity.SignInResult.WrongCredentials;
import org.baraza.identity.credentials.Secrets;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
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
        assertThat(keys(user)).isEmpty();
    }

    @Test
    void keysComeInPagesOldestFirstWithoutThoseThatWereRevoked() {
        for (String name : List.of("a", "b", "gone", "c")) {
            NewApiKey made = world.node.apiKeys.create(user, new ApiKeyWish(name, Optional.empty(), Optional.empty()));
            if (name.equals("gone")) {
                world.node.apiKeys.revoke(user, made.key().keyId());
            }
        }
        Page<ApiKey> first = world.node.apiKeys.of(user, new PageRequest(2, "", true));
        assertThat(first.items()).extracting(ApiKey::name).containsExactly("a", "b");
        assertThat(first.more()).isTrue();
        assertThat(first.total()).hasValue(3);
        Page<ApiKey> last = world.node.apiKeys.of(
                user, new PageRequest(2, first.items().getLast().cursor(), false));
        assertThat(last.items()).extracting(ApiKey::name).containsExactly("c");
        assertThat(last.more()).isFalse();
        assertThatThrownBy(() -> world.node.apiKeys.of(user, new PageRequest(2, "nonsense", false)))
                .hasMessage("CURSOR_INVALID");
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
    void aKeyIsTakenFromItsAddressesOnly() {
        WebUser owner = user;
        String secret = world.node
                .apiKeys
                .create(
                        owner,
                        new ApiKeyWish(
                                "office",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of("192.0.2.0/28", " 2001:db8::1 ")))
                .secret();
        assertThat(signIn(world.node, secret, "192.0.2.7")).isInstanceOf(SignedIn.class);
        assertThat(signIn(world.node, secret, "2001:db8:0:0:0:0:0:1")).isInstanceOf(SignedIn.class);
        for (String elsewhere : List.of("192.0.2.16", "2001:db8::2", "", "office.example")) {
            assertThat(signIn(world.node, secret, elsewhere)).as(elsewhere).isInstanceOf(WrongCredentials.class);
        }
        assertThat(keys(user).getFirst().allowedAddresses()).containsExactly("192.0.2.0/28", "2001:db8:0:0:0:0:0:1");
        assertThatThrownBy(() -> world.node.apiKeys.create(
                        owner,
                        new ApiKeyWish(
                                "bad",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of("office.example"))))
                .hasMessage("ADDRESS_INVALID");
    }

    @Test
    void useFromAWrongAddressIsNoUse() {
        String secret = world.node
                .apiKeys
                .create(
                        user,
                        new ApiKeyWish(
                                "office", Optional.empty(), Optional.empty(), Optional.empty(), List.of("192.0.2.7")))
                .secret();
        signIn(world.node, secret, "192.0.2.8");
        assertThat(keys(user).getFirst().lastUsedAt()).isEmpty();
    }

    @Test
    void aKeyRestsAndWorksAgain() {
        NewApiKey made = key(Optional.empty(), Optional.empty());
        Node other = world.anotherNode();
        assertThat(signIn(other, made.secret())).isInstanceOf(SignedIn.class);
        assertThat(world.node.apiKeys.setActive(user, made.key().keyId(), false).active())
                .isFalse();
        assertThat(signIn(world.node, made.secret())).isInstanceOf(WrongCredentials.class);
        world.clock.pass(Duration.ofSeconds(5));
        assertThat(signIn(other, made.secret())).isInstanceOf(WrongCredentials.class);
        assertThat(world.node.apiKeys.setActive(user, made.key().keyId(), true).active())
                .isTrue();
        assertThat(signIn(world.node, made.secret())).isInstanceOf(SignedIn.class);
        world.node.apiKeys.revoke(user, made.key().keyId());
        assertThatThrownBy(() -> world.node.apiKeys.setActive(user, made.key().keyId(), true))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aKeyActsWithItsRoleAndNeverWithMoreThanItsOwner() {
        ProjectAccess admin = world.node.access.to(user, "one").orElseThrow();
        WebUser member = world.webUser("member@example.org");
        Role reader = role(admin, "Reader", false, Permission.VIEW_REPORTS, Permission.EDIT_DATA);
        Role own = role(admin, "Own", false, Permission.VIEW_REPORTS, Permission.ACCESS_ALL_LOCATIONS);
        world.in(admin, () -> {
            world.node.members.put(admin, member.username(), "Own");
            return own;
        });
        ProjectAccess byKey = acting(user, keyAs(user, reader)).orElseThrow();
        assertThat(byKey.isAdmin()).isFalse();
        assertThat(byKey.roleName()).isEqualTo("Reader");
        assertThat(byKey.permissions()).containsExactlyInAnyOrder(Permission.VIEW_REPORTS, Permission.EDIT_DATA);
        assertThatThrownBy(() -> keyAs(member, reader)).hasMessage("ROLE_UNKNOWN");
        Role open = role(admin, "Open", true, Permission.VIEW_REPORTS, Permission.EDIT_DATA);
        NewApiKey hers = keyAs(member, open);
        assertThat(acting(member, hers).orElseThrow().permissions()).containsExactly(Permission.VIEW_REPORTS);
        assertThat(keys(member).getFirst().roleName()).contains("Open");
        world.in(admin, () -> world.node.roles.setArchived(admin, open.roleId(), true));
        assertThat(acting(member, hers)).as("with an archived role").isEmpty();
    }

    private Role role(ProjectAccess admin, String name, boolean nonAdminEditable, Permission... permissions) {
        return world.in(
                admin,
                () -> world.node.roles.create(
                        admin, new RoleWish(name, Set.of(permissions), nonAdminEditable, List.of())));
    }

    private NewApiKey keyAs(WebUser owner, Role role) {
        return world.node.apiKeys.create(
                owner,
                new ApiKeyWish("k", Optional.of("one"), Optional.empty(), Optional.of(role.roleId()), List.of()));
    }

    private Optional<ProjectAccess> acting(WebUser owner, NewApiKey key) {
        var result = world.node.apiKeys.signIn(new Credentials(owner.username(), key.secret()), "192.0.2.7");
        return world.node.access.to(((SignedIn) result).actor(), "one");
    }

    @Test
    void useOfAKeyIsWrittenDownAtMostEveryHalfMinute() {
        String secret = key(Optional.empty(), Optional.empty()).secret();
        signIn(world.node, secret);
        var first = keys(user).getFirst().lastUsedAt();
        assertThat(first).isPresent();
        world.clock.pass(Duration.ofSeconds(20));
        signIn(world.node, secret);
        assertThat(keys(user).getFirst().lastUsedAt()).isEqualTo(first);
        world.clock.pass(Duration.ofSeconds(20));
        signIn(world.node, secret);
        assertThat(keys(user).getFirst().lastUsedAt()).isNotEqualTo(first);
    }

    @Test
    void aSessionLivesWhileItIsUsed() {
        String token = world.node.sessions.open(user, "", "");
        for (int week = 0; week < 4; week++) {
            world.clock.pass(Duration.ofDays(7));
            assertThat(world.node.sessions.holder(token)).contains(user);
        }
        world.clock.pass(Duration.ofDays(14));
        assertThat(world.node.sessions.holder(token)).isEmpty();
    }

    @Test
    void aSessionEndsWhenItIsClosedAndWhenThePasswordChanges() {
        String closed = world.node.sessions.open(user, "", "");
        String kept = world.node.sessions.open(user, "", "");
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
        String one = world.node.sessions.open(user, "", "");
        String two = world.node.sessions.open(user, "", "");
        world.node.sessions.closeAll(user, "");
        assertThat(world.node.sessions.holder(one)).isEmpty();
        assertThat(world.node.sessions.holder(two)).isEmpty();
        assertThat(world.node.sessions.holder("")).isEmpty();
    }

    @Test
    void somebodySeesWhereSheIsSignedInAndEndsOneOrAllOthers() {
        String here = world.node.sessions.open(user, "203.0.113.1", "Firefox");
        world.clock.pass(Duration.ofMinutes(1));
        String phone = world.node.sessions.open(user, "203.0.113.2", "x".repeat(1_000));
        world.clock.pass(Duration.ofMinutes(1));
        String work = world.node.sessions.open(user, "203.0.113.3", "");
        WebUser other = world.webUser("somebody-else@example.org");
        String theirs = world.node.sessions.open(other, "203.0.113.4", "");
        Arrival arrival = new Arrival("203.0.113.1", Arrival.Proof.SESSION, Secrets.hexDigest(here));

        List<OwnSession> all = world.node.sessions.of(user, arrival);
        assertThat(all).extracting(OwnSession::address).containsExactly("203.0.113.3", "203.0.113.2", "203.0.113.1");
        assertThat(all).extracting(OwnSession::current).containsExactly(false, false, true);
        assertThat(all.get(1).agent()).hasSize(400);
        assertThat(all.getLast().agent()).isEqualTo("Firefox");

        UUID notHers = UUID.fromString(
                world.node.sessions.of(other, arrival).getFirst().sessionId());
        assertThat(world.node.sessions.end(user, notHers, "")).isZero();
        assertThat(world.node.sessions.holder(theirs)).contains(other);
        assertThat(world.node.sessions.end(user, UUID.fromString(all.getFirst().sessionId()), ""))
                .isOne();
        assertThat(world.node.sessions.holder(work)).isEmpty();
        assertThat(world.node.sessions.endOthers(user, arrival)).isOne();
        assertThat(world.node.sessions.holder(phone)).isEmpty();
        assertThat(world.node.sessions.holder(here)).contains(user);
        assertThat(world.node.sessions.endOthers(user, arrival)).isZero();
        assertThat(world.node.sessions.holder(theirs)).contains(other);
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

    private List<ApiKey> keys(WebUser owner) {
        return world.node.apiKeys.of(owner, PageRequest.first(50)).items();
    }

    private NewApiKey key(Optional<String> project, Optional<java.time.Instant> end) {
        return world.node.apiKeys.create(user, new ApiKeyWish("ci", project, end));
    }

    private static SignInResult signIn(Node node, String secret) {
        return signIn(node, secret, "192.0.2.7");
    }

    private static SignInResult signIn(Node node, String secret, String address) {
        return node.apiKeys.signIn(new Credentials("dev@example.org", secret), address);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.baraza.testing.World.PASSWORD;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.TwoFactor.Verdict;
import org.baraza.identity.credentials.OneTimeCodes;
import org.baraza.identity.credentials.Secrets;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.testing.Authenticator;
import org.baraza.testing.SecurityWishes;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoFactorTest {
    private static final Arrival HERE = new Arrival("192.0.2.7", Arrival.Proof.SESSION);

    private final World world = new World();
    private int people;
    private WebUser user;

    @BeforeEach
    void somebody() {
        user = world.webUser("user-" + ++people + "@example.org");
    }

    @AfterAll
    void close() {
        world.close();
    }

    private TwoFactor twoFactor() {
        return world.node.twoFactor;
    }

    private Authenticator turnedOn(WebUser who) {
        return Authenticator.turnedOn(twoFactor(), who, world.clock);
    }

    @Test
    void codesAreThoseOfTheStandard() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(OneTimeCodes.at(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(OneTimeCodes.at(secret, Instant.ofEpochSecond(1_111_111_109)))
                .isEqualTo("081804");
        assertThat(OneTimeCodes.at(secret, Instant.ofEpochSecond(20_000_000_000L)))
                .isEqualTo("353130");
        assertThat(OneTimeCodes.base32(secret)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(OneTimeCodes.base32(new byte[] {'f'})).isEqualTo("MY");
    }

    @Test
    void itIsOnOnceACodeOfThePhoneWasSeen() {
        TwoFactor.Enrolment made = twoFactor().begin(user);
        assertThat(URI.create(made.uri()).getQuery()).contains("secret=" + made.secret(), "issuer=Baraza");
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(twoFactor().isOn(user.userId())).isFalse();
        Authenticator phone = new Authenticator(made.secret(), world.clock);
        assertThatThrownBy(() -> twoFactor().confirm(user, phone.wrong(), HERE)).hasMessage("CODE_WRONG");
        assertThat(twoFactor().isOn(user.userId())).isFalse();
        assertThat(twoFactor().confirm(user, phone.code(), HERE)).hasSize(10).doesNotHaveDuplicates();
        assertThat(twoFactor().isOn(user.userId())).isTrue();
        assertThat(twoFactor().recoveryCodesLeft(user)).isEqualTo(10);
        assertThatThrownBy(() -> twoFactor().begin(user)).hasMessage("TWO_FACTOR_ON");
    }

    @Test
    void aCodeCountsOnceAndOneBeforeItNoMore() {
        Authenticator phone = turnedOn(user);
        String before = phone.code();
        world.clock.pass(Duration.ofSeconds(30));
        String code = phone.code();
        assertThat(check(code)).isInstanceOf(Verdict.Right.class);
        assertThat(check(code)).isInstanceOf(Verdict.Wrong.class);
        assertThat(check(before)).isInstanceOf(Verdict.Wrong.class);
        world.clock.pass(Duration.ofSeconds(30));
        assertThat(check(phone.code())).isInstanceOf(Verdict.Right.class);
    }

    @Test
    void aClockMayBeAStepOffAndNoMore() {
        Authenticator phone = turnedOn(user);
        world.clock.pass(Duration.ofSeconds(90));
        String code = phone.code();
        world.clock.pass(Duration.ofSeconds(60));
        assertThat(check(code)).isInstanceOf(Verdict.Wrong.class);
        String late = phone.code();
        world.clock.pass(Duration.ofSeconds(30));
        assertThat(check(late)).isInstanceOf(Verdict.Right.class);
    }

    @Test
    void fiveWrongCodesLockAlsoTheRightOne() {
        Authenticator phone = turnedOn(user);
        world.clock.pass(Duration.ofSeconds(30));
        for (int guess = 0; guess < 5; guess++) {
            assertThat(check(phone.wrong())).isInstanceOf(Verdict.Wrong.class);
        }
        assertThat(check(phone.code())).isInstanceOf(Verdict.LockedOut.class);
        world.clock.pass(Duration.ofMinutes(15));
        assertThat(check(phone.code())).isInstanceOf(Verdict.Right.class);
    }

    @Test
    void aRecoveryCodeCountsOnceHoweverItIsTyped() {
        List<String> codes = Authenticator.recoveryCodes(twoFactor(), user, world.clock);
        assertThat(check(codes.getFirst().toUpperCase(Locale.ROOT).replace("-", " ")))
                .isInstanceOf(Verdict.Right.class);
        assertThat(check(codes.getFirst())).isInstanceOf(Verdict.Wrong.class);
        assertThat(twoFactor().recoveryCodesLeft(user)).isEqualTo(9);
        List<String> others = twoFactor().newRecoveryCodes(user, HERE);
        assertThat(check(codes.get(1))).isInstanceOf(Verdict.Wrong.class);
        assertThat(check(others.getFirst())).isInstanceOf(Verdict.Right.class);
    }

    @Test
    void turningItOnEndsTheOtherSessions() {
        String here = world.node.sessions.open(user, "", "");
        String elsewhere = world.node.sessions.open(user, "", "");
        TwoFactor.Enrolment made = twoFactor().begin(user);
        var arrival = new Arrival("192.0.2.7", Arrival.Proof.SESSION, Secrets.hexDigest(here));
        twoFactor().confirm(user, new Authenticator(made.secret(), world.clock).code(), arrival);
        assertThat(world.anotherNode().sessions.holder(here)).contains(user);
        assertThat(world.anotherNode().sessions.holder(elsewhere)).isEmpty();
    }

    @Test
    void itIsTurnedOffForWhoeverKnowsThePassword() {
        turnedOn(user);
        assertThatThrownBy(() -> world.node.passwordProof.require(user, "not-the-password", HERE))
                .hasMessage("PASSWORD_WRONG");
        world.node.passwordProof.require(user, PASSWORD, HERE);
        twoFactor().turnOff(user, HERE);
        assertThat(twoFactor().isOn(user.userId())).isFalse();
        assertThat(twoFactor().recoveryCodesLeft(user)).isZero();
    }

    @Test
    void aProjectMayAskForItAndLetsNobodyInWithout() {
        ProjectAccess admin = world.project("careful-" + people, user);
        WebUser member = world.webUser("member-" + people + "@example.org");
        world.in(admin, () -> {
            world.node.members.put(admin, member.username(), "Read Only");
            return true;
        });
        SecurityWish wish = SecurityWishes.twoFactor(true);
        assertThatThrownBy(() -> world.in(admin, () -> world.node.security.update(admin, HERE, wish)))
                .hasMessage("OWN_TWO_FACTOR_MISSING");
        turnedOn(user);
        world.in(admin, () -> world.node.security.update(admin, HERE, wish));
        assertThat(twoFactor().wantedBy(member)).containsExactly("careful-" + people);
        assertThat(twoFactor().wantedBy(user)).isEmpty();
        ProjectAccess hers = world.node.access.to(member, admin.projectName()).orElseThrow();
        assertThat(refusal(hers, Arrival.Proof.SESSION)).isEqualTo("TWO_FACTOR_REQUIRED");
        assertThat(refusal(hers, Arrival.Proof.PASSWORD)).isEqualTo("TWO_FACTOR_REQUIRED");
        assertThat(refusal(hers, Arrival.Proof.KEY)).isEmpty();
        assertThat(refusal(admin, Arrival.Proof.SESSION)).isEmpty();
        turnedOn(member);
        assertThat(refusal(hers, Arrival.Proof.SESSION)).isEmpty();
    }

    @Test
    void anAdministratorOfAllHerProjectsHelpsWhoLostHerPhone() {
        ProjectAccess admin = world.project("helpful-" + people, user);
        WebUser member = world.webUser("lost-" + people + "@example.org");
        world.in(admin, () -> {
            world.node.members.put(admin, member.username(), "Read Only");
            return true;
        });
        turnedOn(member);
        ProjectAccess hers = world.node.access.to(member, admin.projectName()).orElseThrow();
        assertThatThrownBy(() -> reset(hers, user)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reset(admin, user)).hasMessage("OWN_ACCOUNT");
        WebUser stranger = world.webUser("stranger-" + people + "@example.org");
        assertThatThrownBy(() -> reset(admin, stranger)).hasMessage("NOT_FOUND");
        ProjectAccess elsewhere = world.project("elsewhere-" + people, stranger);
        world.in(elsewhere, () -> {
            world.node.members.put(elsewhere, member.username(), "Read Only");
            return true;
        });
        assertThatThrownBy(() -> reset(admin, member)).hasMessage("MEMBER_ELSEWHERE");
        assertThat(twoFactor().isOn(member.userId())).isTrue();
        world.in(
                elsewhere,
                () -> world.node.members.edit(elsewhere, member.userId(), List.of(new MemberChange.Let(false))));
        reset(admin, member);
        assertThat(twoFactor().isOn(member.userId())).isFalse();
    }

    private void reset(ProjectAccess who, WebUser member) {
        world.in(who, () -> {
            world.node.memberSecurity.resetTwoFactor(who, member.userId());
            return true;
        });
    }

    private String refusal(ProjectAccess who, Arrival.Proof proof) {
        return world.node
                .entryRules
                .refusal(who, new Arrival("192.0.2.7", proof))
                .map(Problem.Barred::code)
                .orElse("");
    }

    private Verdict check(String code) {
        return twoFactor().check(user, code, "192.0.2.7");
    }
}

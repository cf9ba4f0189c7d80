// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.baraza.identity.Actor.WebUser;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.baraza.testing.SecurityWishes;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EntryRulesTest {
    private static final Arrival OFFICE = new Arrival("192.0.2.7", Arrival.Proof.SESSION);

    private final World world = new World();
    private final WebUser admin = world.webUser("admin@example.org");
    private int projects;
    private ProjectAccess here;

    @BeforeEach
    void aProjectOfItsOwn() {
        here = world.project("place-" + ++projects, admin);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void withoutListsEverybodyIsLetInFromAnywhere() {
        assertThat(refusal("203.0.113.9")).isEmpty();
        assertThat(refusal("")).isEmpty();
    }

    @Test
    void onlyAllowedAddressesAreLetInAndDeniedOnesNever() {
        update(SecurityWishes.networks(List.of("192.0.2.0/24", "2001:db8::/32"), List.of("192.0.2.66")));
        assertThat(refusal("192.0.2.7")).isEmpty();
        assertThat(refusal("2001:db8:1::5")).isEmpty();
        assertThat(refusal("192.0.2.66")).isEqualTo("ADDRESS_REFUSED");
        assertThat(refusal("192.0.3.1")).isEqualTo("ADDRESS_REFUSED");
        assertThat(refusal("2001:db9::1")).isEqualTo("ADDRESS_REFUSED");
        assertThat(refusal("")).isEqualTo("ADDRESS_REFUSED");
    }

    @Test
    void theListsOfOneProjectAreNoneOfAnother() {
        ProjectAccess other = world.project("other-" + projects, admin);
        update(SecurityWishes.networks(List.of("192.0.2.0/24"), List.of()));
        assertThat(world.node.entryRules.refusal(other, new Arrival("203.0.113.9", Arrival.Proof.SESSION)))
                .isEmpty();
    }

    @Test
    void nobodyShutsHerselfOut() {
        assertThatThrownBy(() -> update(SecurityWishes.networks(List.of("203.0.113.0/24"), List.of())))
                .hasMessage("OWN_ADDRESS_REFUSED");
        assertThatThrownBy(() -> update(SecurityWishes.networks(List.of(), List.of("192.0.2.0/30", "192.0.2.4/30"))))
                .hasMessage("OWN_ADDRESS_REFUSED");
        assertThatThrownBy(() -> update(SecurityWishes.networks(List.of("office.example"), List.of())))
                .hasMessage("ADDRESS_INVALID");
        assertThat(refusal("192.0.2.7")).isEmpty();
    }

    @Test
    void onlyAdministratorsChangeThemAndTheBookTellsWhat() {
        WebUser member = world.webUser("member-" + projects + "@example.org");
        world.in(here, () -> {
            world.node.members.put(here, member.username(), "App Editor");
            return true;
        });
        ProjectAccess hers = world.node.access.to(member, here.projectName()).orElseThrow();
        assertThatThrownBy(() ->
                        world.in(hers, () -> world.node.security.update(hers, OFFICE, SecurityWishes.twoFactor(false))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> world.in(hers, () -> world.node.security.settings(hers)))
                .isInstanceOf(Refused.class);
        update(SecurityWishes.networks(List.of("192.0.2.7"), List.of()));
        AuditQuery newest = new AuditQuery(null, null, null, null, null, PageRequest.first(1));
        assertThat(world.in(
                                here,
                                () -> new AuditLog(world.transactions)
                                        .list(here, newest)
                                        .items()
                                        .getFirst())
                        .detail())
                .containsOnly(
                        entry("allowed_addresses", "192.0.2.7"),
                        entry("old.allowed_addresses", ""),
                        entry("new.allowed_addresses", "192.0.2.7"));
    }

    @Test
    void sessionsEndAsTheStrictestOfTheProjectsSays() {
        ProjectAccess strict = world.project("strict-" + projects, admin);
        String token = world.node.sessions.open(admin, "", "");
        assertThat(world.node.sessions.idle(token)).contains(Duration.ofDays(14));
        update(SecurityWishes.sessions(true, Optional.of(60)));
        assertThat(world.node.sessions.idle(token)).contains(Duration.ofMinutes(60));
        world.in(
                strict,
                () -> world.node.security.update(strict, OFFICE, SecurityWishes.sessions(true, Optional.empty())));
        assertThat(world.node.sessions.idle(token)).contains(Duration.ofMinutes(30));
        world.clock.pass(Duration.ofMinutes(11));
        assertThat(world.node.sessions.holder(token)).contains(admin);
        for (int use = 0; use < 4; use++) {
            world.clock.pass(Duration.ofMinutes(25));
            assertThat(world.node.sessions.holder(token)).as("in use").contains(admin);
        }
        world.clock.pass(Duration.ofMinutes(30));
        assertThat(world.node.sessions.holder(token)).isEmpty();
        assertThatThrownBy(() -> update(SecurityWishes.sessions(true, Optional.of(2))))
                .hasMessage("MINUTES_INVALID");
        world.in(
                strict,
                () -> world.node.security.update(strict, OFFICE, SecurityWishes.sessions(false, Optional.empty())));
    }

    private SecuritySettings update(SecurityWish wish) {
        return world.in(here, () -> world.node.security.update(here, OFFICE, wish));
    }

    private String refusal(String address) {
        return world.node
                .entryRules
                .refusal(here, new Arrival(address, Arrival.Proof.SESSION))
                .map(Problem.Barred::code)
                .orElse("");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.baraza.claims.Claim;
import org.baraza.claims.ClaimOutcome;
import org.baraza.claims.ClaimQuery;
import org.baraza.claims.Claims;
import org.baraza.forms.ServerForm.User;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.phone.Phone;
import org.baraza.problem.Refused;
import org.baraza.testing.FormXml;
import org.baraza.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A claim brings a case of others to a phone, and its end takes it away again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimedCasesTest {
    private final World world = new World();
    private SyncField field;
    private Claims claims;
    private ProjectAccess admin;
    private int workers;

    @BeforeAll
    void open(@TempDir Path spools) {
        field = new SyncField(world, spools);
        claims = new Claims(world.transactions, field.work.cases, field.work.serverForms, world.clock);
        admin = world.project("claims", world.webUser("admin@example.org"));
        field.work.submit(
                admin,
                FormXml.visit("first", "u-other")
                        .creates("host", "person", "Asha", "u-other")
                        .creates("second", "person", "Juma", "u-other")
                        .creates("guest", "person", "Zawadi", "u-other")
                        .creates("home", "household", "Wafula", "u-other")
                        .links("guest", "parent", "household", "home"));
    }

    @AfterAll
    void close() {
        world.close();
    }

    /** Somebody with a phone that has synced. */
    private final class Holder {
        final ProjectAccess access = field.worker(admin, "worker" + workers++);
        final Phone phone = new Phone(access.actor().userId());

        Holder() {
            sync();
        }

        void sync() {
            var answer = field.sync(
                    access,
                    "d",
                    phone.token().orElse(null),
                    phone.token().map(_ -> phone.state()).orElse(null));
            phone.take(answer.payload().orElseThrow());
        }

        ClaimOutcome claims(String... caseIds) {
            return world.in(
                    access,
                    () -> claims.claim(
                            access,
                            User.of(access.actor()),
                            List.of(caseIds),
                            phone.token().orElse(null)));
        }

        List<Claim> held() {
            return world.in(
                    admin,
                    () -> claims.lists(
                                    admin, List.of(new ClaimQuery(access.actor().userId(), PageRequest.first(10))))
                            .getFirst()
                            .items());
        }
    }

    @Test
    void theNextSyncBringsTheCaseAndWhatItPointsTo() {
        Holder amina = new Holder();
        assertThat(amina.phone.ids()).isEmpty();

        assertThat(amina.claims("guest")).isInstanceOf(ClaimOutcome.Claimed.class);
        amina.sync();

        Claim claim = amina.held().getFirst();
        assertThat(amina.phone.ids()).containsExactlyInAnyOrder("guest", "home", claim.claimId());
        assertThat(amina.phone.idsAfterPurging()).isEqualTo(amina.phone.ids());
        assertThat(claim.caseId()).isEqualTo("guest");
    }

    @Test
    void whoClaimsTwiceHoldsOneClaim() {
        Holder amina = new Holder();
        amina.claims("host", "second", "host");
        amina.claims("second", "host");
        assertThat(amina.held()).hasSize(2);
    }

    @Test
    void alsoWhoClaimsManyTimesAtOnce() throws Exception {
        Holder amina = new Holder();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> amina.claims("host")))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isInstanceOf(ClaimOutcome.Claimed.class);
            }
        }
        assertThat(amina.held()).hasSize(1);
    }

    @Test
    void aPhoneThatHasTheCaseAsItIsNeedNotSync() {
        Holder amina = new Holder();
        amina.claims("host");
        assertThat(amina.claims("host")).isInstanceOf(ClaimOutcome.Claimed.class);
        amina.sync();
        assertThat(amina.claims("host")).isInstanceOf(ClaimOutcome.OnThePhone.class);
        assertThat(amina.claims("host", "second")).isInstanceOf(ClaimOutcome.Claimed.class);

        field.work.submit(admin, FormXml.visit("change-" + workers, "u-other").updates("host", "n", "" + workers));
        assertThat(amina.claims("host")).isInstanceOf(ClaimOutcome.Claimed.class);
        amina.sync();
        assertThat(amina.claims("host")).isInstanceOf(ClaimOutcome.OnThePhone.class);

        field.work.submit(
                amina.access,
                FormXml.visit("own-" + workers, amina.access.actor().userId())
                        .updates("host", "n", "own")
                        .text(),
                amina.phone.token().orElseThrow());
        assertThat(amina.claims("host")).isInstanceOf(ClaimOutcome.OnThePhone.class);
    }

    @Test
    void aReleasedCaseLeavesThePhoneAndCanBeClaimedAnew() {
        Holder amina = new Holder();
        amina.claims("second");
        amina.sync();
        List<String> before = amina.held().stream().map(Claim::claimId).toList();

        world.clock.pass(Duration.ofMinutes(1));
        world.in(admin, () -> claims.release(admin, before));
        assertThat(amina.held()).isEmpty();

        assertThat(amina.claims("second")).isInstanceOf(ClaimOutcome.Claimed.class);
        assertThat(amina.held())
                .singleElement()
                .satisfies(claim -> assertThat(before).doesNotContain(claim.claimId()));
        world.in(
                admin,
                () -> claims.release(
                        admin, amina.held().stream().map(Claim::claimId).toList()));
        amina.sync();
        amina.phone.purge();
        assertThat(amina.phone.ids()).isEmpty();
    }

    @Test
    void onlyOpenClaimsAreReleased() {
        Holder amina = new Holder();
        amina.claims("host");
        String claimId = amina.held().getFirst().claimId();
        for (List<String> wrong : List.of(List.of("host"), List.of(claimId, "nobody"))) {
            assertThatThrownBy(() -> world.in(admin, () -> claims.release(admin, wrong)))
                    .isInstanceOf(Refused.class);
        }
        assertThat(amina.held()).hasSize(1);
    }

    @Test
    void aCaseThatIsNotThereCannotBeClaimedNorThoseBesideIt() {
        Holder amina = new Holder();
        assertThat(amina.claims("host", "nobody")).isEqualTo(new ClaimOutcome.Gone("nobody"));
        assertThat(amina.held()).isEmpty();
    }
}

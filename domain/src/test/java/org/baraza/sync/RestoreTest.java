// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.testing.TestDatabase;
import org.baraza.problem.Refused;
import org.baraza.sync.RestoreAnswer.Payload;
import org.baraza.sync.RestoreAnswer.StartOver;
import org.baraza.sync.testing.CheckedRestore;
import org.baraza.sync.testing.RestoreChecker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreTest {
    private static final String ME = "u-amina";
    private static final String OTHER = "u-brian";

    private final TestDatabase database = TestDatabase.fresh();
    private Path folder;
    private RestoreWorld world;
    private ProjectAccess amina;
    private int projects;

    @BeforeAll
    void open(@TempDir Path spools) {
        folder = spools;
        world = new RestoreWorld(database.settings(), folder);
    }

    @AfterAll
    void close() {
        world.close();
        database.close();
    }

    @BeforeEach
    void freshProject() {
        amina = world.projectWithWorker("project-" + ++projects);
    }

    @Nested
    class ThePayload {
        @Test
        void tellsThePhoneWhoItIs() {
            CheckedRestore restore = world.firstSync(amina);
            assertThat(restore.message()).isEqualTo("Successfully restored account amina!");
            assertThat(restore.username()).isEqualTo("amina");
            assertThat(restore.userId()).isEqualTo(ME);
            assertThat(restore.registeredOn()).isEqualTo("2024-01-31");
            assertThat(restore.userData())
                    .containsExactly(
                            Map.entry("age", "31"),
                            Map.entry("commcare_first_name", "Amina"),
                            Map.entry("commcare_last_name", "Juma"),
                            Map.entry("commcare_phone_number", "254700000001"),
                            Map.entry("commcare_project", amina.projectName()),
                            Map.entry("village", "Kisima & Mto"));
            assertThat(restore.groups()).isEmpty();
            assertThat(restore.items()).isEqualTo(4);
        }

        @Test
        void holdsACaseAsDevicesWantIt() {
            world.in(amina)
                    .with("c-0", OTHER, "{}")
                    .with("c-1", ME, "{\"weight\":\"3.1\",\"name_of_father\":\"<Juma> & co\",\"a\":null}")
                    .set("c-1", "external_id", "'x-1'")
                    .child("c-1", "parent", "c-0");
            assertThat(new String(world.payload(amina, RestoreWorld.FIRST), StandardCharsets.UTF_8))
                    .contains("<case xmlns=\"http://commcarehq.org/case/transaction/v2\" case_id=\"c-1\""
                            + " user_id=\"u-amina\" date_modified=\"2024-03-01T08:00:00.123456Z\">"
                            + "<create><case_type>mother</case_type><case_name>Name of c-1</case_name>"
                            + "<owner_id>u-amina</owner_id></create>"
                            + "<update><external_id>x-1</external_id><date_opened>2024-02-01</date_opened><a/>"
                            + "<name_of_father>&lt;Juma&gt; &amp; co</name_of_father><weight>3.1</weight></update>"
                            + "<index><parent case_type=\"mother\" relationship=\"child\">c-0</parent></index></case>");
        }

        @Test
        void countsItsElementsExactly() {
            world.in(amina)
                    .open("a", ME)
                    .open("b", ME)
                    .open("c", OTHER)
                    .stock("a", "stock", "p-1", "20")
                    .stock("a", "stock", "p-2", "-3")
                    .stock("a", "used", "p-1", "4.5")
                    .stock("c", "stock", "p-1", "7");
            CheckedRestore restore = world.firstSync(amina);
            assertThat(restore.items()).isEqualTo(8);
            assertThat(restore.stock()).isEqualTo(Map.of("a/stock/p-1", "20", "a/stock/p-2", "-3", "a/used/p-1", "4"));
            assertThat(restore.elements()).endsWith("balance", "balance", "case", "case");
        }

        @Test
        void saysNoCountUnlessAsked() {
            var request = new RestoreRequest(null, ME, null, null, false, false);
            assertThat(RestoreChecker.check(world.payload(amina, request)).items())
                    .isEqualTo(-1);
        }

        @Test
        void isTheSameCompressed() {
            world.in(amina).many(2_500, ME);
            var request = new RestoreRequest(null, ME, null, null, true, true);
            CheckedRestore restore = RestoreChecker.check(world.payload(amina, request));
            assertThat(restore.cases()).hasSize(2_500);
            assertThat(restore.items()).isEqualTo(2_504);
        }

        @Test
        void comesThroughWhateverACaseHolds() {
            world.in(amina)
                    .with(
                            "odd",
                            ME,
                            "{\"1st\":\"x\",\"two words\":\"x\",\"a:b\":\"x\",\"<\":\"x\",\"\":\"x\",\"fine\":\"\\u0001\","
                                    + "\"owner_id\":\"x\",\"nested\":{\"a\":[1]},\"number\":4.50,\"é\":\"y\"}")
                    .set("odd", "name", "repeat('😀', 200)")
                    .set("odd", "owner_id", "'u-amina'")
                    .set("odd", "modified_on", "null")
                    .set("odd", "modified_by", "null")
                    .set("odd", "opened_on", "null")
                    .open("host", "")
                    .set("host", "modified_by", "null")
                    .child("odd", "parent", "host");
            CheckedRestore restore = world.firstSync(amina);
            assertThat(restore.theCase("odd").properties())
                    .isEqualTo(Map.of("fine", "\uFFFD", "nested", "", "number", "4.50", "é", "y"));
            assertThat(restore.theCase("odd").name()).isEqualTo("😀".repeat(127));
            assertThat(restore.theCase("odd").ownerId()).isEqualTo(ME);
            assertThat(restore.theCase("host").ownerId()).isEqualTo("-");
        }

        @Test
        void namesTheLastEditorWhereNoOwnerIs() {
            world.in(amina).open("child", ME).open("host", "").child("child", "parent", "host");
            assertThat(world.firstSync(amina).theCase("host").ownerId()).isEqualTo(ME);
        }
    }

    @Nested
    class TheCaseload {
        @Test
        void isWhatTheWorkerOwnsAndWhatThatDependsOn() {
            world.in(amina)
                    .open("mine", ME)
                    .closed("done", ME)
                    .open("his", OTHER)
                    .closed("mother", OTHER)
                    .open("grandmother", OTHER)
                    .open("child", ME)
                    .child("child", "parent", "mother")
                    .child("mother", "parent", "grandmother")
                    .open("extension", "-")
                    .extension("extension", "host", "mine")
                    .open("second", "-")
                    .extension("second", "host", "extension")
                    .closed("over", ME)
                    .extension("over", "host", "mine")
                    .open("under", ME)
                    .extension("under", "host", "over");
            CheckedRestore restore = world.firstSync(amina);
            assertThat(restore.cases().keySet())
                    .containsExactlyInAnyOrder("mine", "mother", "grandmother", "child", "extension", "second");
            assertThat(restore.theCase("mother").closed()).isTrue();
        }

        @Test
        void leavesOutDeletedCasesAndLinksToThem() {
            world.in(amina)
                    .open("gone", ME)
                    .open("left", ME)
                    .child("left", "parent", "gone")
                    .set("gone", "deleted_on", "now()");
            CheckedRestore restore = world.firstSync(amina);
            assertThat(restore.cases().keySet()).containsExactly("left");
            assertThat(restore.theCase("left").links()).isEqualTo(Map.of("parent", ""));
        }

        @Test
        void sendsLinksEmptyThatADeviceCouldNotFollow() {
            world.in(amina)
                    .open("self", ME)
                    .extension("self", "me", "self")
                    .open("dangling", ME)
                    .child("dangling", "parent", "never-was")
                    .open("a", ME)
                    .open("b", OTHER)
                    .open("c", OTHER)
                    .child("a", "parent", "b")
                    .child("b", "parent", "a")
                    .child("b", "other", "c");
            CheckedRestore restore = world.firstSync(amina);
            assertThat(restore.cases().keySet()).containsExactlyInAnyOrder("self", "dangling", "a", "b", "c");
            assertThat(restore.theCase("self").links()).isEqualTo(Map.of("me", ""));
            assertThat(restore.theCase("dangling").links()).isEqualTo(Map.of("parent", ""));
            assertThat(restore.theCase("b").links()).isEqualTo(Map.of("parent", "", "other", "c"));
        }

        @Test
        void mentionsRemovedLinksOnlyToPhonesThatMayHaveThem() {
            world.in(amina).open("c", ME).child("c", "parent", "");
            CheckedRestore first = world.firstSync(amina);
            assertThat(first.theCase("c").links()).isEmpty();
            var again = new RestoreRequest(first.restoreId(), ME, null, null, true, false);
            CheckedRestore second = RestoreChecker.check(world.payload(amina, again));
            assertThat(second.theCase("c").links()).isEqualTo(Map.of("parent", ""));
        }

        @Test
        void neverHoldsAnythingOfAnotherProject() {
            ProjectAccess twin = world.projectWithWorker("twin-" + projects);
            world.in(amina).open("a", ME).open("shared-id", ME);
            world.in(twin)
                    .open("b", ME)
                    .open("shared-id", OTHER)
                    .extension("b", "host", "a")
                    .open("e", "-")
                    .extension("e", "host", "shared-id");
            assertThat(world.idsOnPhone(amina)).isEqualTo(Set.of("a", "shared-id"));
            assertThat(world.idsOnPhone(twin)).isEqualTo(Set.of("b"));
        }
    }

    @Nested
    class Tokens {
        @Test
        void ofThisWorkerAreContinued() {
            String token = world.firstSync(amina).restoreId();
            var request = new RestoreRequest(token, ME, null, null, true, false);
            assertThat(RestoreChecker.check(world.payload(amina, request)).restoreId())
                    .isNotEqualTo(token);
        }

        @Test
        void areOnRecordBeforeTheyLeave() throws IOException {
            world.in(amina).many(2_000, ME);
            try (InputStream bytes = ((Payload) world.ask(amina, RestoreWorld.FIRST)).bytes()) {
                String head = new String(bytes.readNBytes(300), StandardCharsets.UTF_8);
                String token = head.substring(head.indexOf("<restore_id>") + 12).substring(0, 32);
                assertThat(logged("device_id", token)).isEqualTo("device-1");
                bytes.readAllBytes();
                assertThat(logged("case_count", token)).isEqualTo("2000");
            }
        }

        private @Nullable String logged(String column, String token) {
            return ProjectScope.in(
                    amina.project(),
                    () -> world.transactions.read(tx -> tx.sql()
                            .resultQuery("select " + column + " from sync.sync_log where sync_log_id = ?", token)
                            .fetchOne(0, String.class)));
        }

        @Test
        void thatAreUnknownOldForeignOrNonsenseMakeThePhoneStartOver() {
            ProjectAccess twin = world.projectWithWorker("twin-" + projects);
            String foreign = world.firstSync(twin).restoreId();
            String old = world.firstSync(amina).restoreId();
            String other = world.firstSync(amina).restoreId();
            world.in(amina)
                    .sql("update sync.sync_log set synced_at = now() - interval '64 days' where sync_log_id = ?", old)
                    .sql("update sync.sync_log set user_id = 'u-brian' where sync_log_id = ?", other);
            for (String token : List.of("0".repeat(32), foreign, old, other, "", "not\u0000hex", "A".repeat(32))) {
                assertThat(world.ask(amina, new RestoreRequest(token, ME, null, null, true, false)))
                        .as(token)
                        .isInstanceOf(StartOver.class);
            }
        }
    }

    @Test
    void aPhoneThatTakesItselfForAnotherUserStartsOver() {
        assertThat(world.ask(amina, new RestoreRequest(null, "u-former", null, null, true, false)))
                .isEqualTo(new StartOver("Attempt to sync with invalid user."));
    }

    @Test
    void onlyThoseWhoMayUseMobileEndpointsRestore() {
        var nobody = new ProjectAccess(amina.project(), amina.projectName(), amina.actor(), "None", Set.of());
        assertThatThrownBy(() -> world.ask(nobody, RestoreWorld.FIRST)).isInstanceOf(Refused.class);
    }

    @Test
    void webUsersRestoreWhatTheyOwn() {
        var user = world.webUserIn(amina);
        world.in(amina).open("hers", ME).open("his", "w-brian");
        CheckedRestore restore = world.firstSync(user);
        assertThat(restore.username()).isEqualTo("brian@example.org");
        assertThat(restore.userData()).containsEntry("commcare_first_name", "Brian");
        assertThat(restore.cases().keySet()).containsExactly("his");
    }

    @Nested
    class ASlowPhone {
        @Test
        void holdsNoConnection() throws Exception {
            world.in(amina).many(5_000, ME);
            try (InputStream bytes = ((Payload) world.ask(amina, RestoreWorld.FIRST)).bytes()) {
                assertThat(bytes.read()).isEqualTo('<');
                for (int tries = 0; world.busyConnections() > 0 && tries < 500; tries++) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
                assertThat(world.busyConnections()).isZero();
                byte[] rest = bytes.readAllBytes();
                assertThat(new String(rest, StandardCharsets.UTF_8)).endsWith("</OpenRosaResponse>");
            }
        }

        @Test
        void thatLeavesFreesItsConnection() throws Exception {
            world.in(amina).many(5_000, ME);
            ((Payload) world.ask(amina, RestoreWorld.FIRST)).bytes().close();
            for (int tries = 0; world.busyConnections() > 0 && tries < 500; tries++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(world.busyConnections()).isZero();
        }
    }

    @Test
    void aFailureHalfwayIsNeverAnEnd() throws IOException {
        FixtureProvider failing = (tx, recipient) -> List.of(out -> {
            out.start("fixture").flush();
            throw new IOException("the table is broken");
        });
        try (var broken = new RestoreWorld(database.settings(), folder, failing);
                InputStream bytes = ((Payload) broken.ask(amina, RestoreWorld.FIRST)).bytes()) {
            assertThat(bytes.read()).isEqualTo('<');
            assertThatThrownBy(bytes::readAllBytes).isInstanceOf(IOException.class);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.testing.TestDatabase;
import org.baraza.sync.RestoreAnswer.Payload;
import org.baraza.sync.RestoreAnswer.Pending;
import org.baraza.sync.RestoreRequest.Wish;
import org.baraza.sync.testing.CheckedRestore;
import org.baraza.sync.testing.RestoreChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparedRestoresTest {
    private static final String ME = "u-amina";

    private final TestDatabase database = TestDatabase.fresh();
    private RestoreWorld world;
    private ProjectAccess amina;
    private Restores restores;
    private volatile boolean formCame;
    private int projects;

    @BeforeAll
    void open(@TempDir Path spools) {
        world = new RestoreWorld(database.settings(), spools);
        restores = world.restores(1_000, (tx, userId, deviceId, since) -> formCame);
    }

    @AfterAll
    void close() {
        world.close();
        database.close();
    }

    @BeforeEach
    void freshProject() {
        formCame = false;
        amina = world.projectWithWorker("large-" + ++projects);
    }

    private static RestoreRequest request(boolean gzip, Wish... wishes) {
        Set<Wish> all = EnumSet.of(Wish.MAY_BE_TOLD_TO_WAIT);
        all.addAll(Set.of(wishes));
        return new RestoreRequest(null, null, ME, "device-1", null, false, gzip, all);
    }

    private RestoreAnswer ask(RestoreRequest request) {
        return ProjectScope.in(amina.project(), () -> restores.answer(amina, ME, request));
    }

    private byte[] bytes(RestoreRequest request) {
        RestoreAnswer answer = ask(request);
        for (int tries = 0; answer instanceof Pending && tries < 60; tries++) {
            answer = ask(request);
        }
        try (InputStream bytes = ((Payload) answer).bytes()) {
            byte[] all = bytes.readAllBytes();
            return request.gzip() ? new GZIPInputStream(new ByteArrayInputStream(all)).readAllBytes() : all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int rows(String table) {
        return ProjectScope.in(
                amina.project(),
                () -> world.transactions.read(tx -> tx.sql()
                        .resultQuery("select count(*) from sync." + table)
                        .fetchSingle(0, Integer.class)));
    }

    @Test
    void aLargeFirstRestoreIsWholeAndCountedAndComesAgainByteForByte() {
        world.in(amina).many(3_000, ME);
        byte[] first = bytes(request(true));
        CheckedRestore checked = RestoreChecker.check(first);
        assertThat(checked.cases()).hasSize(3_000);
        assertThat(checked.items()).isEqualTo(3_004);
        assertThat(bytes(request(false))).isEqualTo(first);
    }

    @Test
    void thePhoneContinuesFromIt() {
        world.in(amina).many(3_000, ME);
        String token = RestoreChecker.check(bytes(request(true))).restoreId();
        var next = new RestoreRequest(token, null, ME, "device-1", null, true, false);
        assertThat(RestoreChecker.check(world.payload(amina, next)).cases()).isEmpty();
    }

    @Test
    void anOrdinaryOneOrOneForAPhoneThatCannotWaitIsReadAtOnce() {
        world.in(amina).many(1_000, ME);
        bytes(request(true));
        assertThat(rows("prepared_restore")).isZero();
        freshProject();
        world.in(amina).many(1_001, ME);
        bytes(new RestoreRequest(null, null, ME, "device-1", null, false, true));
        assertThat(rows("prepared_restore")).isZero();
        bytes(request(true));
        assertThat(rows("prepared_restore")).isOne();
    }

    @Test
    void aFormOfThePhoneTheWishForEverythingAnewAndTimeMakeItOld() {
        world.in(amina).many(1_200, ME);
        String first = RestoreChecker.check(bytes(request(true))).restoreId();
        String anew =
                RestoreChecker.check(bytes(request(true, Wish.EVERYTHING_ANEW))).restoreId();
        assertThat(anew).isNotEqualTo(first);
        world.in(amina).sql("update sync.prepared_restore set started_at = now() - interval '61 minutes'");
        String later = RestoreChecker.check(bytes(request(true))).restoreId();
        assertThat(later).isNotEqualTo(anew);
        formCame = true;
        assertThat(ask(request(true))).isInstanceOf(Payload.class);
        formCame = false;
        assertThat(RestoreChecker.check(bytes(request(true))).restoreId()).isNotEqualTo(later);
        assertThat(rows("prepared_restore")).isOne();
        assertThat(rows("payload_piece")).isOne();
    }

    @Test
    void whileItIsMadeThePhoneHearsHowFarItIs() {
        world.in(amina).many(1_200, ME);
        world.in(amina)
                .sql("insert into sync.prepared_restore (project_id, user_id, device_id, app_id, asked_by, payload_id,"
                        + " cases_done, cases_total, started_at, beat_at) values ("
                        + "(select nullif(current_setting('baraza.project', true), '')::uuid), 'u-amina', 'device-1', '', '',"
                        + " gen_random_uuid(), 40, 900, now(), now())");
        assertThat(ask(request(true))).isEqualTo(new Pending(40, 900));
        world.in(amina).sql("update sync.prepared_restore set beat_at = now() - interval '3 minutes'");
        assertThat(RestoreChecker.check(bytes(request(true))).cases()).hasSize(1_200);
    }

    @Test
    void aDownloadWhosePayloadGoesBreaksOff() throws IOException {
        world.in(amina).many(1_200, ME);
        bytes(request(true));
        try (InputStream bytes = ((Payload) ask(request(true))).bytes()) {
            world.in(amina).sql("delete from sync.payload_piece where piece_no = 0");
            assertThatThrownBy(bytes::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theSweepTakesWhatNobodyFetched() {
        world.in(amina).many(1_200, ME);
        bytes(request(true));
        var sweep = new SyncSweep(world.transactions, java.time.Clock.systemUTC());
        ProjectScope.run(amina.project(), () -> sweep.sweep(Instant.now().plus(Duration.ofMinutes(59))));
        assertThat(rows("payload_piece")).isOne();
        ProjectScope.run(amina.project(), () -> sweep.sweep(Instant.now().plus(Duration.ofMinutes(61))));
        assertThat(rows("prepared_restore")).isZero();
        assertThat(rows("payload_piece")).isZero();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.baraza.testing.Sink.Reply;
import org.baraza.vault.Vault;
import org.baraza.vault.VaultKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a server does beside sending: it forgets in time, seals anew, and leaves room for others. */
final class UpkeepTest {
    private static final String OLD_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String NEW_KEY = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

    private final Desk desk = new Desk(Duration.ofSeconds(30));
    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        desk.close();
        sink.close();
    }

    private void plain(String formId) {
        desk.work.submit(desk.who, FormXml.visit(formId, "u1"));
    }

    private void sweep() {
        desk.world.in(desk.who, () -> {
            desk.log.sweep();
            return true;
        });
    }

    @Test
    void recordsThatEndedAreForgottenInTimeAndCountsFollow() {
        sink.answers(one ->
                Reply.of(one.text().contains("f-refused") ? 400 : one.text().contains("f-later") ? 503 : 200));
        Forwarder forwarder = desk.forms(sink);
        plain("f-good");
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 1, "sent one");
        plain("f-refused");
        Sink.eventually(() -> desk.again(forwarder).counts().invalid() == 1, "was refused one");
        plain("f-later");
        Sink.eventually(() -> desk.again(forwarder).counts().failed() == 1, "failed with one");
        desk.pause(forwarder, true);
        sweep();
        assertThat(desk.records(forwarder)).hasSize(3);
        desk.world.clock.pass(Duration.ofDays(91));
        sweep();
        assertThat(desk.records(forwarder))
                .extracting(ForwardingRecord::payloadId)
                .containsExactlyInAnyOrder("f-refused", "f-later");
        assertThat(desk.again(forwarder).counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 1));
        desk.world.clock.pass(Duration.ofDays(300));
        sweep();
        assertThat(desk.records(forwarder))
                .extracting(ForwardingRecord::payloadId)
                .containsExactly("f-later");
        assertThat(desk.again(forwarder).counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0));
    }

    @Test
    void whoeverRunsTheServerSaysHowLongTheyAreKept() {
        Forwarder forwarder = desk.forms(sink);
        plain("f1");
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        Lifecycle week = new Lifecycle(Duration.ofMinutes(60), Duration.ofMinutes(5), Duration.ofDays(7));
        RequestLog log = new RequestLog(
                desk.world.transactions, new ConnectionStore(new Vault(VaultKeys.of(OLD_KEY))), week, desk.world.clock);
        for (int days : List.of(6, 2)) {
            assertThat(desk.records(forwarder)).hasSize(1);
            desk.world.clock.pass(Duration.ofDays(days));
            desk.world.in(desk.who, () -> {
                log.sweep();
                return true;
            });
        }
        assertThat(desk.records(forwarder)).isEmpty();
    }

    @Test
    void whatWasSentAgainLatelyIsKept() {
        Forwarder forwarder = desk.forms(sink);
        plain("f1");
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        desk.world.clock.pass(Duration.ofDays(91));
        desk.act(desk.only(forwarder), Records.Deed.RESEND);
        sink.await(2);
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        sweep();
        assertThat(desk.records(forwarder)).hasSize(1);
        desk.world.clock.pass(Duration.ofDays(91));
        sweep();
        assertThat(desk.records(forwarder)).isEmpty();
    }

    @Test
    void secretsAreSealedAnewUnderANewKey() {
        Connection connection = desk.connection(sink.url());
        UUID id = UUID.fromString(connection.connectionId());
        ConnectionStore both = new ConnectionStore(new Vault(VaultKeys.of(NEW_KEY + "," + OLD_KEY)));
        ConnectionStore only = new ConnectionStore(new Vault(VaultKeys.of(NEW_KEY)));
        assertThatThrownBy(() -> find(only, id)).hasMessageContaining("key");
        desk.world.in(desk.who, () -> {
            // Who has lost the old key leaves alone what it cannot open.
            new RequestLog(desk.world.transactions, only, Lifecycle.USUAL, desk.world.clock).sweep();
            new RequestLog(desk.world.transactions, both, Lifecycle.USUAL, desk.world.clock).sweep();
            return true;
        });
        assertThat(find(only, id).secrets().headers()).isEqualTo(Map.of("X-Clinic", "sealed-value"));
    }

    private Connection find(ConnectionStore store, UUID id) {
        return desk.world
                .in(desk.who, () -> desk.world.transactions.read(tx -> store.find(tx, id)))
                .orElseThrow();
    }

    @Test
    void lanesThatWaitForALockHoldUpNoOthers() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        sink.answers(one -> {
            await(answer);
            return Reply.of(200);
        });
        List<Forwarder> forwarders = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            forwarders.add(desk.forms(sink));
        }
        plain("f1");
        sink.await(9);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Forwarder> held = forwarders.subList(0, 8);
        Thread holder = Thread.ofVirtual()
                .start(() -> desk.world.transactions.writingAs(Visibility.project(desk.who.project()), tx -> {
                    held.forEach(one -> new LaneStore().lock(tx, UUID.fromString(one.forwarderId())));
                    locked.countDown();
                    await(release);
                }));
        await(locked);
        answer.countDown();
        desk.awaitState(forwarders.get(8), RecordState.SUCCEEDED, 0);
        assertThat(held)
                .allSatisfy(one -> assertThat(desk.only(one).standing().state()).isEqualTo(RecordState.PENDING));
        release.countDown();
        holder.join();
        held.forEach(one -> desk.awaitState(one, RecordState.SUCCEEDED, 0));
        assertThat(sink.heard()).hasSize(9);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void fewLargePayloadsAreMadeAheadAndManySmallOnes() {
        MadeAhead.Part ahead = new MadeAhead(40_000, 1_000).part();
        assertThat(ahead.room(false)).isEqualTo(16);
        ahead.made(4_000);
        assertThat(ahead.room(false)).isEqualTo(1);
        ahead.made(4_000);
        ahead.made(4_000);
        assertThat(ahead.isFull()).isTrue();
        assertThat(ahead.room(false)).isZero();
        assertThat(ahead.room(true)).isEqualTo(1);
        for (int number = 0; number < 3; number++) {
            ahead.over(4_000);
        }
        for (int number = 0; number < 200; number++) {
            ahead.made(10);
            ahead.over(10);
        }
        assertThat(ahead.isFull()).isFalse();
        assertThat(ahead.room(false)).isEqualTo(16);
    }

    @Test
    void aLaneWhoseOtherSideHangsLeavesTheOthersTheirParts() {
        MadeAhead ahead = new MadeAhead(10_000, 1_000);
        MadeAhead.Part large = ahead.part();
        MadeAhead.Part small = ahead.part();
        large.made(30_000);
        assertThat(large.isFull()).isTrue();
        assertThat(small.room(false)).isEqualTo(16);
        small.made(600);
        assertThat(small.isFull()).isFalse();
        small.made(600);
        assertThat(small.isFull()).isTrue();
        large.over(30_000);
        assertThat(small.isFull()).isFalse();
        small.made(2_000);
        assertThat(small.isFull()).isTrue();
        assertThat(ahead.part().isFull()).isFalse();
    }
}

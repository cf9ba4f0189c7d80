// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.forwarding.spi.ForwarderOptions.USUAL_BACK_OFF_CODES;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.baraza.testing.Sink.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What this server does wrong costs no delivery; what is lost, cancelled or resting is left alone. */
final class MishapsTest {
    private final Desk desk = new Desk();
    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        desk.close();
        sink.close();
    }

    private Forwarder moody(ForwarderOptions options) {
        return desk.forwarder(desk.connection(sink.url()), Moods.BRITTLE, options);
    }

    private void plain(String formId) {
        desk.work.submit(desk.who, FormXml.visit(formId, "u1"));
    }

    private long snapshots() {
        return desk.world.in(
                desk.who,
                () -> desk.world.transactions.read(tx -> tx.sql()
                        .fetchSingle("select count(*) from forwarding.snapshot")
                        .get(0, Long.class)));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aHiccupOfTheDatabaseEndsNoDelivery() {
        Forwarder forwarder = moody(ForwarderOptions.usual());
        desk.moods.hiccups = true;
        plain("f1");
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 1, "registered");
        pause(Duration.ofMillis(300));
        assertThat(desk.only(forwarder).standing().state()).isEqualTo(RecordState.PENDING);
        desk.moods.hiccups = false;
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        assertThat(sink.heard()).hasSize(1);
    }

    @Test
    void nothingIsRegisteredWithoutItsSnapshotWhenTheDatabaseHiccups() {
        Forwarder forwarder = moody(Desk.of(Set.of(), Set.of(), false, true));
        desk.pause(forwarder, true);
        desk.moods.hiccups = true;
        plain("f1");
        pause(Duration.ofMillis(500));
        assertThat(desk.records(forwarder)).isEmpty();
        desk.moods.hiccups = false;
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 1, "registered");
        assertThat(snapshots()).isEqualTo(1);
        desk.pause(forwarder, false);
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        assertThat(snapshots()).isZero();
    }

    @Test
    void aDeliveryThatNobodyThoughtOfEndsWithTheReasonAndHoldsUpNoOther() {
        Forwarder forwarder = moody(ForwarderOptions.usual());
        plain("f-bad");
        plain("f-good");
        Sink.eventually(() -> desk.again(forwarder).counts().equals(new Counts(0, 0, 1, 0, 0, 1)), "ended both");
        assertThat(sink.heard()).hasSize(1);
    }

    @Test
    void ofADocumentThatIsNoMoreNothingIsSentAndNobodyIsTold() {
        Forwarder forwarder = moody(ForwarderOptions.usual());
        desk.moods.gone = Set.of("f1");
        plain("f1");
        desk.awaitState(forwarder, RecordState.EMPTY, 0);
        assertThat(sink.heard()).isEmpty();
        assertThat(desk.mails).isEmpty();
    }

    @Test
    void whatWaitsForASlotStaysWhenTheForwarderIsDeleted() {
        sink.answers(one -> {
            pause(Duration.ofMillis(150));
            return Reply.of(200);
        });
        Forwarder forwarder = desk.forms(
                sink.url(),
                new ForwarderOptions(true, Set.of(), Set.of(), Set.of(), false, USUAL_BACK_OFF_CODES, false, 1, 0));
        desk.pause(forwarder, true);
        for (int i = 0; i < 20; i++) {
            plain("f" + i);
        }
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 20, "registered");
        desk.pause(forwarder, false);
        sink.await(1);
        desk.world.in(desk.who, () -> {
            desk.forwarders.delete(desk.who, forwarder.forwarderId());
            return true;
        });
        pause(Duration.ofSeconds(2));
        assertThat(sink.heard()).hasSizeLessThan(8);
    }

    @Test
    void whatWasOnItsWayDoesNotEndTheRestThatSomebodyElseAskedFor() {
        sink.answers(one -> {
            if (one.text().contains("f-spared")) {
                return new Reply(429, Map.of("Retry-After", "600"), "");
            }
            pause(Duration.ofMillis(700));
            return Reply.of(200);
        });
        Forwarder forwarder = desk.forms(sink);
        desk.pause(forwarder, true);
        plain("f-slow");
        plain("f-spared");
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 2, "registered");
        desk.pause(forwarder, false);
        Sink.eventually(
                () -> desk.again(forwarder).counts().equals(new Counts(0, 1, 1, 0, 0, 0)), "was answered twice");
        assertThat(desk.again(forwarder).restingUntil())
                .contains(desk.world.clock.instant().plusSeconds(600));
        sink.answer(200);
        desk.world.clock.pass(Duration.ofSeconds(601));
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 2, "sent both");
        assertThat(desk.again(forwarder).restingUntil()).isEmpty();
    }

    @Test
    void theNextOfADocumentWaitsForOneThatIsCancelledOnItsWay() {
        AtomicInteger there = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        sink.answers(one -> {
            if (one.text().contains("f-other")) {
                // Over before the other, so that more is looked for meanwhile.
                pause(Duration.ofSeconds(1));
                return Reply.of(200);
            }
            most.accumulateAndGet(there.incrementAndGet(), Math::max);
            pause(Duration.ofSeconds(2));
            there.decrementAndGet();
            return Reply.of(200);
        });
        Forwarder forwarder = desk.forms(sink);
        desk.pause(forwarder, true);
        plain("f1");
        plain("f-other");
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 2, "registered");
        desk.pause(forwarder, false);
        sink.await(2);
        desk.world.transactions.writingAs(
                Visibility.project(desk.who.project()),
                tx -> new ChangeLog(() -> {}).append(tx, List.of(Change.form("f1", Map.of()))));
        Sink.eventually(() -> desk.records(forwarder).size() == 3, "registered the second change");
        ForwardingRecord first = desk.records(forwarder).reversed().stream()
                .filter(record -> record.payloadId().equals("f1"))
                .findFirst()
                .orElseThrow();
        desk.act(first, Records.Deed.CANCEL);
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 3, "sent all");
        assertThat(most).hasValue(1);
        assertThat(sink.heard()).hasSize(3);
    }
}

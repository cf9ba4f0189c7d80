// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.forwarding.spi.ForwarderOptions.USUAL_BACK_OFF_CODES;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.types.FormStubType;
import org.baraza.persistence.changes.Change;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.baraza.testing.Sink.Heard;
import org.baraza.testing.Sink.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Forwarders beside each other, documents one after the other, nodes that die. */
final class LanesTest {
    private final Desk desk = new Desk(Duration.ofSeconds(3));
    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        desk.close();
        sink.close();
    }

    private void plain(String formId) {
        desk.work.submit(desk.who, FormXml.visit(formId, "u1"));
    }

    /** As if the form had changed once more. */
    private void announce(String formId) {
        desk.world.transactions.writingAs(
                Visibility.project(desk.who.project()),
                tx -> new ChangeLog(() -> {}).append(tx, List.of(Change.form(formId, Map.of()))));
    }

    @Test
    void aDocumentThatFailsHoldsBackItselfAndNoOther() {
        sink.answers(one -> Reply.of(one.text().contains("f-bad") ? 500 : 200));
        Forwarder forwarder = desk.forms(sink.url(), Desk.of(Set.of(), Set.of(), true, false));
        plain("f-bad");
        plain("f-good");
        Sink.eventually(() -> desk.again(forwarder).counts().equals(new Counts(0, 1, 1, 0, 0, 0)), "sent the good one");
        // A second change of the bad one waits for the first.
        announce("f-bad");
        Sink.eventually(() -> desk.records(forwarder).size() == 3, "registered the second change");
        assertThat(desk.records(forwarder).getFirst().standing().due()).isEmpty();
        plain("f-other");
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 2, "sent another meanwhile");
        sink.answer(200);
        sink.forget();
        desk.world.clock.pass(Duration.ofMinutes(61));
        Sink.eventually(() -> desk.again(forwarder).counts().equals(new Counts(0, 0, 4, 0, 0, 0)), "sent all");
        List<String> order = new ArrayList<>();
        desk.records(forwarder).reversed().stream()
                .filter(record -> record.payloadId().equals("f-bad"))
                .forEach(record -> order.add(record.recordId()));
        assertThat(sink.heard()).extracting(one -> one.header("webhook-id")).containsExactlyElementsOf(order);
    }

    @Test
    void neverAreTwoOfADocumentOnTheirWay() {
        Map<String, AtomicInteger> there = new HashMap<>();
        AtomicInteger most = new AtomicInteger();
        sink.answers(one -> {
            AtomicInteger here;
            synchronized (there) {
                here = there.computeIfAbsent(one.text(), text -> new AtomicInteger());
            }
            most.accumulateAndGet(here.incrementAndGet(), Math::max);
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            here.decrementAndGet();
            return Reply.of(200);
        });
        Forwarder forwarder = desk.forms(sink.url(), ForwarderOptions.usual());
        plain("f1");
        for (int i = 0; i < 10; i++) {
            announce("f1");
        }
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 11, "sent all");
        assertThat(most).hasValue(1);
        assertThat(sink.heard()).hasSize(11);
    }

    @Test
    void aDeadEndpointWithManyWaitingDelaysNobodyElse() {
        Forwarder dead = desk.forms("http://localhost:1/", ForwarderOptions.usual());
        for (int i = 0; i < 100; i++) {
            plain("f" + i);
        }
        Sink.eventually(
                () -> desk.again(dead).counts().pending()
                                + desk.again(dead).counts().failed()
                        == 100,
                "waits");
        desk.forms(sink.url(), ForwarderOptions.usual());
        long start = System.nanoTime();
        plain("f-now");
        sink.await(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(desk.again(dead).restingUntil()).isPresent();
    }

    @Test
    void whatANodeHadOnItsWayWhenItDiedIsSentAgainUnderTheSameId() {
        Forwarder forwarder = desk.forms(sink.url(), ForwarderOptions.usual());
        desk.pause(forwarder, true);
        plain("f1");
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 1, "registered");
        // Another node takes the lane, sends, and dies before it writes that down.
        desk.world.transactions.writingAs(
                Visibility.project(desk.who.project()),
                tx -> tx.sql()
                        .execute("update forwarding.lane set holder = gen_random_uuid(),"
                                + " held_until = clock_timestamp() + interval '2 seconds' where true"));
        desk.pause(forwarder, false);
        assertThat(sink.heard()).isEmpty();
        sink.await(1);
        assertThat(sink.heard().getFirst().header("webhook-id"))
                .isEqualTo(desk.only(forwarder).recordId());
    }

    @Test
    void aSnapshotIsWhatWasSoAtTheTimeOfTheChange() {
        sink.answer(503);
        Forwarder forwarder = desk.forms(sink.url(), Desk.of(Set.of(), Set.of(), false, true));
        String first =
                FormXml.visit("f1", "u1").creates("c1", "child", "Juma", "u1").text();
        desk.work.submit(desk.who, first, null);
        desk.awaitState(forwarder, RecordState.FAILED, 1);
        desk.work.submit(desk.who, first.replace("Juma", "Zawadi"), null);
        Sink.eventually(() -> desk.records(forwarder).size() == 2, "registered the edit");
        sink.answer(200);
        sink.forget();
        desk.world.clock.pass(Duration.ofMinutes(61));
        List<Heard> heard = sink.await(2);
        assertThat(heard.get(0).text()).isEqualTo(first);
        assertThat(heard.get(1).text()).contains("Zawadi");
    }

    @Test
    void aForwarderGoesNoFasterThanItMay() {
        ForwarderOptions slow =
                new ForwarderOptions(true, Set.of(), Set.of(), Set.of(), false, USUAL_BACK_OFF_CODES, false, 16, 10);
        Forwarder forwarder = desk.forwarder(desk.connection(sink.url()), FormStubType.SLUG, slow);
        desk.pause(forwarder, true);
        for (int i = 0; i < 15; i++) {
            plain("f" + i);
        }
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 15, "registered");
        long start = System.nanoTime();
        desk.pause(forwarder, false);
        sink.await(15);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_300));
    }

    @Test
    void aForwarderGoesNoFasterWhenRecordsComeOneByOne() {
        ForwarderOptions slow =
                new ForwarderOptions(true, Set.of(), Set.of(), Set.of(), false, USUAL_BACK_OFF_CODES, false, 16, 2);
        Forwarder forwarder = desk.forwarder(desk.connection(sink.url()), FormStubType.SLUG, slow);
        long start = System.nanoTime();
        for (int i = 1; i <= 4; i++) {
            plain("f" + i);
            int sent = i;
            Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == sent, "sent number " + i);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1_400));
    }

    @Test
    void whatADeletedForwarderHadLeftIsSentNoMore() {
        Forwarder forwarder = desk.forms(sink.url(), ForwarderOptions.usual());
        desk.pause(forwarder, true);
        plain("f1");
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 1, "registered");
        desk.world.in(desk.who, () -> {
            desk.forwarders.delete(desk.who, forwarder.forwarderId());
            desk.log.sweep();
            return true;
        });
        assertThat(desk.records(forwarder)).isEmpty();
        assertThat(sink.heard()).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.baraza.forwarding.RecordQuery.RecordFilter;
import org.baraza.forwarding.expressions.Expressions;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.Payload;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.changes.PastChanges.Stretch;
import org.baraza.problem.Refused;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done to many records at once, what is sent again, and how forwarders fare. */
final class ManyRecordsTest {
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private Desk desk;
    private Sink sink;

    @BeforeEach
    void open() {
        desk = new Desk();
        sink = new Sink();
    }

    @AfterEach
    void close() {
        sink.close();
        desk.close();
    }

    private void submit(int from, int to) {
        for (int number = from; number <= to; number++) {
            desk.work.submit(desk.who, FormXml.visit("f" + number, "u1"));
        }
    }

    private void await(Forwarder forwarder, int succeeded, int pending, int cancelled) {
        Sink.eventually(
                () -> {
                    Counts counts = desk.again(forwarder).counts();
                    return counts.succeeded() == succeeded
                            && counts.pending() == pending
                            && counts.cancelled() == cancelled;
                },
                "counted " + succeeded + " succeeded, " + pending + " pending, " + cancelled + " cancelled");
    }

    private List<String> ids(Forwarder forwarder, RecordState state) {
        var filter =
                new RecordFilter(forwarder.forwarderId(), Optional.of(state), "", Optional.empty(), Optional.empty());
        return desk.world.in(desk.who, () -> desk.records.ids(desk.who, filter));
    }

    private Records.Acted act(List<String> ids, Records.Deed deed) {
        return desk.world.in(
                desk.who, () -> desk.world.transactions.write(tx -> desk.records.actAll(tx, desk.who, ids, deed)));
    }

    @Test
    void manyAreCancelledAndRequeuedAndCountsStayExact() {
        Forwarder forwarder = desk.forms(sink);
        Forwarder other = desk.forms(sink);
        desk.pause(forwarder, true);
        submit(1, 5);
        await(forwarder, 0, 5, 0);
        await(other, 5, 0, 0);
        List<String> waiting = ids(forwarder, RecordState.PENDING);
        List<String> sent = ids(other, RecordState.SUCCEEDED);
        Records.Acted cancelled = act(
                List.of(waiting.get(0), waiting.get(1), sent.get(0), "11111111-2222-3333-4444-555555555555"),
                Records.Deed.CANCEL);
        assertThat(cancelled.done().keySet()).containsExactlyInAnyOrder(waiting.get(0), waiting.get(1));
        assertThat(cancelled.unfit()).containsExactly(sent.get(0));
        await(forwarder, 0, 3, 2);
        assertThat(act(waiting, Records.Deed.REQUEUE).done()).hasSize(2);
        await(forwarder, 0, 5, 0);
        desk.pause(forwarder, false);
        await(forwarder, 5, 0, 0);
    }

    @Test
    void recordsAreFoundByWhenTheyWereMade() {
        Forwarder forwarder = desk.forms(sink);
        submit(1, 2);
        await(forwarder, 2, 0, 0);
        assertThat(made(Optional.of(Instant.now().minus(Duration.ofHours(1))), Optional.empty()))
                .hasSize(2);
        assertThat(made(Optional.of(Instant.now().plus(Duration.ofHours(1))), Optional.empty()))
                .isEmpty();
        assertThat(made(Optional.empty(), Optional.of(Instant.now().minus(Duration.ofHours(1)))))
                .isEmpty();
    }

    private List<String> made(Optional<Instant> since, Optional<Instant> until) {
        var filter = new RecordFilter("", Optional.empty(), "", since, until);
        return desk.world.in(desk.who, () -> desk.records.ids(desk.who, filter));
    }

    @Test
    void whatChangedBeforeAForwarderWasMadeIsSentWhenItIsReplayed() {
        submit(1, 3);
        Forwarder first = desk.forms(sink);
        submit(4, 4);
        await(first, 1, 0, 0);
        assertThat(replay(first, desk.who, 2))
                .containsExactly(
                        Replays.Effect.RECORDED,
                        Replays.Effect.RECORDED,
                        Replays.Effect.RECORDED,
                        Replays.Effect.SENT_AGAIN);
        await(first, 4, 0, 0);
        assertThat(sink.heard()).hasSize(5);
        assertThat(sink.heard().stream()
                        .map(heard -> heard.header("webhook-id"))
                        .distinct())
                .hasSize(4);
        assertThat(replay(first, desk.who, 100))
                .containsOnly(Replays.Effect.SENT_AGAIN)
                .hasSize(4);
    }

    @Test
    void aReplayOfWhatAForwarderMayHaveForgottenIsRefused() {
        Forwarder forwarder = desk.forms(sink);
        check(forwarder, BEGINNING);
        desk.world.clock.pass(Duration.ofDays(91));
        assertThatThrownBy(() -> check(forwarder, BEGINNING))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("RANGE_TOO_OLD");
        check(forwarder, desk.world.clock.instant().minus(Duration.ofDays(89)));
    }

    private void check(Forwarder forwarder, Instant since) {
        desk.world.in(desk.who, () -> {
            desk.replays.check(desk.who, forwarder.forwarderId(), since, END);
            return true;
        });
    }

    @Test
    void aReplayKeepsDocumentsAndNotWhatAScriptMadeOfThem() {
        submit(1, 1);
        Connection connection = desk.connection(sink.url());
        Forwarder forwarder = desk.world.in(
                desk.who,
                () -> desk.forwarders.create(
                        desk.who,
                        new ForwarderWish(
                                connection.connectionId(),
                                "",
                                "FormRepeater",
                                new Expressions().slug(),
                                "{\"made\": id}",
                                Method.POST,
                                Desk.of(Set.of(), Set.of(), false, true))));
        desk.pause(forwarder, true);
        numbered(1);
        assertThat(replay(forwarder, desk.who, 10)).containsExactly(Replays.Effect.RECORDED);
        String recordId = desk.only(forwarder).recordId();
        Map<String, Payload> kept = desk.world.in(
                desk.who, () -> desk.world.transactions.read(tx -> new RecordStore().snapshots(tx, List.of(recordId))));
        assertThat(kept).hasSize(1);
        assertThat(new String(Objects.requireNonNull(kept.get(recordId)).body(), StandardCharsets.UTF_8))
                .startsWith("{\"id\":\"f1\",\"xml\":\"");
        desk.pause(forwarder, false);
        assertThat(sink.await(1).getFirst().text()).isEqualTo("{\"made\":\"f1\"}");
    }

    @Test
    void recordsOfAForwarderInAStretchOfTimeArePagedNewestFirst() {
        Forwarder forwarder = desk.forms(sink);
        submit(1, 3);
        await(forwarder, 3, 0, 0);
        var filter = new RecordFilter(
                forwarder.forwarderId(),
                Optional.empty(),
                "",
                Optional.of(Instant.now().minus(Duration.ofHours(1))),
                Optional.of(Instant.now().plus(Duration.ofHours(1))));
        Page<ForwardingRecord> first = desk.world.in(
                desk.who, () -> desk.records.list(desk.who, new RecordQuery(filter, PageRequest.first(2))));
        Page<ForwardingRecord> second = desk.world.in(
                desk.who,
                () -> desk.records.list(
                        desk.who,
                        new RecordQuery(
                                filter,
                                new PageRequest(2, first.items().getLast().cursor(), false))));
        List<String> ids = new ArrayList<>();
        first.items().forEach(one -> ids.add(one.recordId()));
        second.items().forEach(one -> ids.add(one.recordId()));
        assertThat(ids).hasSize(3).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** As a job does it. */
    private void numbered(int changes) {
        Sink.eventually(
                () -> desk.world
                                .in(desk.who, () -> desk.replays.stretch(desk.who, BEGINNING, END))
                                .changes()
                        == changes,
                changes + " changes numbered");
    }

    private List<Replays.Effect> replay(Forwarder forwarder, ProjectAccess who, int atOnce) {
        return desk.world.in(who, () -> {
            Stretch stretch = desk.replays.stretch(who, BEGINNING, END);
            List<Replays.Effect> effects = new java.util.ArrayList<>();
            long position = desk.replays.position(who, stretch, 0);
            while (true) {
                Optional<Replays.Batch> batch =
                        desk.replays.next(who, forwarder.forwarderId(), stretch, position, atOnce);
                if (batch.isEmpty()) {
                    assertThat(effects).hasSize(stretch.changes());
                    return effects;
                }
                effects.addAll(desk.world.transactions.write(tx -> desk.replays.replay(tx, who, batch.get())));
                position = batch.get().last();
                assertThat(desk.replays.position(who, stretch, effects.size())).isEqualTo(position);
            }
        });
    }

    @Test
    void aReplayRespectsFiltersAndIsRefusedWithoutAForwarderOrAStretch() {
        Forwarder forwarder = desk.forms(
                sink.url(), Desk.of(java.util.Set.of("http://example.org/other"), java.util.Set.of(), false, false));
        submit(1, 2);
        numbered(2);
        assertThat(replay(forwarder, desk.who, 10)).containsOnly(Replays.Effect.NOTHING);
        assertThatThrownBy(() -> desk.world.in(desk.who, () -> {
                    desk.replays.check(desk.who, forwarder.forwarderId(), END, BEGINNING);
                    return 0;
                }))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("RANGE_EMPTY");
        assertThatThrownBy(() -> desk.world.in(desk.who, () -> {
                    desk.replays.check(desk.who, "nothing", BEGINNING, END);
                    return 0;
                }))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void aForwardersHealthCountsAttemptsAndTellsTheAgeOfWhatWaits() {
        Forwarder forwarder = desk.forwarder(desk.connection(sink.url()), "FormRepeater", ForwarderOptions.usual());
        submit(1, 2);
        await(forwarder, 2, 0, 0);
        sink.answer(400);
        submit(3, 3);
        Sink.eventually(() -> desk.again(forwarder).counts().invalid() == 1, "refused one");
        desk.pause(forwarder, true);
        submit(4, 4);
        await(forwarder, 2, 1, 0);
        Health health = desk.world.in(
                desk.who,
                () -> Optional.ofNullable(desk.health
                                .of(desk.who, List.of(forwarder.forwarderId()))
                                .get(forwarder.forwarderId()))
                        .orElseThrow());
        assertThat(health.hours()).hasSize(24);
        assertThat(health.hours().stream().mapToLong(Health.Hour::attempts).sum())
                .isEqualTo(3);
        assertThat(health.hours().stream().mapToLong(Health.Hour::failed).sum()).isEqualTo(1);
        Health.Hour now = health.hours().getLast();
        assertThat(now.halfWithin()).isPresent();
        assertThat(health.hours().getFirst().halfWithin()).isEmpty();
        assertThat(health.oldestOpenAt()).isPresent();
    }
}

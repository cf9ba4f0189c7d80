// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.types.FormStubType;
import org.baraza.problem.Refused;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.baraza.testing.Sink.Heard;
import org.baraza.testing.Sink.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Data forwarding: wire acceptance and record lifecycle, against another system on this machine. */
final class ForwardingTest {
    private final Desk desk = new Desk();
    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        desk.close();
        sink.close();
    }

    private String visit(String formId, String userId) {
        String xml = FormXml.visit(formId, userId)
                .creates("c-" + formId, "child", "Juma", userId)
                .text();
        desk.work.submit(desk.who, xml, desk.world.clock.instant(), List.of());
        return xml;
    }

    @Test
    void aFormGoesByteForByteWithItsHeadersAndTheAppBehindOtherParameters() {
        desk.forms(sink.url() + "?x=1", ForwarderOptions.usual());
        String xml = visit("f1", "u1");
        Heard heard = sink.await(1).getFirst();
        assertThat(heard.method()).isEqualTo("POST");
        assertThat(heard.uri()).isEqualTo("/in?x=1&app_id=app-1");
        assertThat(heard.body()).isEqualTo(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(heard.header("Content-Type")).isEqualTo("text/xml");
        assertThat(heard.header("received-on")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(heard.header("X-Clinic")).isEqualTo("sealed-value");
    }

    @Test
    void eachDeliveryIsSignedAndKeepsItsIdWhenItIsSentAgain() {
        sink.answer(503);
        Forwarder forwarder = desk.forms(sink);
        visit("f1", "u1");
        desk.awaitState(forwarder, RecordState.FAILED, 1);
        sink.answer(200);
        desk.act(desk.only(forwarder), Records.Deed.RESEND);
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 1);
        List<Heard> heard = sink.await(2);
        String id = desk.only(forwarder).recordId();
        for (Heard one : heard) {
            assertThat(one.header("webhook-id")).isEqualTo(id);
            assertThat(one.header("Idempotency-Key")).isEqualTo(id);
            assertThat(one.header("X-Baraza-Delivery")).isEqualTo(id);
            assertThat(one.header("webhook-signature")).startsWith("v1,");
        }
    }

    @Test
    void whoIsNotWellIsAskedAgainLaterAndLater() {
        sink.answer(503);
        Forwarder forwarder = desk.forms(sink);
        visit("f1", "u1");
        desk.awaitState(forwarder, RecordState.FAILED, 1);
        assertThat(waits(forwarder)).isEqualTo(Duration.ofMinutes(60));
        assertThat(desk.again(forwarder).restingUntil())
                .contains(desk.world.clock.instant().plus(Duration.ofMinutes(5)));

        desk.world.clock.pass(Duration.ofMinutes(60));
        desk.awaitState(forwarder, RecordState.FAILED, 2);
        assertThat(waits(forwarder)).isEqualTo(Duration.ofHours(3));

        sink.answer(200);
        desk.world.clock.pass(Duration.ofHours(3));
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 2);
        assertThat(desk.again(forwarder).restingUntil()).isEmpty();
        assertThat(states(desk.only(forwarder)))
                .containsExactly(RecordState.SUCCEEDED, RecordState.FAILED, RecordState.FAILED);
        assertThat(desk.again(forwarder).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0));
    }

    @Test
    void whoWasWellForLongRestsFiveMinutesTheFirstTime() {
        Forwarder forwarder = desk.forms(sink);
        visit("f1", "u1");
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        desk.world.clock.pass(Duration.ofDays(2));
        sink.answer(503);
        visit("f2", "u1");
        desk.awaitState(forwarder, RecordState.FAILED, 1);
        assertThat(desk.again(forwarder).restingUntil())
                .contains(desk.world.clock.instant().plus(Duration.ofMinutes(5)));
    }

    private Duration waits(Forwarder forwarder) {
        Standing standing = desk.only(forwarder).standing();
        return Duration.between(
                standing.lastAttemptAt().orElseThrow(), standing.due().orElseThrow());
    }

    private List<RecordState> states(ForwardingRecord record) {
        Map<String, List<SentRequest>> attempts =
                desk.world.in(desk.who, () -> desk.records.attempts(desk.who, List.of(record.recordId())));
        return attempts.getOrDefault(record.recordId(), List.of()).stream()
                .map(sent -> sent.state().orElseThrow())
                .toList();
    }

    @Test
    void theSeventhFailureEndsADeliveryAndRequeueingGivesItMoreTries() {
        sink.answer(502);
        Forwarder forwarder = desk.forms(sink);
        visit("f1", "u1");
        for (int tries = 1; tries <= 6; tries++) {
            desk.awaitState(forwarder, RecordState.FAILED, tries);
            desk.world.clock.pass(Duration.ofDays(8));
        }
        desk.awaitState(forwarder, RecordState.CANCELLED, 7);
        assertThat(desk.only(forwarder).standing().due()).isEmpty();
        sink.answer(200);
        desk.world.clock.pass(Duration.ofDays(8));
        desk.act(desk.only(forwarder), Records.Deed.REQUEUE);
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 7);
    }

    @Test
    void aRefusalIsFinalAtOnceAndCanBeTakenUpAgain() {
        sink.answer(400);
        Forwarder forwarder = desk.forms(sink);
        visit("f1", "u1");
        desk.awaitState(forwarder, RecordState.INVALID, 1);
        assertThat(desk.again(forwarder).restingUntil()).isEmpty();
        desk.world.clock.pass(Duration.ofDays(3));
        sink.answer(204);
        desk.act(desk.only(forwarder), Records.Deed.REQUEUE);
        desk.awaitState(forwarder, RecordState.EMPTY, 1);
        assertThat(sink.heard()).hasSize(2);
    }

    @Test
    void refusalsAreTriedAgainWhereThatIsWanted() {
        sink.answer(404);
        Forwarder forwarder = desk.forms(sink.url(), Desk.of(Set.of(), Set.of(), true, false));
        visit("f1", "u1");
        for (int tries = 1; tries <= 3; tries++) {
            desk.awaitState(forwarder, RecordState.FAILED, tries);
            desk.world.clock.pass(Duration.ofDays(8));
        }
        desk.awaitState(forwarder, RecordState.CANCELLED, 4);
    }

    @Test
    void aForwarderSaysWhichAnswersMeanThatTheOtherSideIsNotWell() {
        ForwarderOptions options =
                new ForwarderOptions(true, Set.of(), Set.of(), Set.of(), false, Set.of(404), false, 16, 0);
        Forwarder forwarder = desk.forms(sink.url(), options);
        sink.answers(one -> Reply.of(one.text().contains("f1") ? 503 : 404));
        visit("f1", "u1");
        Sink.eventually(() -> desk.again(forwarder).counts().invalid() == 1, "refused one");
        visit("f2", "u1");
        Sink.eventually(() -> desk.again(forwarder).counts().failed() == 1, "failed with one");
    }

    @Test
    void whoAsksToBeSparedIsSparedAsLongAndTheTryDoesNotCount() {
        sink.answers(one -> new Reply(429, Map.of("Retry-After", "90"), ""));
        Forwarder forwarder = desk.forms(sink);
        visit("f1", "u1");
        desk.awaitState(forwarder, RecordState.FAILED, 0);
        Instant now = desk.world.clock.instant();
        assertThat(desk.only(forwarder).standing().due()).contains(now.plusSeconds(90));
        assertThat(desk.again(forwarder).restingUntil()).contains(now.plusSeconds(90));
        sink.answer(200);
        desk.world.clock.pass(Duration.ofSeconds(91));
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
    }

    @Test
    void nothingIsSentWhileItIsPausedAndEverythingOnceAfterwards() {
        Forwarder forwarder = desk.forms(sink);
        desk.pause(forwarder, true);
        visit("f1", "u1");
        visit("f2", "u1");
        visit("f3", "u1");
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 3, "registered three");
        assertThat(sink.heard()).isEmpty();
        desk.pause(forwarder, false);
        sink.await(3);
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 3, "sent three");
        assertThat(sink.heard()).hasSize(3);
    }

    @Test
    void onlyWhatIsWantedIsForwarded() {
        Forwarder forwarder =
                desk.forms(sink.url(), Desk.of(Set.of("http://example.org/wanted"), Set.of("u-blocked"), false, false));
        desk.work.submit(desk.who, FormXml.visit("f1", "u1"));
        desk.work.submit(desk.who, FormXml.visit("f2", "u-blocked").ofKind("http://example.org/wanted"));
        desk.work.submit(desk.who, FormXml.visit("f3", "u1").ofKind("http://example.org/wanted"));
        sink.await(1);
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 1, "sent one");
        assertThat(desk.records(forwarder))
                .extracting(ForwardingRecord::payloadId)
                .containsExactly("f3");
    }

    @Test
    void aStubNamesTheFormAndItsCases() {
        desk.forwarder(desk.connection(sink.url()), FormStubType.SLUG, ForwarderOptions.usual());
        visit("f1", "u1");
        Heard heard = sink.await(1).getFirst();
        assertThat(heard.text())
                .matches("\\{\"form_id\":\"f1\",\"received_on\":\"[^\"]+Z\",\"case_ids\":\\[\"c-f1\"]}");
        assertThat(heard.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void failuresAreToldOnceAnHourWithHowManyThereWere() {
        sink.answer(400);
        Forwarder forwarder = desk.forms(sink);
        visit("f1", "u1");
        Sink.eventually(() -> desk.again(forwarder).counts().invalid() == 1, "refused one");
        visit("f2", "u1");
        Sink.eventually(() -> desk.again(forwarder).counts().invalid() == 2, "refused two");
        assertThat(desk.mails).hasSize(1);
        assertThat(desk.mails.getFirst().subject()).isEqualTo("MOTECH Error");
        assertThat(desk.mails.getFirst().text()).contains("demo", sink.url(), "f1", "400");
        desk.world.clock.pass(Duration.ofMinutes(61));
        visit("f3", "u1");
        Sink.eventually(() -> desk.mails.size() == 2, "told again");
        assertThat(desk.mails.getLast().text()).contains("Failures since the last mail: 2");
    }

    @Test
    void failuresAfterWhichNothingFailedAreToldOnceItIsTime() {
        sink.answer(400);
        Forwarder forwarder = desk.forms(sink);
        visit("f1", "u1");
        Sink.eventually(() -> desk.again(forwarder).counts().invalid() == 1, "refused one");
        visit("f2", "u1");
        Sink.eventually(() -> desk.again(forwarder).counts().invalid() == 2, "refused two");
        tellRest();
        assertThat(desk.mails).hasSize(1);
        desk.world.clock.pass(Duration.ofMinutes(61));
        tellRest();
        tellRest();
        assertThat(desk.mails).hasSize(2);
        assertThat(desk.mails.getLast().text()).contains("demo", sink.url(), "Failures since the last mail: 1");
    }

    @Test
    void whoWantsToHearOfManyFailuresOnlyIsToldOnceThereAreSoMany() {
        sink.answer(400);
        Forwarder forwarder = desk.forms(sink);
        desk.world.in(
                desk.who,
                () -> desk.connections.update(desk.who, forwarder.connectionId(), wish -> Desk.notifiedAfter(wish, 3)));
        for (int refused = 1; refused <= 4; refused++) {
            int now = refused;
            visit("f" + refused, "u1");
            Sink.eventually(() -> desk.again(forwarder).counts().invalid() == now, "refused " + now);
            tellRest();
            assertThat(desk.mails).hasSize(now < 3 ? 0 : 1);
        }
        assertThat(desk.mails.getLast().text()).contains("Failures since the last mail: 3");
    }

    private void tellRest() {
        desk.world.in(desk.who, () -> {
            desk.notices.tellRest();
            return true;
        });
    }

    @Test
    void ofOneDeliveryTheLastFiftyAttemptsAreShown() {
        Forwarder forwarder = desk.forms(sink);
        visit("f1", "u1");
        desk.awaitState(forwarder, RecordState.SUCCEEDED, 0);
        ForwardingRecord record = desk.only(forwarder);
        List<SentRequest> earlier = IntStream.range(0, 60)
                .mapToObj(i -> new SentRequest(
                        new UUID(0, i).toString(),
                        forwarder.connectionId(),
                        Optional.of(record.recordId()),
                        Optional.of("f1"),
                        desk.world.clock.instant(),
                        Optional.of(RecordState.FAILED),
                        new SentRequest.Content("POST", "", Map.of(), "", Optional.of(503), "", Map.of(), ""),
                        1))
                .toList();
        desk.world.in(desk.who, () -> {
            desk.world.transactions.writing(tx -> new RequestStore().insert(tx, earlier));
            return true;
        });
        assertThat(states(record)).hasSize(50).startsWith(RecordState.SUCCEEDED, RecordState.FAILED);
    }

    @Test
    void whatIsSecretDoesNotFollowAConnectionElsewhere() {
        Connection connection = desk.connection(
                "http://localhost:8000/in",
                new Authentication(AuthType.BASIC, "amina", "client", "http://localhost:8000/token", "", false),
                "secret");
        Connection renamed = moved(connection, "http://LOCALHOST:8000/other", "http://localhost:8000/token");
        assertThat(renamed.secrets().password()).isEqualTo("secret");
        assertThat(renamed.secrets().headers()).containsEntry("X-Clinic", "sealed-value");
        Connection tokens = moved(connection, "http://localhost:8000/other", "http://localhost:8001/token");
        assertThat(tokens.secrets().password()).isEmpty();
        assertThat(tokens.secrets().clientSecret()).isEmpty();
        assertThat(tokens.secrets().headers()).containsEntry("X-Clinic", "");
        assertThat(tokens.secrets().signing()).isEqualTo(connection.secrets().signing());
    }

    private Connection moved(Connection connection, String url, String tokenUrl) {
        return desk.world.in(
                desk.who,
                () -> desk.connections.update(
                        desk.who,
                        connection.connectionId(),
                        wish -> new ConnectionWish(
                                wish.name(),
                                url,
                                wish.notifyAddresses(),
                                wish.notifyAfter(),
                                new Authentication(AuthType.BASIC, "amina", "client", tokenUrl, "", false),
                                wish.password(),
                                wish.clientSecret(),
                                wish.headers(),
                                wish.skipCertVerify())));
    }

    @Test
    void aConnectionInUseIsNotDeleted() {
        Connection connection = desk.connection(sink.url());
        Forwarder forwarder = desk.forwarder(connection, FormStubType.SLUG, ForwarderOptions.usual());
        assertThatThrownBy(() -> delete(connection)).isInstanceOf(Refused.class).hasMessage("IN_USE");
        desk.world.in(desk.who, () -> {
            desk.forwarders.delete(desk.who, forwarder.forwarderId());
            return true;
        });
        delete(connection);
        assertThat(desk.world.in(desk.who, () -> desk.connections.list(desk.who)))
                .isEmpty();
    }

    private void delete(Connection connection) {
        desk.world.in(desk.who, () -> {
            desk.connections.delete(desk.who, connection.connectionId());
            return true;
        });
    }
}

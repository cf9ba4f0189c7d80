// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.types.FormStubType;
import org.baraza.forwarding.wire.TokenAnswer;
import org.baraza.paging.PageRequest;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.baraza.testing.Sink.Heard;
import org.baraza.testing.Sink.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other systems are shown of who sends (data forwarding: connection settings). */
final class CredentialsTest {
    private final Desk desk = new Desk();
    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        desk.close();
        sink.close();
    }

    /** What came of one delivery. */
    private List<Heard> sent(AuthType type, boolean inHeader) {
        return sent(sink.url(), type, inHeader);
    }

    private List<Heard> sent(String url, AuthType type, boolean inHeader) {
        Connection connection = desk.connection(
                url, new Authentication(type, "amina", "client", sink.url() + "/token", "", inHeader), "secret");
        Forwarder forwarder = desk.forwarder(connection, FormStubType.SLUG, ForwarderOptions.usual());
        desk.work.submit(desk.who, FormXml.visit("f1", "u1"));
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 1, "was sent");
        return sink.heard();
    }

    @Test
    void aPasswordIsShownAtOnce() {
        assertThat(sent(AuthType.BASIC, false).getFirst().header("Authorization"))
                .isEqualTo("Basic YW1pbmE6c2VjcmV0");
    }

    @Test
    void aKeyIsShownAtOnce() {
        assertThat(sent(AuthType.API_KEY, false).getFirst().header("Authorization"))
                .isEqualTo("ApiKey secret");
    }

    @Test
    void aChallengeIsAnswered() {
        sink.answers(one -> one.header("Authorization").startsWith("Digest username=\"amina\"")
                ? Reply.of(200)
                : new Reply(401, Map.of("WWW-Authenticate", "Digest realm=\"clinic\", nonce=\"n\", qop=\"auth\""), ""));
        assertThat(sent(AuthType.DIGEST, false)).hasSize(2);
    }

    @Test
    void aTokenIsAskedForOnceAndAgainWhenItIsNotTakenAnyMore() {
        sink.answers(one -> {
            if (one.uri().endsWith("/token")) {
                return new Reply(
                        200, Map.of(), "{\"access_token\": \"t" + sink.heard().size() + "\", \"expires_in\": 3600}");
            }
            return Reply.of(one.header("Authorization").equals("Bearer t1") ? 200 : 401);
        });
        List<Heard> heard = sent(AuthType.OAUTH2_CLIENT, true);
        assertThat(heard.get(0).text()).isEqualTo("grant_type=client_credentials");
        assertThat(heard.get(0).header("Authorization")).startsWith("Basic ");
        assertThat(heard.get(1).header("Authorization")).isEqualTo("Bearer t1");
        sink.answers(one -> one.uri().endsWith("/token")
                ? new Reply(200, Map.of(), "{\"access_token\": \"fresh\"}")
                : Reply.of(one.header("Authorization").equals("Bearer fresh") ? 200 : 401));
        sink.forget();
        desk.work.submit(desk.who, FormXml.visit("f2", "u1"));
        assertThat(sink.await(3)).extracting(one -> one.header("Authorization")).contains("Bearer t1", "Bearer fresh");
    }

    @Test
    void oneAsksForATokenWhereManyWantIt() {
        sink.answers(one -> {
            if (!one.uri().endsWith("/token")) {
                return Reply.of(200);
            }
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Reply(200, Map.of(), "{\"access_token\": \"t\"}");
        });
        Connection connection = desk.connection(
                sink.url(),
                new Authentication(AuthType.OAUTH2_CLIENT, "", "client", sink.url() + "/token", "", true),
                "");
        Forwarder forwarder = desk.forwarder(connection, FormStubType.SLUG, ForwarderOptions.usual());
        desk.pause(forwarder, true);
        for (int i = 0; i < 10; i++) {
            desk.work.submit(desk.who, FormXml.visit("f" + i, "u1"));
        }
        Sink.eventually(() -> desk.again(forwarder).counts().pending() == 10, "registered");
        desk.pause(forwarder, false);
        Sink.eventually(() -> desk.again(forwarder).counts().succeeded() == 10, "was sent");
        assertThat(sink.heard()).filteredOn(one -> one.uri().endsWith("/token")).hasSize(1);
    }

    @Test
    void aTokenStaysWithTheConnectionThatItWasGivenTo() {
        ConnectionStore store = new ConnectionStore(desk.world.vault);
        Tokens tokens = new Tokens(desk.world.transactions, store, desk.world.clock);
        Connection seen = desk.connection(sink.url());
        TokenAnswer token = new TokenAnswer("t", "", desk.world.clock.instant().plusSeconds(600));
        desk.world.in(desk.who, () -> {
            tokens.keep(seen, token);
            assertThat(tokens.kept(seen)).contains(token);
            Connection changed = desk.connections.update(desk.who, seen.connectionId(), wish -> wish);
            assertThat(tokens.kept(changed)).isEmpty();
            // Somebody who saw it before gets an answer late.
            tokens.keep(seen, token);
            assertThat(tokens.kept(changed)).isEmpty();
            assertThat(tokens.kept(seen)).isEmpty();
            return true;
        });
    }

    @Test
    void aTokenIsGivenForANameAndAPassword() {
        sink.answers(one ->
                one.uri().endsWith("token") ? new Reply(200, Map.of(), "{\"access_token\": \"t\"}") : Reply.of(200));
        List<Heard> heard = sent(sink.url().replace("/in", "/x/api/v2/data"), AuthType.BEARER, false);
        assertThat(heard.get(0).uri()).isEqualTo("/x/api/v2/token");
        assertThat(heard.get(0).text()).isEqualTo("grant_type=password&username=amina&password=secret");
        assertThat(heard.get(1).header("Authorization")).isEqualTo("Bearer t");
    }

    @Test
    void aClientShowsItselfInTheBodyWhenATokenIsAskedFor() {
        sink.answers(one ->
                one.uri().endsWith("token") ? new Reply(200, Map.of(), "{\"access_token\": \"t\"}") : Reply.of(200));
        assertThat(sent(AuthType.OAUTH2_PWD, false).getFirst().text())
                .isEqualTo(
                        "grant_type=password&username=amina&password=secret&client_id=client&client_secret=client-secret");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void requestsForTokensStandInTheLogWithoutWhatIsSecret(boolean inHeader) {
        sink.answers(one -> one.uri().endsWith("/token")
                ? new Reply(200, Map.of(), "{\"access_token\": \"given\"}")
                : Reply.of(200));
        sent(AuthType.OAUTH2_PWD, inHeader);
        RequestQuery query = new RequestQuery(
                "", "", "/token", Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(10));
        List<SentRequest> log =
                desk.world.in(desk.who, () -> desk.log.list(desk.who, query).items());
        assertThat(log).singleElement().satisfies(told -> {
            assertThat(told.recordId()).isEmpty();
            assertThat(told.content().method()).isEqualTo("POST");
            assertThat(told.content().status()).contains(200);
            assertThat(told.content().headers().getOrDefault("Authorization", "none"))
                    .isEqualTo(inHeader ? "********" : "none");
            assertThat(told.toString()).doesNotContain("secret", "given", "amina", "Basic ");
        });
    }

    @Test
    void whyThereIsNoTokenIsTold() {
        sink.answers(one -> one.uri().endsWith("/token")
                ? new Reply(401, Map.of(), "{\"error\": \"invalid_client\"}")
                : Reply.of(200));
        Connection connection = desk.connection(
                sink.url(),
                new Authentication(AuthType.OAUTH2_CLIENT, "", "client", sink.url() + "/token", "", true),
                "secret");
        Forwarder forwarder = desk.forwarder(connection, FormStubType.SLUG, ForwarderOptions.usual());
        desk.work.submit(desk.who, FormXml.visit("f1", "u1"));
        desk.awaitState(forwarder, RecordState.FAILED, 1);
        String recordId = desk.only(forwarder).recordId();
        assertThat(desk.world
                        .in(desk.who, () -> desk.records.attempts(desk.who, List.of(recordId)))
                        .getOrDefault(recordId, List.of()))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.content().error()).contains("401", "invalid_client"));
    }

    @Test
    void aClientSignsForItself() {
        assertThat(sent(AuthType.OAUTH1, false).getFirst().header("Authorization"))
                .startsWith("OAuth oauth_consumer_key=\"client\"")
                .contains("oauth_signature_method=\"HMAC-SHA1\"");
    }

    @Test
    void theDatabaseAndTheLogHoldNothingThatIsSecret() {
        sent(AuthType.BASIC, false);
        String everything = desk.world.in(
                desk.who,
                () -> desk.world.transactions.read(tx -> tx.sql()
                        .fetch("select to_jsonb(c)::text from forwarding.connection c"
                                + " union all select to_jsonb(r)::text from forwarding.request r")
                        .getValues(0)
                        .toString()));
        assertThat(everything)
                .contains("amina", "X-Clinic")
                .doesNotContain("sealed-value", "YW1pbmE6c2VjcmV0", "client-secret");
    }
}

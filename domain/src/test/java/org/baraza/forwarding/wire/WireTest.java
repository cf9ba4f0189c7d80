// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baraza.egress.EgressRules;
import org.baraza.testing.InsideUrls;
import org.baraza.testing.Sink;
import org.baraza.testing.Sink.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where requests do not go, whatever is asked, and how far they go where they do. */
final class WireTest {
    private final Sink sink = new Sink();

    @AfterEach
    void close() {
        sink.close();
    }

    private WireAnswer get(String url, List<String> allowed) throws IOException {
        try (Wire wire = new Wire(EgressRules.of(allowed), Duration.ofSeconds(2))) {
            return wire.send(new WireRequest("GET", url, Map.of(), Map.of(), new byte[0]), false);
        }
    }

    @Test
    void noSpellingOfAPlaceInsideIsReached() throws IOException {
        List<String> urls = InsideUrls.to(String.valueOf(port()));
        for (String url : urls) {
            assertThat(get(url, List.of())).as(url).isEqualTo(new WireAnswer.Silent("Invalid URL"));
        }
        assertThat(urls).hasSizeGreaterThan(80);
        assertThat(sink.heard()).isEmpty();
    }

    private int port() {
        return URI.create(sink.url()).getPort();
    }

    @Test
    void whatIsNoAddressOfHttpIsNotReachedWhereverThatMayLead() throws IOException {
        for (String url :
                List.of("gopher://localhost/", "file:///etc/passwd", "ftp://localhost/", "//localhost/in", "")) {
            assertThat(get(url, List.of("localhost"))).as(url).isEqualTo(new WireAnswer.Silent("Invalid URL"));
        }
    }

    /** It points outside when it is saved and when it is looked at before sending, and inside when a connection is made. */
    @Test
    void aNameThatIsMadeToPointInsideMeanwhileIsNotReached() throws IOException {
        Deque<InetAddress> answers = new ArrayDeque<>(List.of(
                InetAddress.ofLiteral("93.184.215.14"),
                InetAddress.ofLiteral("93.184.215.14"),
                InetAddress.ofLiteral("127.0.0.1")));
        EgressRules rules =
                EgressRules.of(List.of(), host -> new InetAddress[] {Objects.requireNonNull(answers.poll())});
        String url = "http://rebinding.example:8080/in";
        assertThat(rules.mayBeReached(url)).isTrue();
        try (Wire wire = new Wire(rules, Duration.ofSeconds(2))) {
            assertThat(wire.send(new WireRequest("GET", url, Map.of(), Map.of(), new byte[0]), false))
                    .isEqualTo(new WireAnswer.Silent("Invalid URL"));
        }
        assertThat(answers).isEmpty();
    }

    @Test
    void aRedirectInsideIsNotFollowed() throws IOException {
        sink.answers(one -> new Reply(302, Map.of("Location", "http://127.0.0.1:" + port() + "/inside"), ""));
        WireAnswer answer = get(sink.url(), List.of("localhost"));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        WireAnswer.Answered.class,
                        one -> assertThat(one.status()).isEqualTo(302));
        assertThat(sink.heard()).hasSize(1);
    }

    @Test
    void anAnswerIsKeptAsFarAsItGoes() throws IOException {
        sink.answers(one -> new Reply(200, Map.of(), "x".repeat(3_000_000)));
        assertThat(get(sink.url(), List.of("localhost"))).isInstanceOfSatisfying(WireAnswer.Answered.class, one -> {
            assertThat(one.isGood()).isTrue();
            assertThat(one.body()).hasSize(64 * 1024);
        });
    }

    @Test
    void nobodyIsWaitedForWithoutEnd() throws IOException {
        sink.answers(one -> {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Reply.of(200);
        });
        long start = System.nanoTime();
        assertThat(get(sink.url(), List.of("localhost"))).isInstanceOf(WireAnswer.Silent.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
}

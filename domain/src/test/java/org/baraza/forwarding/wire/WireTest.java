// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.baraza.egress.EgressRules;
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
    void noSpellingOfThisMachineIsReached() throws IOException {
        int port = Integer.parseInt(sink.url().replaceAll("^http://localhost:(\\d+)/in$", "$1"));
        for (String host : List.of(
                "localhost",
                "LOCALHOST",
                "localhost.",
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "127.255.255.254",
                "2130706433",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "017700000001",
                "0",
                "0.0.0.0",
                "[::1]",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:7f00:1::1]",
                "[fe80::1]",
                "[fe80::1%25lo]",
                "[fc00::1]",
                "[ff02::1]",
                "user@localhost",
                "example.org@localhost",
                "localhost%2eexample.org",
                "127。0。0。1",
                "①②⑦.⓪.⓪.①",
                "169.254.169.254",
                "metadata.google.internal",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.0.1",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255")) {
            assertThat(get("http://" + host + ":" + port + "/in", List.of()))
                    .as(host)
                    .isInstanceOf(WireAnswer.Silent.class);
        }
        for (String url : List.of(
                "gopher://localhost/",
                "file:///etc/passwd",
                "ftp://localhost/",
                "javascript:1",
                "//localhost/in",
                "")) {
            assertThat(get(url, List.of("localhost"))).as(url).isEqualTo(new WireAnswer.Silent("Invalid URL"));
        }
        assertThat(sink.heard()).isEmpty();
    }

    @Test
    void aRedirectInsideIsNotFollowed() throws IOException {
        sink.answers(one -> new Reply(302, Map.of("Location", "http://127.0.0.1/inside"), ""));
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

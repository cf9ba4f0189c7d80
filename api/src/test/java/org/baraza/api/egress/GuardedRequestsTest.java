// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.egress.EgressRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

final class GuardedRequestsTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer http;
    private byte[] body = "good".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private boolean redirects;

    @BeforeEach
    void aServerOnThisMachine() throws IOException {
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        http.createContext("/", exchange -> {
            asked.incrementAndGet();
            if (redirects) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(redirects ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
    }

    @AfterEach
    void close() {
        http.stop(0);
    }

    private String get(String host, String... allowed) throws IOException {
        try (GuardedRequests requests = new GuardedRequests(EgressRules.of(List.of(allowed)))) {
            return String.valueOf(RestClient.builder()
                    .requestFactory(requests.factory())
                    .build()
                    .get()
                    .uri("http://" + host + ":" + http.getAddress().getPort() + "/")
                    .retrieve()
                    .body(String.class));
        }
    }

    @Test
    void noRequestReachesThisMachineByWhateverName() {
        for (String host : List.of("localhost", "127.0.0.1", "[::ffff:127.0.0.1]", "0177.0.0.1", "2130706433")) {
            assertThatThrownBy(() -> get(host)).as(host).isInstanceOf(RuntimeException.class);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void anAllowedHostIsReached() throws IOException {
        assertThat(get("localhost", "localhost")).isEqualTo("good");
        assertThat(get("127.0.0.1", "127.0.0.0/8")).isEqualTo("good");
    }

    @Test
    void noRedirectIsFollowed() throws IOException {
        redirects = true;
        get("localhost", "localhost");
        assertThat(asked).hasValue(1);
    }

    @Test
    void anAnswerIsReadAsFarAsItMayGo() {
        body = new byte[300_000];
        assertThatThrownBy(() -> get("localhost", "localhost")).isInstanceOf(RestClientException.class);
    }

    /** Each byte comes in time, and the answer never does. */
    @Test
    void anAnswerThatTricklesEndsAfterAWhile() throws Exception {
        try (ServerSocket trickling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                GuardedRequests requests =
                        new GuardedRequests(EgressRules.of(List.of("localhost")), Duration.ofMillis(700))) {
            Thread.ofVirtual().start(() -> trickle(trickling));
            var client = RestClient.builder().requestFactory(requests.factory()).build();
            long begun = System.nanoTime();
            assertThatThrownBy(() -> client.get()
                            .uri("http://localhost:" + trickling.getLocalPort() + "/")
                            .retrieve()
                            .body(String.class))
                    .isInstanceOf(RestClientException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(600), Duration.ofMillis(4_000));
        }
    }

    private static void trickle(ServerSocket server) {
        try (Socket socket = server.accept()) {
            for (byte each : "HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                socket.getOutputStream().write(each);
            }
            while (true) {
                socket.getOutputStream().write('x');
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException hungUp) {
            Thread.currentThread().interrupt();
        }
    }
}

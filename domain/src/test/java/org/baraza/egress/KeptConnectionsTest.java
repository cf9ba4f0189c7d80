// SPDX-License-Identifier: Apache-2.0
package org.baraza.egress;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class KeptConnectionsTest {
    private static final EgressLimits LIMITS =
            new EgressLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1_000, 4, 2);

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket server;
    private Thread listener;
    private CloseableHttpClient client;

    /** How many requests a connection answers before it is hung up without a word. */
    private volatile int answers = 1;

    /** How long it thinks about the next one before it does so; 0 for not waiting for one. */
    private volatile int thinkingMillis;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
        client = EgressClient.of(EgressRules.of(List.of("127.0.0.1")), LIMITS);
        listener = Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    connections.incrementAndGet();
                    serve(socket);
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void aRequestThatMetAConnectionHungUpMeanwhileIsSentOverANewOne() throws IOException {
        for (int request = 0; request < 3; request++) {
            assertThat(post()).isEqualTo(204);
        }

        assertThat(connections).hasValue(3);
        assertThat(requests).hasValue(3);
    }

    @Test
    void aConnectionThatIsNotHungUpIsUsedAgain() throws IOException {
        answers = 3;
        for (int request = 0; request < 3; request++) {
            assertThat(post()).isEqualTo(204);
        }

        assertThat(connections).hasValue(1);
    }

    @Test
    void aNewConnectionThatIsHungUpIsAFailureAtOnce() {
        answers = 0;

        assertThatThrownBy(this::post).isInstanceOf(NoHttpResponseException.class);
        assertThat(requests).hasValue(1);
    }

    @Test
    void whoeverThoughtAboutARequestBeforeSheHungUpIsNotAskedAgain() throws IOException {
        thinkingMillis = 1_200;
        assertThat(post()).isEqualTo(204);

        assertThatThrownBy(this::post).isInstanceOf(NoHttpResponseException.class);
        assertThat(requests).hasValue(2);
    }

    @Test
    void whereNobodyListensAnyMoreThatIsSaidAtOnce() throws IOException, InterruptedException {
        assertThat(post()).isEqualTo(204);
        server.close();
        // Whoever waited to accept may take one more connection while the socket closes.
        listener.join();

        assertThatThrownBy(this::post).isInstanceOf(ConnectException.class);
    }

    private int post() throws IOException {
        HttpPost post = new HttpPost("http://127.0.0.1:" + server.getLocalPort() + "/");
        post.setEntity(new StringEntity("{}", ContentType.APPLICATION_JSON));
        return client.execute(post, answer -> answer.getCode());
    }

    private void serve(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        if (answers == 0) {
            heard(in);
        }
        for (int answer = 0; answer < answers && heard(in); answer++) {
            socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII));
        }
        if (thinkingMillis > 0 && heard(in)) {
            LockSupport.parkNanos(thinkingMillis * 1_000_000L);
        }
    }

    private boolean heard(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            return false;
        }
        while (!line.isEmpty()) {
            line = in.readLine();
        }
        in.read();
        in.read();
        requests.incrementAndGet();
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Another system on this machine, which remembers what it was sent and answers as a test says. */
public final class Sink implements AutoCloseable {

    /** What it was sent. */
    public record Heard(String method, String uri, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** A header by its name, whatever its case. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What it answers. */
    public record Reply(int status, Map<String, String> headers, String body) {
        public static Reply of(int status) {
            return new Reply(status, Map.of(), status == 204 ? "" : "said " + status);
        }
    }

    private final HttpServer http;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile Function<Heard, Reply> answers = one -> Reply.of(200);

    public Sink() {
        try {
            http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::answer);
        http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        Heard one = new Heard(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes());
        heard.add(one);
        Reply reply = answers.apply(one);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    public String url() {
        return "http://localhost:" + http.getAddress().getPort() + "/in";
    }

    public void answer(int status) {
        answers = one -> Reply.of(status);
    }

    public void answers(Function<Heard, Reply> how) {
        answers = how;
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public void forget() {
        heard.clear();
    }

    /** What it was sent once it was sent so much; fails when that does not come. */
    public List<Heard> await(int count) {
        eventually(() -> heard.size() >= count, "heard " + count + " requests");
        return heard();
    }

    /** Waits for something that comes by itself. */
    public static void eventually(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came that it " + what);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system on this machine. Each path below it stands for a place of its own. */
final class Receiver implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    private static final int PERCENT = 100;

    /**
     * A delivery that it took.
     *
     * @param place path under which it came
     * @param document id of the form or case
     * @param step how far the case was; 0 for forms
     * @param nanos when it came
     */
    record Taken(String place, String deliveryId, String document, int step, long nanos) {}

    /**
     * How it treats deliveries.
     *
     * @param failing of a hundred, so many are answered with 500, the first of them with 503
     * @param silent of a hundred, so many are not answered for longer than anybody waits
     * @param delayMillis before each other answer
     */
    record Manner(int failing, int silent, int delayMillis) {}

    private final HttpServer http;
    private final Manner manner;
    private final SplittableRandom random;
    private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger heard = new AtomicInteger();
    private volatile boolean open = true;

    Receiver(Manner manner, long seed) throws IOException {
        this.manner = manner;
        this.random = new SplittableRandom(seed);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::answer);
        http.start();
    }

    String url(String place) {
        return "http://localhost:" + http.getAddress().getPort() + "/" + place;
    }

    private synchronized int dice() {
        return random.nextInt(PERCENT);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        heard.incrementAndGet();
        int fate = dice();
        String place = exchange.getRequestURI().getPath().substring(1);
        if (place.startsWith("hanging") || fate < manner.silent) {
            pause(TimeUnit.MINUTES.toMillis(2));
            exchange.close();
            return;
        }
        pause(manner.delayMillis);
        boolean fails = fate < manner.silent + manner.failing;
        if (!fails) {
            taken.add(read(exchange, place, body));
        }
        exchange.sendResponseHeaders(fails ? failure(fate) : 200, -1);
        exchange.close();
    }

    /** What is unwell is left alone for a while, so that this is rare. */
    private int failure(int fate) {
        return fate == manner.silent ? 503 : 500;
    }

    private void pause(long millis) {
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            while (open && System.nanoTime() < end) {
                Thread.sleep(Math.min(millis, 100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Taken read(HttpExchange exchange, String place, byte[] body) {
        String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
        JsonNode json = JsonMapper.shared().readTree(body);
        boolean isCase = json.has("case_id");
        return new Taken(
                place,
                id,
                json.path(isCase ? "case_id" : "id").asString(""),
                json.at("/properties/step").asInt(0),
                System.nanoTime());
    }

    /** In the order in which they came. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    int count() {
        return taken.size();
    }

    int heard() {
        return heard.get();
    }

    @Override
    public void close() {
        open = false;
        http.stop(0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.install;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baraza.bench.load.Latencies;
import org.baraza.bench.server.Admin;
import org.baraza.bench.server.ServerCommand;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Line;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes versions of a large app and fetches their files as phones do, again and again. */
public final class InstallBench {
    private static final double WARM_UP_SECONDS = 5;
    private static final int FORMS = 50;
    private static final int QUESTIONS = 40;

    private final ServerCommand server;
    private final String project;
    private final Admin admin;
    private final int clients;
    private final double seconds;
    private String buildId = "";
    private String appId = "";

    public InstallBench(ServerCommand server, String project, int clients, double seconds) throws IOException {
        this.server = server;
        this.project = project;
        this.admin = new Admin(server);
        this.clients = clients;
        this.seconds = seconds;
        admin.createProject(project);
    }

    /** What the answers to one kind of request came to. */
    public record Result(String what, double perSecond, double p50, double p99) {}

    /** Milliseconds that each of some versions took, the first ones cold. */
    public List<Long> versions(int count) throws IOException {
        ObjectNode importing = variables();
        importing.set("d", BigApp.of(FORMS, QUESTIONS));
        appId = admin.graphql(
                        "mutation($p: String!, $d: JSON!) { importApp(input: {project: $p, name: \"Large\", document: $d}) {"
                                + " app { appId } } }",
                        importing)
                .at("/importApp/app/appId")
                .asString();
        List<Long> took = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            int version = admin.graphql(
                            "query($p: String!, $a: String!) { project(name: $p) { app(appId: $a) { version } } }",
                            variables().put("a", appId))
                    .at("/project/app/version")
                    .asInt();
            admin.graphql(
                    "mutation($p: String!, $a: String!, $v: Int!, $c: JSON) { editApp(input: {project: $p, appId: $a,"
                            + " version: $v, changes: [{put: {path: \"comment\", value: $c}}]}) { app { version } } }",
                    variables().put("a", appId).put("v", version).put("c", "Round " + round));
            long began = System.nanoTime();
            JsonNode made = admin.graphql(
                            "mutation($p: String!, $a: String!) { makeVersion(input: {project: $p, appId: $a}) {"
                                    + " version { buildId } problems { message } } }",
                            variables().put("a", appId))
                    .path("makeVersion");
            took.add((System.nanoTime() - began) / 1_000_000);
            buildId = made.at("/version/buildId").asString("");
            if (buildId.isEmpty()) {
                throw new IOException("no version: " + made);
            }
        }
        admin.graphql(
                "mutation($p: String!, $b: String!) { releaseVersion(input: {project: $p, buildId: $b, released: true}) {"
                        + " version { number } } }",
                variables().put("b", buildId));
        return took;
    }

    private ObjectNode variables() {
        return JsonMapper.shared().createObjectNode().put("p", project);
    }

    /** The profile that phones look for updates at, a form by its version, the same not changed, and the floor of both. */
    public List<Result> downloads() throws IOException, InterruptedException {
        int port = server.port();
        String folder = "/a/" + project + "/apps/download/";
        String form = folder + buildId + "/modules-0/forms-0.xml";
        HttpAnswer first = once(port, request(form, ""));
        String etag = first.header("etag").orElseThrow();
        List<Result> results = new ArrayList<>();
        results.add(
                measured("profile?latest=true", port, request(folder + appId + "/profile.ccpr?latest=true", ""), 200));
        results.add(measured("form", port, request(form, ""), 200));
        results.add(measured("form, not changed", port, request(form, "If-None-Match: " + etag + "\r\n"), 304));
        // Else it holds its small packets back until the client has confirmed the one before: 40 ms each.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer floor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] content = first.text().getBytes(StandardCharsets.UTF_8);
        floor.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        floor.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        floor.start();
        try {
            results.add(
                    measured("floor: the JDK's own server", floor.getAddress().getPort(), request("/", ""), 200));
        } finally {
            floor.stop(0);
        }
        return results;
    }

    private static byte[] request(String path, String header) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static HttpAnswer once(int port, byte[] request) throws IOException {
        try (Line line = new Line(port)) {
            return line.send(request);
        }
    }

    private Result measured(String what, int port, byte[] request, int status)
            throws IOException, InterruptedException {
        load(port, request, status, WARM_UP_SECONDS);
        long began = System.nanoTime();
        Latencies latencies = load(port, request, status, seconds);
        double took = (System.nanoTime() - began) / 1e9;
        return new Result(what, latencies.count() / took, latencies.quantile(0.5), latencies.quantile(0.99));
    }

    private Latencies load(int port, byte[] request, int status, double forSeconds)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + (long) (forSeconds * 1e9);
        List<Future<Latencies>> running = new ArrayList<>();
        List<Latencies> parts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> fetch(port, request, status, deadline)));
            }
            for (Future<Latencies> part : running) {
                parts.add(part.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
        return Latencies.all(parts);
    }

    private static Latencies fetch(int port, byte[] request, int status, long deadline) throws IOException {
        Latencies latencies = new Latencies();
        try (Line line = new Line(port)) {
            while (System.nanoTime() < deadline) {
                long sent = System.nanoTime();
                HttpAnswer answer = line.send(request);
                latencies.add(System.nanoTime() - sent);
                if (answer.status() != status) {
                    throw new IOException("answered with " + answer.status() + " " + answer.text());
                }
            }
        }
        return latencies;
    }
}

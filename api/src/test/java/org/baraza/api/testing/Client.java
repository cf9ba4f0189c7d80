// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks HTTP without keeping cookies or following redirects. */
public final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String base;

    Client(int port) {
        this.port = port;
        base = "http://localhost:" + port;
    }

    /** For tests that speak to the socket themselves. */
    public int port() {
        return port;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** Sends JSON when there is a body. */
    public HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = request(path, headers).method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        return answer(request, BodyHandlers.ofString());
    }

    /** Sends bytes as they are, with no header but those given. */
    public HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        return answer(request(path, headers).method(method, BodyPublishers.ofByteArray(body)), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> download(String path, String... headers) {
        return answer(request(path, headers).GET(), BodyHandlers.ofByteArray());
    }

    /** The first event of a stream that a posted JSON body opens. */
    public String firstEvent(String path, String body, String authorization) {
        var request = request(path, "Authorization", authorization, "Accept", "text/event-stream")
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        try (var lines = answer(request, BodyHandlers.ofLines()).body()) {
            return lines.filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring("data:".length()).strip())
                    .filter(data -> !data.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private <T> HttpResponse<T> answer(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            HttpResponse<T> answer = http.send(request.build(), body);
            note(answer);
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void note(HttpResponse<?> answer) {
        Heard.note(
                answer.request().method(),
                answer.uri().getRawPath(),
                answer.statusCode(),
                header(answer, "Content-Type"),
                answer.body() instanceof String text ? text : "");
    }

    public static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The value that the answer sets for a cookie. */
    public static String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElse("");
    }

    public static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

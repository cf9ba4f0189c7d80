// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.api.testing.Client;
import org.baraza.identity.credentials.Digest;
import tools.jackson.databind.JsonNode;

/** Sends the requests of vectors, as the people of their world. */
final class VectorClient {
    private static final Pattern CHALLENGE = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,\\s]+))");
    /** Everything that may stand in a path as it is. */
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9/?&=%:+,;@!$'()*~._-]");

    private static final Documented DOCUMENT = new Documented();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Map<String, JsonNode> people = new HashMap<>();

    VectorClient(String base, JsonNode world) {
        this.base = base;
        world.path("web_users").forEach(user -> people.put(user.path("key").asString(), user));
        world.path("mobile_workers").forEach(user -> people.put(user.path("key").asString(), user));
    }

    Reply send(JsonNode request) {
        String path = path(request);
        RequestBody body = RequestBody.of(request);
        Map<String, String> headers = new LinkedHashMap<>();
        if (!body.contentType().isEmpty()) {
            headers.put("Content-Type", body.contentType());
        }
        String method = request.path("method").asString("GET");
        authorize(request, method, path, body, headers);
        request.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString()));
        return send(method, path, body, headers);
    }

    /** A captured link may be absolute; only its path and query are used. */
    private static String path(JsonNode request) {
        String path = request.path(request.has("path") ? "path" : "url").asString();
        if (path.matches("https?://.*")) {
            URI link = URI.create(path);
            path = link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
        }
        if (!request.path("query").isEmpty()) {
            path += (path.contains("?") ? "&" : "?") + RequestBody.urlEncoded(request.path("query"));
        }
        return FOREIGN.matcher(path).replaceAll(VectorClient::encoded);
    }

    private static String encoded(java.util.regex.MatchResult character) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : character.group().getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format("%%%02X", one));
        }
        return encoded.toString();
    }

    private void authorize(
            JsonNode request, String method, String path, RequestBody body, Map<String, String> headers) {
        JsonNode auth = request.path("auth");
        if (auth.isNull()) {
            return;
        }
        if (auth.isMissingNode() || auth.isString()) {
            JsonNode person = person(auth.asString("admin"));
            headers.put("Authorization", Client.basic(text(person, "username"), text(person, "password")));
        } else if (auth.has("basic")) {
            headers.put(
                    "Authorization",
                    Client.basic(
                            auth.at("/basic/0").asString(), auth.at("/basic/1").asString()));
        } else if (auth.has("apikey")) {
            JsonNode person = person(text(auth, "apikey"));
            headers.put(
                    "Authorization",
                    auth.path("scheme").asString("ApiKey") + " " + text(person, "username") + ":"
                            + text(person, "api_key"));
        } else {
            Reply challenge = send(method, path, body, headers);
            headers.put("Authorization", digest(person(text(auth, "digest")), method, path, challenge));
        }
    }

    private JsonNode person(String key) {
        JsonNode person = people.get(key);
        if (person == null) {
            throw new IllegalArgumentException("there is nobody called " + key);
        }
        return person;
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString();
    }

    private static String digest(JsonNode person, String method, String path, Reply reply) {
        String asked = reply.header("WWW-Authenticate").orElse("");
        Map<String, String> challenge = new HashMap<>();
        Matcher parts = CHALLENGE.matcher(asked.replaceFirst("(?is)^.*?digest\\s", ""));
        while (parts.find()) {
            challenge.put(parts.group(1), parts.group(2) == null ? parts.group(3) : parts.group(2));
        }
        if (!challenge.containsKey("nonce")) {
            throw new Mismatch("no Digest challenge: " + reply.status() + " " + asked);
        }
        String realm = challenge.getOrDefault("realm", "");
        String nonce = challenge.getOrDefault("nonce", "");
        String username = text(person, "username");
        String clientNonce = UUID.randomUUID().toString();
        String response = Digest.response(
                Digest.secret(username, realm, text(person, "password")), method, path, nonce, "00000001", clientNonce);
        String opaque = challenge.containsKey("opaque") ? ", opaque=\"" + challenge.get("opaque") + "\"" : "";
        return ("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\", "
                        + "qop=auth, nc=00000001, cnonce=\"%s\"%s")
                .formatted(username, realm, nonce, path, response, clientNonce, opaque);
    }

    private Reply send(String method, String path, RequestBody body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, BodyPublishers.ofByteArray(body.bytes()));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            Reply reply = new Reply(answer.statusCode(), answer.headers(), answer.body());
            DOCUMENT.mustHave(method, path, reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

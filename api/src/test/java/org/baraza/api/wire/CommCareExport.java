// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.api.testing.Client;
import tools.jackson.databind.JsonNode;

/**
 * The requests of commcare-export (REST data API, section 15): how it signs in, pages, comes again and waits. It asks for
 * what is new since the last row that it has, and knows rows by their id.
 */
final class CommCareExport {
    private static final int SAME_REQUESTS_BEFORE_IT_GIVES_UP = 10;

    private final Client client;
    private final String project;
    private final String user;
    private final String secret;
    private final boolean byKey;
    private String challenge = "";
    private int count;
    private int waits;

    private CommCareExport(Client client, String project, String user, String secret, boolean byKey) {
        this.client = client;
        this.project = project;
        this.user = user;
        this.secret = secret;
        this.byKey = byKey;
    }

    /** With a password: HTTP Digest. */
    static CommCareExport byPassword(Client client, String project, String user, String password) {
        return new CommCareExport(client, project, user, password, false);
    }

    static CommCareExport byKey(Client client, String project, String user, String key) {
        return new CommCareExport(client, project, user, key, true);
    }

    /** How often it was told to come back later, and did. */
    int waits() {
        return waits;
    }

    /** All ids of forms or cases, in pages by the moment at which they were indexed. */
    List<String> byDate(String resource, int limit) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("order_by", "indexed_on");
        parameters.put("limit", Integer.toString(limit));
        Set<String> seen = new LinkedHashSet<>();
        Map<String, String> before = Map.of();
        int repeated = 0;
        while (true) {
            repeated = parameters.equals(before) ? repeated + 1 : 0;
            assertThat(repeated).isLessThan(SAME_REQUESTS_BEFORE_IT_GIVES_UP);
            before = Map.copyOf(parameters);
            JsonNode batch = get(resource, parameters);
            assertThat(batch.at("/meta/total_count").isNumber()).isTrue();
            String last = "";
            for (JsonNode row : batch.path("objects")) {
                seen.add(row.path("id").asString());
                last = row.path("indexed_on").asString();
            }
            if (batch.at("/meta/next").isNull()) {
                return List.copyOf(seen);
            }
            // As Python writes a moment: without a zone, and without a fraction where it is zero.
            parameters.put("indexed_on_start", last.replace("Z", "").replace(".000000", ""));
        }
    }

    /** All ids of other resources, by the query of {@code meta.next}. */
    List<String> byNext(String resource, int limit) {
        Map<String, String> parameters = Map.of("limit", Integer.toString(limit));
        List<String> ids = new ArrayList<>();
        while (true) {
            JsonNode batch = get(resource, parameters);
            batch.path("objects").forEach(row -> ids.add(row.path("id").asString()));
            if (batch.at("/meta/next").isNull()) {
                return ids;
            }
            String query = URI.create(batch.at("/meta/next").asString()).getRawQuery();
            parameters = List.of(query.split("&")).stream()
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        }
    }

    private JsonNode get(String resource, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        String path = "/a/" + project + "/api/v0.5/" + resource + "/?" + query;
        while (true) {
            HttpResponse<String> answer = asked(path);
            if (answer.statusCode() == 429) {
                waits++;
                sleep(Double.parseDouble(header(answer, "Retry-After")));
            } else {
                assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
                return json(answer);
            }
        }
    }

    private HttpResponse<String> asked(String path) {
        if (byKey) {
            return send(path, "apikey " + user + ":" + secret);
        }
        if (challenge.isEmpty()) {
            HttpResponse<String> first = send(path, "");
            assertThat(first.statusCode()).isEqualTo(401);
            challenge = header(first, "WWW-Authenticate");
            assertThat(challenge).startsWith("Digest ");
        }
        return send(path, digest(path));
    }

    private HttpResponse<String> send(String path, String authorization) {
        List<String> headers = new ArrayList<>(List.of("User-Agent", "python-requests/2.32.3", "Accept", "*/*"));
        if (!authorization.isEmpty()) {
            headers.addAll(List.of("Authorization", authorization));
        }
        return client.get(path, headers.toArray(String[]::new));
    }

    /** As the Python library writes it: the algorithm in quotes. */
    private String digest(String path) {
        String nc = "%08x".formatted(++count);
        String first = md5(user + ":" + said("realm") + ":" + secret);
        String response = md5(first + ":" + said("nonce") + ":" + nc + ":0a4f113b:auth:" + md5("GET:" + path));
        return ("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\", algorithm=\"MD5\", "
                        + "qop=\"auth\", nc=%s, cnonce=\"0a4f113b\"")
                .formatted(user, said("realm"), said("nonce"), path, response, nc);
    }

    private String said(String name) {
        return challenge.replaceAll(".*" + name + "=\"([^\"]*)\".*", "$1");
    }

    private static void sleep(double seconds) {
        assertThat(seconds).isGreaterThanOrEqualTo(1);
        try {
            Thread.sleep((long) Math.ceil(seconds) * 1_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

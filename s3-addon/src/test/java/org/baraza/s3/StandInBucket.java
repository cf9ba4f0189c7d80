// SPDX-License-Identifier: Apache-2.0
package org.baraza.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bucket as S3 has them, as far as blobs need it: signed requests, parts of objects, lists in pages. */
final class StandInBucket implements AutoCloseable {
    static final String NAME = "blobs";
    private static final int PAGE = 2;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Signatures signatures;
    private final HttpServer server;
    private volatile boolean failing;

    StandInBucket(Signatures signatures) {
        this.signatures = signatures;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    NavigableMap<String, byte[]> objects() {
        return objects;
    }

    void fail(boolean yes) {
        failing = yes;
    }

    private void serve(HttpExchange request) throws IOException {
        byte[] body = request.getRequestBody().readAllBytes();
        try (request) {
            if (failing) {
                error(request, 503, "SlowDown");
            } else if (!signatures.isGood(request, body)) {
                error(request, 403, "SignatureDoesNotMatch");
            } else {
                answer(request, body);
            }
        }
    }

    private void answer(HttpExchange request, byte[] body) throws IOException {
        String path = request.getRequestURI().getPath();
        String key = path.length() > NAME.length() + 2 ? path.substring(NAME.length() + 2) : "";
        switch (request.getRequestMethod()) {
            case "PUT" -> {
                if (md5(body).equals(request.getRequestHeaders().getFirst("Content-MD5"))) {
                    objects.put(key, body);
                    answer(request, 200, new byte[0]);
                } else {
                    error(request, 400, "BadDigest");
                }
            }
            case "DELETE" -> {
                objects.remove(key);
                answer(request, 204, new byte[0]);
            }
            default -> {
                if (key.isEmpty()) {
                    answer(request, 200, list(parameters(request)).getBytes(StandardCharsets.UTF_8));
                } else {
                    get(request, key);
                }
            }
        }
    }

    private static String md5(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void get(HttpExchange request, String key) throws IOException {
        byte[] object = objects.get(key);
        String wanted = request.getRequestHeaders().getFirst("Range");
        if (object == null) {
            error(request, 404, "NoSuchKey");
        } else if (wanted == null) {
            answer(request, 200, object);
        } else {
            Matcher range = RANGE.matcher(wanted);
            if (!range.matches() || Integer.parseInt(range.group(1)) >= object.length) {
                error(request, 416, "InvalidRange");
                return;
            }
            answer(
                    request,
                    206,
                    Arrays.copyOfRange(
                            object,
                            Integer.parseInt(range.group(1)),
                            Math.min(object.length, Integer.parseInt(range.group(2)) + 1)));
        }
    }

    private String list(Map<String, String> parameters) {
        String prefix = parameters.getOrDefault("prefix", "");
        String after = parameters.getOrDefault("continuation-token", "");
        List<String> keys = objects.tailMap(after, false).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .toList();
        StringBuilder xml = new StringBuilder("<ListBucketResult><IsTruncated>")
                .append(keys.size() > PAGE)
                .append("</IsTruncated>");
        if (keys.size() > PAGE) {
            xml.append("<NextContinuationToken>").append(keys.get(PAGE - 1)).append("</NextContinuationToken>");
        }
        keys.stream()
                .limit(PAGE)
                .forEach(key -> xml.append("<Contents><Key>")
                        .append(key)
                        .append("</Key><LastModified>")
                        .append(Instant.now())
                        .append("</LastModified></Contents>"));
        return xml.append("</ListBucketResult>").toString();
    }

    private static Map<String, String> parameters(HttpExchange request) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : request.getRequestURI().getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static void error(HttpExchange request, int status, String code) throws IOException {
        answer(request, status, ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange request, int status, byte[] body) throws IOException {
        request.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            request.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

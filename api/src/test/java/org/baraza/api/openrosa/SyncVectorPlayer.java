// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Phone;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Plays the steps of a sync vector. */
final class SyncVectorPlayer {
    private final SyncVectorCast cast;
    private final Map<String, String> tokens = new HashMap<>();

    SyncVectorPlayer(SyncVectorCast cast) {
        this.cast = cast;
    }

    /** What a payload says of a case. */
    private record Told(boolean create, boolean close, TreeSet<String> emptyIndices) {}

    void play(JsonNode step, String which) {
        switch (step.path("do").asString()) {
            case "submit" -> submit(step, which);
            case "sync" -> sync(step, which);
            case "group" -> cast.group(step.has("group") ? step.path("group") : step);
            case "archive", "unarchive" ->
                ReceiverActions.act(
                        cast.place,
                        step.path("do").asString(),
                        step.path("form").asString());
            default -> throw new AssertionError(step);
        }
    }

    private Phone phone(JsonNode step) {
        String user = step.path("user").asString();
        cast.user(user);
        return cast.place.phone(user);
    }

    private void submit(JsonNode step, String which) {
        List<String> headers = new ArrayList<>(List.of("X-OpenRosa-Version", "3.0"));
        String token = token(step.path("token"));
        if (token != null) {
            headers.addAll(List.of("X-CommCareHQ-LastSyncToken", token));
        }
        HttpResponse<String> answer = phone(step)
                .post(
                        "receiver/",
                        Multipart.TYPE,
                        Multipart.of(cast.withIds(step.path("form").asString())).bytes(),
                        headers.toArray(String[]::new));
        assertThat(answer.statusCode())
                .as(which + ": " + answer.body())
                .isEqualTo(step.at("/expect/http").asInt());
    }

    private void sync(JsonNode step, String which) {
        StringBuilder path = new StringBuilder("/a/" + cast.place.name() + "/phone/restore/?version=2.0");
        add(path, "device_id", step.path("device").asString(""));
        add(path, "since", token(step.path("since")));
        add(path, "state", step.path("state").asString(""));
        HttpResponse<String> answer = cast.place
                .client()
                .get(path.toString(), "Authorization", phone(step).authorization());
        JsonNode expect = step.path("expect");
        assertThat(answer.statusCode())
                .as(which + ": " + answer.body())
                .isEqualTo(expect.path("http").asInt());
        if (answer.statusCode() == 200) {
            XmlElement root = parse(answer.body());
            String restoreId = root.child("Sync")
                    .flatMap(sync -> sync.child("restore_id"))
                    .orElseThrow()
                    .text();
            if (step.has("save_as")) {
                tokens.put(step.path("save_as").asString(), restoreId);
            }
            if (expect.has("cases")) {
                assertThat(told(root)).as(which).isEqualTo(expected(expect.path("cases")));
            }
        }
    }

    private static void add(StringBuilder path, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            path.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private @Nullable String token(JsonNode name) {
        return name.isString() ? tokens.getOrDefault(name.asString(), name.asString()) : null;
    }

    private static XmlElement parse(String body) {
        try {
            return XmlReader.read(body.getBytes(StandardCharsets.UTF_8), XmlLimits.FORM);
        } catch (XmlRejected e) {
            throw new AssertionError(body, e);
        }
    }

    private static Map<String, Told> told(XmlElement root) {
        Map<String, Told> told = new TreeMap<>();
        for (XmlElement element : root.children("case")) {
            TreeSet<String> empty = new TreeSet<>();
            element.child("index")
                    .ifPresent(index -> index.children().stream()
                            .filter(link -> link.text().isEmpty())
                            .forEach(link -> empty.add(link.name())));
            told.put(
                    element.attribute("case_id").orElseThrow(),
                    new Told(
                            element.child("create").isPresent(),
                            element.child("close").isPresent(),
                            empty));
        }
        return told;
    }

    private static Map<String, Told> expected(JsonNode cases) {
        Map<String, Told> expected = new TreeMap<>();
        cases.properties().forEach(entry -> {
            TreeSet<String> empty = new TreeSet<>();
            entry.getValue().path("empty_indices").forEach(name -> empty.add(name.asString()));
            expected.put(
                    entry.getKey(),
                    new Told(
                            entry.getValue().path("create").asBoolean(),
                            entry.getValue().path("close").asBoolean(),
                            empty));
        });
        return expected;
    }
}

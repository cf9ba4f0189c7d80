// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.vectors;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays a vector: its steps in order, in one world. */
final class RestPlayer {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_PAGES = 50;

    private final VectorClient client;
    private final Names names = new Names();

    RestPlayer(String base, JsonNode world) {
        client = new VectorClient(base, world);
        world.path("refs").properties().forEach(ref -> names.put(ref.getKey(), ref.getValue()));
        names.put("base", text(base));
        names.put("run", text(UUID.randomUUID().toString().substring(0, 8)));
    }

    private static JsonNode text(String value) {
        return JsonMapper.shared().valueToTree(value);
    }

    void play(JsonNode vector) {
        int number = 0;
        for (JsonNode step : vector.path("steps")) {
            number++;
            try {
                play((ObjectNode) step.deepCopy());
            } catch (Mismatch e) {
                throw new AssertionError(
                        "step " + number + " (" + step.path("note").asString("") + "): " + e.getMessage(), e);
            }
        }
    }

    private void play(ObjectNode raw) {
        raw.remove("note");
        JsonNode step = names.filled(raw);
        if (step.has("walk")) {
            walk(step);
            return;
        }
        Reply reply =
                answered(step, Instant.now().plusSeconds(step.path("within").asInt(0)));
        step.path("capture")
                .properties()
                .forEach(capture ->
                        names.put(capture.getKey(), reply.at(capture.getValue().asString())));
    }

    /** What is not so yet may become so in the time that the step gives. */
    private Reply answered(JsonNode step, Instant deadline) {
        while (true) {
            Reply reply = client.send(step.path("request"));
            try {
                reply.mustBe(step.path("expect"));
                return reply;
            } catch (Mismatch e) {
                if (!Instant.now().isBefore(deadline)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Follows the links from page to page; the ids on each are what counts. */
    private void walk(JsonNode step) {
        JsonNode walk = step.path("walk");
        ObjectNode request = (ObjectNode) step.path("request").deepCopy();
        String first = request.path("path").asString();
        ArrayNode pages = JsonMapper.shared().createArrayNode();
        for (int page = 1; ; page++) {
            if (page > walk.path("max").asInt(MOST_PAGES)) {
                throw new Mismatch("paging does not end");
            }
            Reply reply = client.send(request);
            reply.mustBe(each(step.path("expect")));
            JsonNode document = reply.json();
            JsonNode rows = document.at(walk.path("list").asString());
            if (!rows.isEmpty() || !walk.path("tolerate_empty_last").asBoolean(false)) {
                ArrayNode ids = pages.addArray();
                StreamSupport.stream(rows.spliterator(), false)
                        .forEach(row -> ids.add(row.path(walk.path("id").asString())));
            }
            String next = document.at(walk.path("next").asString()).asString("");
            if (next.isEmpty()) {
                break;
            }
            request.remove("query");
            request.put("path", next.startsWith("?") ? first + next : next);
        }
        new Expected(step.path("expect").path("pages"), "pages").match(pages);
    }

    private static JsonNode each(JsonNode expected) {
        ObjectNode each = JsonMapper.shared().createObjectNode();
        each.put("status", 200);
        if (expected.has("each")) {
            each.set("json", expected.path("each"));
        }
        return each;
    }
}

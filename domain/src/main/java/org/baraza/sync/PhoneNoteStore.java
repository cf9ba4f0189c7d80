// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads {@link PhoneNote}s: an expression for the statement that stores forms, and the JSON of their steps. */
public final class PhoneNoteStore {
    private static final JsonMapper JSON_MAPPER = JsonMapper.shared();

    private PhoneNoteStore() {}

    /** Keeps the notes; the cost does not depend on what the phones hold. */
    public static Field<?> noted(List<PhoneNote> notes) {
        if (notes.isEmpty()) {
            return inline("");
        }
        ArrayNode array = JSON_MAPPER.createArrayNode();
        for (PhoneNote note : notes) {
            ObjectNode json = array.addObject();
            json.put("token", note.syncToken());
            json.put("form_id", note.formId());
            ArrayNode users = json.putArray("users");
            note.users().forEach(users::add);
            ArrayNode steps = json.putArray("steps");
            note.steps().forEach(step -> steps.add(json(step)));
        }
        return field("sync.note({0})", SQLDataType.OTHER, val(JSON.valueOf(array.toString()), SQLDataType.JSON));
    }

    private static ObjectNode json(PhoneStep step) {
        ObjectNode json = JSON_MAPPER.createObjectNode();
        json.put("case", step.caseId());
        if (step.creator() != null) {
            json.put("creator", step.creator());
        }
        if (step.ownerId() != null) {
            json.put("owner", step.ownerId());
        }
        if (step.closes()) {
            json.put("closes", true);
        }
        if (!step.links().isEmpty()) {
            ArrayNode links = json.putArray("links");
            for (PhoneStep.Link link : step.links()) {
                links.addObject()
                        .put("name", link.name())
                        .put("extension", link.extension())
                        .put("target", link.target());
            }
        }
        return json;
    }

    /** Steps as they were written. */
    static List<PhoneStep> steps(String array) {
        List<PhoneStep> steps = new ArrayList<>();
        for (JsonNode json : JSON_MAPPER.readTree(array)) {
            List<PhoneStep.Link> links = new ArrayList<>();
            for (JsonNode link : json.path("links")) {
                links.add(new PhoneStep.Link(
                        link.path("name").asString(),
                        link.path("extension").asBoolean(),
                        link.path("target").asString()));
            }
            steps.add(new PhoneStep(
                    json.path("case").asString(),
                    text(json, "creator"),
                    text(json, "owner"),
                    json.path("closes").asBoolean(false),
                    links));
        }
        return steps;
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.has(name) ? json.path(name).asString() : null;
    }
}

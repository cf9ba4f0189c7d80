// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.dhis2;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.forwarding.mapping.Config;
import org.baraza.forwarding.mapping.MappedValue;
import org.baraza.forwarding.mapping.Mapping;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.Payload;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an event of a form: of a program without registration, or of a case that is forwarded as a tracked entity. */
public final class EventsMapping implements Mapping {
    static final String SLUG = "dhis2_events";

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "DHIS2 events";
    }

    @Override
    public Map<String, String> sources() {
        return Map.of(EventsType.SLUG, "form_json");
    }

    @Override
    public String example() {
        return """
                {
                  "forms": [
                    {
                      "xmlns": "http://openrosa.org/formdesigner/…",
                      "program": "eBAyeGv0exc",
                      "programStage": "Zj7UnCAulEk",
                      "orgUnit": {"question": "/data/facility", "map": {"kibera": "DiszpKrYNg8"}},
                      "occurredAt": {"field": "metadata.timeEnd", "as": "date"},
                      "status": "COMPLETED",
                      "dataValues": {
                        "qrur9Dvnyt5": {"question": "/data/age", "as": "integer"}
                      }
                    }
                  ]
                }
                """;
    }

    /** An event of a kind of form. */
    private record EventOf(
            String program,
            String stage,
            MappedValue orgUnit,
            MappedValue occurredAt,
            Optional<MappedValue> scheduledAt,
            Optional<MappedValue> status,
            Optional<MappedValue> completedAt,
            Optional<MappedValue> geometry,
            Optional<MappedValue> caseId,
            Map<String, MappedValue> dataValues) {

        static EventOf read(Config config) {
            config.only(
                    "xmlns",
                    "program",
                    "programStage",
                    "orgUnit",
                    "occurredAt",
                    "scheduledAt",
                    "status",
                    "completedAt",
                    "geometry",
                    "case",
                    "dataValues");
            Map<String, MappedValue> dataValues = config.values("dataValues", Uids.PATTERN, Uids.OTHERWISE);
            if (dataValues.isEmpty()) {
                config.wrong("say which \"dataValues\" an event has.");
            }
            return new EventOf(
                    config.text("program", Uids.PATTERN, Uids.OTHERWISE),
                    config.text("programStage", Uids.PATTERN, Uids.OTHERWISE),
                    config.value("orgUnit"),
                    config.value("occurredAt"),
                    config.valueIfSaid("scheduledAt"),
                    config.valueIfSaid("status"),
                    config.valueIfSaid("completedAt"),
                    config.valueIfSaid("geometry"),
                    config.valueIfSaid("case"),
                    dataValues);
        }
    }

    @Override
    public Script read(String script, Budget budget) {
        Map<String, EventOf> events = Config.read(script, config -> {
            Map<String, EventOf> found = new LinkedHashMap<>();
            config.only("forms").items("forms").forEach(form -> {
                if (found.put(form.text("xmlns"), EventOf.read(form)) != null) {
                    form.wrong("there is one for this \"xmlns\" already.");
                }
            });
            return found;
        });
        return source -> Optional.ofNullable(
                        events.get(source.json().at("/form/@xmlns").asString("")))
                .flatMap(event -> event(event, source))
                .map(event -> payload(source, event))
                .orElse(Payload.NOTHING);
    }

    private Payload payload(Source source, ObjectNode event) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putArray("events").add(event);
        return source.instead(contentType(), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing where a form says nothing that is mapped. */
    private static Optional<ObjectNode> event(EventOf mapping, Source source) {
        ObjectNode form = source.json();
        ObjectNode event = JsonMapper.shared().createObjectNode();
        event.put("event", Uids.of(source.project(), source.id(), mapping.stage));
        event.put("program", mapping.program);
        event.put("programStage", mapping.stage);
        event.put("orgUnit", mapping.orgUnit.must(form));
        event.put("occurredAt", mapping.occurredAt.must(form));
        event.put("status", mapping.status.flatMap(value -> value.text(form)).orElse("COMPLETED"));
        mapping.scheduledAt.flatMap(value -> value.text(form)).ifPresent(at -> event.put("scheduledAt", at));
        mapping.completedAt.flatMap(value -> value.text(form)).ifPresent(at -> event.put("completedAt", at));
        mapping.geometry.flatMap(value -> value.of(form)).ifPresent(point -> event.set("geometry", point));
        mapping.caseId.flatMap(value -> value.text(form)).ifPresent(caseId -> {
            event.put("trackedEntity", Uids.of(source.project(), caseId));
            event.put("enrollment", Uids.of(source.project(), caseId, mapping.program));
        });
        ArrayNode values = event.putArray("dataValues");
        // What an edited form says no more is empty on the other side, too.
        mapping.dataValues.forEach((element, value) -> values.addObject()
                .put("dataElement", element)
                .put("value", value.text(form).orElse(null)));
        return values.valueStream().allMatch(value -> value.path("value").isNull())
                ? Optional.empty()
                : Optional.of(event);
    }
}

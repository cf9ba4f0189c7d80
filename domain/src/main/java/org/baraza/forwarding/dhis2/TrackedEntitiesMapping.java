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

/** Makes a tracked entity of a case, with its enrollment in a program. */
public final class TrackedEntitiesMapping implements Mapping {
    static final String SLUG = "dhis2_tracked_entities";

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "DHIS2 tracked entities";
    }

    @Override
    public Map<String, String> sources() {
        return Map.of(TrackedEntitiesType.SLUG, "case_json");
    }

    @Override
    public String example() {
        return """
                {
                  "caseTypes": [
                    {
                      "caseType": "patient",
                      "trackedEntityType": "nEenWmSyUEp",
                      "orgUnit": {"property": "facility", "map": {"kibera": "DiszpKrYNg8"}},
                      "attributes": {
                        "w75KJ2mc4zz": {"property": "first_name"}
                      },
                      "enrollment": {
                        "program": "IpHINAT79UW",
                        "enrolledAt": {"property": "date_opened", "as": "date"}
                      }
                    }
                  ]
                }
                """;
    }

    /** @param known the id of one that was there before, of cases that say so */
    private record EntityOf(
            String type,
            Optional<MappedValue> known,
            MappedValue orgUnit,
            Optional<MappedValue> geometry,
            Map<String, MappedValue> attributes,
            Optional<EnrollmentOf> enrollment) {
        static EntityOf read(Config config) {
            config.only(
                    "caseType",
                    "trackedEntityType",
                    "trackedEntity",
                    "orgUnit",
                    "geometry",
                    "attributes",
                    "enrollment");
            return new EntityOf(
                    config.text("trackedEntityType", Uids.PATTERN, Uids.OTHERWISE),
                    config.valueIfSaid("trackedEntity"),
                    config.value("orgUnit"),
                    config.valueIfSaid("geometry"),
                    config.values("attributes", Uids.PATTERN, Uids.OTHERWISE),
                    config.part("enrollment").map(EnrollmentOf::read));
        }
    }

    private record EnrollmentOf(
            String program,
            MappedValue enrolledAt,
            Optional<MappedValue> occurredAt,
            Optional<MappedValue> status,
            Map<String, MappedValue> attributes) {
        static EnrollmentOf read(Config config) {
            config.only("program", "enrolledAt", "occurredAt", "status", "attributes");
            return new EnrollmentOf(
                    config.text("program", Uids.PATTERN, Uids.OTHERWISE),
                    config.value("enrolledAt"),
                    config.valueIfSaid("occurredAt"),
                    config.valueIfSaid("status"),
                    config.values("attributes", Uids.PATTERN, Uids.OTHERWISE));
        }
    }

    @Override
    public Script read(String script, Budget budget) {
        Map<String, EntityOf> entities = Config.read(script, config -> {
            Map<String, EntityOf> found = new LinkedHashMap<>();
            config.only("caseTypes").items("caseTypes").forEach(type -> {
                if (found.put(type.text("caseType"), EntityOf.read(type)) != null) {
                    type.wrong("there is one for this \"caseType\" already.");
                }
            });
            return found;
        });
        return source -> Optional.ofNullable(
                        entities.get(source.json().at("/properties/case_type").asString("")))
                .map(entity -> payload(source, entity(entity, source)))
                .orElse(Payload.NOTHING);
    }

    private Payload payload(Source source, ObjectNode entity) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putArray("trackedEntities").add(entity);
        return source.instead(contentType(), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode entity(EntityOf mapping, Source source) {
        ObjectNode known = source.json();
        String uid = mapping.known
                .flatMap(value -> value.text(known))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> Uids.of(source.project(), source.id()));
        String orgUnit = mapping.orgUnit.must(known);
        ObjectNode entity = JsonMapper.shared().createObjectNode();
        entity.put("trackedEntity", uid);
        entity.put("trackedEntityType", mapping.type);
        entity.put("orgUnit", orgUnit);
        mapping.geometry.flatMap(value -> value.of(known)).ifPresent(point -> entity.set("geometry", point));
        attributes(entity, mapping.attributes, known);
        mapping.enrollment.ifPresent(enrollment -> {
            ObjectNode made = entity.putArray("enrollments").addObject();
            made.put("enrollment", Uids.of(source.project(), source.id(), enrollment.program));
            made.put("trackedEntity", uid);
            made.put("program", enrollment.program);
            made.put("orgUnit", orgUnit);
            String enrolledAt = enrollment.enrolledAt.must(known);
            made.put("enrolledAt", enrolledAt);
            made.put(
                    "occurredAt",
                    enrollment.occurredAt.flatMap(value -> value.text(known)).orElse(enrolledAt));
            made.put(
                    "status",
                    enrollment
                            .status
                            .flatMap(value -> value.text(known))
                            .orElse(known.path("closed").asBoolean() ? "COMPLETED" : "ACTIVE"));
            attributes(made, enrollment.attributes, known);
        });
        return entity;
    }

    /** What a case says no more is empty on the other side, too. */
    private static void attributes(ObjectNode owner, Map<String, MappedValue> attributes, ObjectNode document) {
        ArrayNode values = owner.putArray("attributes");
        attributes.forEach((attribute, value) -> values.addObject()
                .put("attribute", attribute)
                .put("value", value.text(document).orElse(null)));
    }
}

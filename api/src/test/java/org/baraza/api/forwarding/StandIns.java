// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.forwarding;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.baraza.testing.Sink.Heard;
import org.baraza.testing.Sink.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What answers of other systems have in common. */
final class StandIns {
    private StandIns() {}

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    static JsonNode body(Heard heard) {
        return JsonMapper.shared().readTree(heard.text());
    }

    /** A DHIS2 that takes what its tracker would take, and says so as it does. */
    static final class Dhis2 {
        private static final String UID = "[A-Za-z][A-Za-z0-9]{10}";
        private static final String DAY = "\\d{4}-\\d\\d-\\d\\d(T.*)?";

        final Map<String, JsonNode> events = new ConcurrentHashMap<>();
        final Map<String, JsonNode> entities = new ConcurrentHashMap<>();

        Reply answer(Heard heard) {
            if (!heard.method().equals("POST") || !heard.uri().contains("/api/tracker?async=false")) {
                return json(404, object().put("httpStatus", "Not Found").put("status", "ERROR"));
            }
            ArrayNode errors = JsonMapper.shared().createArrayNode();
            JsonNode body = body(heard);
            body.path("events").forEach(event -> take(event, errors));
            body.path("trackedEntities").forEach(entity -> takeEntity(entity, errors));
            ObjectNode report = object();
            report.put("httpStatus", errors.isEmpty() ? "OK" : "Conflict");
            report.put("status", errors.isEmpty() ? "OK" : "ERROR");
            report.putObject("validationReport").set("errorReports", errors);
            report.putObject("stats").put("ignored", errors.size());
            return json(errors.isEmpty() ? 200 : 409, report);
        }

        private void take(JsonNode event, ArrayNode errors) {
            require(event, errors, UID, "event", "program", "programStage", "orgUnit");
            require(event, errors, DAY, "occurredAt");
            require(event, errors, "ACTIVE|COMPLETED|VISITED|SCHEDULE|OVERDUE|SKIPPED", "status");
            event.path("dataValues").forEach(value -> {
                require(value, errors, UID, "dataElement");
                if (!value.path("value").isNull()) {
                    require(value, errors, ".+", "value");
                }
            });
            if (event.path("program").asString("").equals("regProgram1")) {
                require(event, errors, UID, "trackedEntity", "enrollment");
                if (!entities.containsKey(event.path("trackedEntity").asString(""))) {
                    error(errors, "E1313", "Event of an enrollment that does not point to a tracked entity");
                }
            }
            if (errors.isEmpty()) {
                events.put(event.path("event").asString(), event);
            }
        }

        private void takeEntity(JsonNode entity, ArrayNode errors) {
            require(entity, errors, UID, "trackedEntity", "trackedEntityType", "orgUnit");
            entity.path("attributes").forEach(attribute -> require(attribute, errors, UID, "attribute"));
            entity.path("enrollments").forEach(enrollment -> {
                require(enrollment, errors, UID, "enrollment", "program", "orgUnit");
                require(enrollment, errors, DAY, "enrolledAt", "occurredAt");
                require(enrollment, errors, "ACTIVE|COMPLETED|CANCELLED", "status");
            });
            if (errors.isEmpty()) {
                entities.put(entity.path("trackedEntity").asString(), entity);
            }
        }

        private static void require(JsonNode object, ArrayNode errors, String pattern, String... names) {
            for (String name : names) {
                JsonNode value = object.path(name);
                if (!value.isString() || !value.stringValue().matches(pattern)) {
                    error(errors, "E1123", "Missing or wrong property: `" + name + "`");
                }
            }
        }

        private static void error(ArrayNode errors, String code, String message) {
            errors.addObject().put("errorCode", code).put("message", message);
        }
    }

    /** A FHIR R4 server that takes transactions with conditional updates of patients. */
    static final class Fhir {
        final Map<String, JsonNode> resources = new ConcurrentHashMap<>();

        Reply answer(Heard heard) {
            JsonNode bundle = body(heard);
            Optional<String> wrong = wrong(heard, bundle);
            if (wrong.isPresent()) {
                ObjectNode outcome = object().put("resourceType", "OperationOutcome");
                outcome.putArray("issue")
                        .addObject()
                        .put("severity", "error")
                        .put("code", "invalid")
                        .put("diagnostics", wrong.get());
                return json(422, outcome);
            }
            ObjectNode answer = object().put("resourceType", "Bundle").put("type", "transaction-response");
            ArrayNode entries = answer.putArray("entry");
            bundle.path("entry").forEach(entry -> {
                boolean known = resources.put(entry.at("/request/url").asString(), entry.path("resource")) != null;
                entries.addObject().putObject("response").put("status", known ? "200 OK" : "201 Created");
            });
            return json(200, answer);
        }

        private static Optional<String> wrong(Heard heard, JsonNode bundle) {
            if (!heard.header("Content-Type").startsWith("application/fhir+json")) {
                return Optional.of("Content-Type");
            }
            if (!bundle.path("resourceType").asString("").equals("Bundle")
                    || !bundle.path("type").asString("").equals("transaction")) {
                return Optional.of("no transaction");
            }
            for (JsonNode entry : bundle.path("entry")) {
                JsonNode resource = entry.path("resource");
                String url = entry.at("/request/url").asString("");
                if (!entry.path("fullUrl").asString("").startsWith("urn:uuid:")
                        || !entry.at("/request/method").asString("").equals("PUT")
                        || !url.startsWith(resource.path("resourceType").asString("") + "?identifier=")) {
                    return Optional.of("entry.request");
                }
                if (resource.path("resourceType").asString("").equals("Patient")) {
                    if (!resource.path("gender").asString("male").matches("male|female|other|unknown")) {
                        return Optional.of("Patient.gender");
                    }
                    if (!resource.path("birthDate").asString("2000").matches("\\d{4}(-\\d\\d(-\\d\\d)?)?")) {
                        return Optional.of("Patient.birthDate");
                    }
                    if (!resource.path("name").path(0).path("given").isArray()) {
                        return Optional.of("Patient.name.given");
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** An OpenMRS with patients and encounters. */
    static final class Openmrs {
        final Map<String, ObjectNode> patients = new ConcurrentHashMap<>();
        final Map<String, JsonNode> encounters = new ConcurrentHashMap<>();
        volatile boolean down;

        Reply answer(Heard heard) {
            String path = heard.uri().replaceFirst("^.*/ws/rest/v1/", "");
            if (path.equals("patient") && heard.method().equals("POST")) {
                return create((ObjectNode) body(heard));
            }
            if (path.startsWith("patient?")) {
                ObjectNode found = object();
                ArrayNode results = found.putArray("results");
                patients.values().stream()
                        .filter(one -> path.endsWith(
                                "q=" + one.at("/identifiers/0/identifier").asString()))
                        .forEach(results::add);
                return json(200, found);
            }
            if (path.startsWith("encounter/")) {
                JsonNode known =
                        encounters.get(path.substring("encounter/".length()).replaceFirst("\\?.*", ""));
                return known == null ? json(404, error("Object with given uuid doesn't exist")) : json(200, known);
            }
            if (path.startsWith("person/") && heard.method().equals("POST")) {
                String uuid = path.substring("person/".length());
                ObjectNode patient = patients.get(uuid);
                if (patient == null) {
                    return json(404, error("no such person"));
                }
                ((ObjectNode) patient.path("person")).setAll((ObjectNode) body(heard));
                return json(200, patient.path("person"));
            }
            if (path.equals("encounter") && heard.method().equals("POST")) {
                return down ? json(503, error("down")) : encounter(body(heard));
            }
            return json(405, error(heard.method() + " " + path));
        }

        private Reply create(ObjectNode patient) {
            JsonNode identifier = patient.at("/identifiers/0");
            JsonNode person = patient.path("person");
            if (!identifier.path("identifier").isString()
                    || !identifier.path("identifierType").isString()
                    || !identifier.path("location").isString()
                    || !person.path("gender").asString("").matches("[MFUO]")
                    || !person.at("/names/0/familyName").isString()
                    || !person.at("/names/0/givenName").isString()) {
                return json(400, error("[required properties are missing]"));
            }
            String uuid = java.util.UUID.randomUUID().toString();
            patient.put("uuid", uuid);
            ObjectNode type =
                    object().put("uuid", identifier.path("identifierType").asString());
            ((ObjectNode) identifier).set("identifierType", type);
            ((ObjectNode) person).put("uuid", uuid);
            patients.put(uuid, patient);
            return json(201, patient);
        }

        private Reply encounter(JsonNode encounter) {
            if (!patients.containsKey(encounter.path("patient").asString(""))
                    || !encounter.path("encounterType").isString()
                    || !encounter
                            .path("encounterDatetime")
                            .asString("")
                            .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}")) {
                return json(400, error("invalid encounter"));
            }
            encounters.put(encounter.path("uuid").asString(), encounter);
            return json(201, encounter);
        }

        private static ObjectNode error(String message) {
            ObjectNode error = object();
            error.putObject("error").put("message", message);
            return error;
        }
    }
}

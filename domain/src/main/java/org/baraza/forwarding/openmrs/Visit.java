// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.openmrs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.baraza.forwarding.spi.Answer;
import org.baraza.forwarding.spi.Courier;
import org.baraza.forwarding.spi.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests that bring a visit into OpenMRS. Each step first looks whether it was taken already, so that a delivery that broke off
 * goes on where it was: nothing has to be taken back.
 */
final class Visit {
    private static final Payload NO_BODY = Payload.NOTHING;
    private static final int NOT_FOUND = 404;
    private static final int BEGINNING = 200;

    private final Courier courier;
    private final String api;

    /** @param api where the REST API is, with a slash at the end */
    Visit(Courier courier, String api) {
        this.courier = courier;
        this.api = api;
    }

    /** What went wrong although the last answer looks good; a bad one speaks for itself. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    /** A bad answer: there is nothing more to do. */
    private static final class BadAnswer extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** @return why it was not taken although the last answer looks good */
    Optional<String> make(ObjectNode visit) {
        try {
            String patient = patient((ObjectNode) visit.path("patient"));
            if (visit.path("encounter") instanceof ObjectNode encounter) {
                encounter(encounter, patient);
            }
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (BadAnswer e) {
            return Optional.empty();
        }
    }

    /** The uuid of the patient. */
    private String patient(ObjectNode wanted) throws Refusal, BadAnswer {
        JsonNode identifier = wanted.at("/identifiers/0");
        JsonNode found = get("patient?v=full&q="
                + URLEncoder.encode(identifier.path("identifier").asString(""), StandardCharsets.UTF_8));
        for (JsonNode one : found.path("results")) {
            if (isOf(one, identifier)) {
                return changed(one, (ObjectNode) wanted.path("person"));
            }
        }
        return uuid(post("patient", wanted));
    }

    /** OpenMRS finds those whose identifiers or names begin like that, too. */
    private static boolean isOf(JsonNode patient, JsonNode identifier) {
        for (JsonNode one : patient.path("identifiers")) {
            if (one.path("identifier").equals(identifier.path("identifier"))
                    && one.at("/identifierType/uuid").equals(identifier.path("identifierType"))) {
                return true;
            }
        }
        return false;
    }

    private String changed(JsonNode patient, ObjectNode wanted) throws Refusal, BadAnswer {
        String person = patient.at("/person/uuid").asString(uuid(patient));
        JsonNode name = wanted.at("/names/0");
        ObjectNode rest = wanted.deepCopy();
        rest.remove("names");
        rest.remove("attributes");
        rest.properties()
                .removeIf(field -> patient.path("person")
                        .path(field.getKey())
                        .asString("")
                        .startsWith(field.getValue().asString()));
        if (!rest.isEmpty()) {
            post("person/" + person, rest);
        }
        JsonNode known = patient.at("/person/preferredName");
        if (name.isObject() && !known.isMissingNode() && isOther(name, known)) {
            post("person/" + person + "/name/" + uuid(known), (ObjectNode) name);
        }
        return uuid(patient);
    }

    private static boolean isOther(JsonNode wanted, JsonNode known) {
        return !wanted.path("givenName").equals(known.path("givenName"))
                || !wanted.path("familyName").equals(known.path("familyName"));
    }

    private void encounter(ObjectNode encounter, String patient) throws Refusal, BadAnswer {
        Answer known = courier.send("GET", api + "encounter/" + uuid(encounter) + "?v=ref", NO_BODY);
        if (known.isGood()) {
            return;
        }
        if (known.status() != NOT_FOUND) {
            throw new BadAnswer();
        }
        encounter.put("patient", patient);
        post("encounter", encounter);
    }

    private JsonNode get(String path) throws Refusal, BadAnswer {
        return good(courier.send("GET", api + path, NO_BODY));
    }

    private JsonNode post(String path, ObjectNode body) throws Refusal, BadAnswer {
        return good(courier.send(
                "POST",
                api + path,
                Payload.of("application/json", body.toString().getBytes(StandardCharsets.UTF_8))));
    }

    private static JsonNode good(Answer answer) throws Refusal, BadAnswer {
        if (!answer.isGood()) {
            throw new BadAnswer();
        }
        try {
            JsonNode read = JsonMapper.shared().readTree(answer.body());
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            // Told below.
        }
        throw new Refusal("This is no answer of OpenMRS's REST API: "
                + answer.body().substring(0, Math.min(answer.body().length(), BEGINNING)));
    }

    private static String uuid(JsonNode of) throws Refusal {
        String uuid = of.path("uuid").asString("");
        if (uuid.isEmpty()) {
            throw new Refusal("OpenMRS does not say the uuid of what it has.");
        }
        return uuid;
    }
}

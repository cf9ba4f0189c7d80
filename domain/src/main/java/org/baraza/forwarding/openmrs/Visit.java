// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.openmrs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private static final List<String> NAME = List.of("givenName", "middleName", "familyName");
    private static final int NOT_FOUND = 404;
    private static final int BEGINNING = 200;
    /** No more of each than is looked at: answers are read as far as 64 KB. */
    private static final String SEARCH = "patient?v=custom:(uuid,identifiers:(identifier,identifierType:(uuid)),"
            + "person:(uuid,gender,birthdate,preferredName:(uuid,givenName,middleName,familyName)))&limit=50&startIndex=";

    private static final int MOST_PAGES = 40;

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
        Optional<JsonNode> known = find(identifier);
        if (known.isPresent()) {
            return changed(known.get(), (ObjectNode) wanted.path("person"));
        }
        String made = read(post("patient", "patient", wanted)).path("uuid").asString("");
        // Whatever it says of what it made: it has it now.
        return made.isEmpty() ? uuid(find(identifier).orElse(JsonMapper.shared().missingNode())) : made;
    }

    private Optional<JsonNode> find(JsonNode identifier) throws Refusal, BadAnswer {
        String query = "&q=" + URLEncoder.encode(identifier.path("identifier").asString(""), StandardCharsets.UTF_8);
        int seen = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode found = get(SEARCH + seen + query);
            for (JsonNode one : found.path("results")) {
                if (isOf(one, identifier)) {
                    return Optional.of(one);
                }
            }
            seen += found.path("results").size();
            if (found.path("links")
                    .valueStream()
                    .noneMatch(link -> link.path("rel").asString("").equals("next"))) {
                return Optional.empty();
            }
        }
        throw new Refusal("Too many patients are found by this identifier.");
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
            post("person", "person/" + person, rest);
        }
        JsonNode known = patient.at("/person/preferredName");
        if (name.isObject() && !known.isMissingNode() && isOther(name, known)) {
            post("name", "person/" + person + "/name/" + uuid(known), (ObjectNode) name);
        }
        return uuid(patient);
    }

    private static boolean isOther(JsonNode wanted, JsonNode known) {
        return NAME.stream()
                .anyMatch(field -> wanted.has(field)
                        && !wanted.path(field)
                                .asString("")
                                .equals(known.path(field).asString("")));
    }

    private void encounter(ObjectNode encounter, String patient) throws Refusal, BadAnswer {
        Answer known = courier.step("known", "GET", api + "encounter/" + uuid(encounter) + "?v=ref", NO_BODY);
        if (known.isGood()) {
            return;
        }
        if (known.status() != NOT_FOUND) {
            throw new BadAnswer();
        }
        encounter.put("patient", patient);
        post("encounter", "encounter", encounter);
    }

    private JsonNode get(String path) throws Refusal, BadAnswer {
        String answer = good(courier.step("search", "GET", api + path, NO_BODY));
        JsonNode read = read(answer);
        if (!read.isObject()) {
            throw noAnswer(answer);
        }
        return read;
    }

    private String post(String step, String path, ObjectNode body) throws Refusal, BadAnswer {
        String answer = good(courier.step(
                step,
                "POST",
                api + path,
                Payload.of("application/json", body.toString().getBytes(StandardCharsets.UTF_8))));
        // It may be longer than is read of it, but a page that asks to sign in took nothing.
        if (answer.stripLeading().startsWith("<")) {
            throw noAnswer(answer);
        }
        return answer;
    }

    private static String good(Answer answer) throws BadAnswer {
        if (!answer.isGood()) {
            throw new BadAnswer();
        }
        return answer.body();
    }

    private static Refusal noAnswer(String answer) {
        return new Refusal("This is no answer of OpenMRS's REST API: "
                + answer.substring(0, Math.min(answer.length(), BEGINNING)));
    }

    /** Nothing where it is cut, or no JSON. */
    private static JsonNode read(String answer) {
        try {
            return JsonMapper.shared().readTree(answer);
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }

    private static String uuid(JsonNode of) throws Refusal {
        String uuid = of.path("uuid").asString("");
        if (uuid.isEmpty()) {
            throw new Refusal("OpenMRS does not say the uuid of what it has.");
        }
        return uuid;
    }
}

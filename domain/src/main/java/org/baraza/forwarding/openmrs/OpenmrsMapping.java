// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.openmrs;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.baraza.forwarding.mapping.Config;
import org.baraza.forwarding.mapping.MappedValue;
import org.baraza.forwarding.mapping.Mapping;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.Payload;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a form the patient that it is about and the encounter that it was. */
public final class OpenmrsMapping implements Mapping {
    static final String SLUG = "openmrs_visit";

    /** OpenMRS has its own old ones of 36 letters and digits, beside real ones. */
    private static final Pattern UUID_LIKE = Pattern.compile("[0-9A-Za-z-]{36}");

    private static final String NO_UUID = "a uuid of OpenMRS is wanted: 36 letters, digits and dashes.";

    private static final int DAY = 10;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT);

    @Override
    public String slug() {
        return SLUG;
    }

    @Override
    public String label() {
        return "OpenMRS patient and encounter";
    }

    @Override
    public Map<String, String> sources() {
        return Map.of(OpenmrsType.SLUG, "form_json");
    }

    @Override
    public String example() {
        return """
                {
                  "forms": [
                    {
                      "xmlns": "http://openrosa.org/formdesigner/…",
                      "patient": {
                        "identifier": {"question": "/data/patient_id"},
                        "identifierType": "05a29f94-c0ed-11e2-94be-8c13b969e334",
                        "location": "44c3efb0-2583-4c80-a79e-1f756a03c0a1",
                        "givenName": {"question": "/data/first_name"},
                        "familyName": {"question": "/data/last_name"},
                        "gender": {"question": "/data/sex", "map": {"female": "F", "male": "M"}},
                        "birthdate": {"question": "/data/dob", "as": "date"}
                      },
                      "encounter": {
                        "encounterType": "67a71486-1a54-468f-ac3e-7091a9a79584",
                        "location": "44c3efb0-2583-4c80-a79e-1f756a03c0a1",
                        "encounterDatetime": {"field": "metadata.timeEnd", "as": "datetime"},
                        "observations": {
                          "5089AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA": {"question": "/data/weight", "as": "number"}
                        }
                      }
                    }
                  ]
                }
                """;
    }

    private record VisitOf(PatientOf patient, Optional<EncounterOf> encounter) {
        static VisitOf read(Config config) {
            config.only("xmlns", "patient", "encounter");
            Optional<Config> patient = config.part("patient");
            if (patient.isEmpty()) {
                config.wrong("say who the \"patient\" is.");
            }
            return new VisitOf(
                    patient.map(PatientOf::read).orElse(PatientOf.NOBODY),
                    config.part("encounter").map(EncounterOf::read));
        }
    }

    private record PatientOf(
            Optional<MappedValue> identifier,
            String identifierType,
            String location,
            Map<String, MappedValue> name,
            Map<String, MappedValue> person,
            Map<String, MappedValue> attributes) {
        static final PatientOf NOBODY = new PatientOf(Optional.empty(), "", "", Map.of(), Map.of(), Map.of());

        static PatientOf read(Config config) {
            config.only(
                    "identifier",
                    "identifierType",
                    "location",
                    "givenName",
                    "middleName",
                    "familyName",
                    "gender",
                    "birthdate",
                    "attributes");
            Map<String, MappedValue> name = new LinkedHashMap<>();
            name.put("givenName", config.value("givenName"));
            config.valueIfSaid("middleName").ifPresent(value -> name.put("middleName", value));
            name.put("familyName", config.value("familyName"));
            Map<String, MappedValue> person = new LinkedHashMap<>();
            person.put("gender", config.value("gender"));
            config.valueIfSaid("birthdate").ifPresent(value -> person.put("birthdate", value));
            return new PatientOf(
                    Optional.of(config.value("identifier")),
                    config.text("identifierType", UUID_LIKE, NO_UUID),
                    config.text("location", UUID_LIKE, NO_UUID),
                    name,
                    person,
                    config.values("attributes", UUID_LIKE, NO_UUID));
        }
    }

    private record EncounterOf(
            String type,
            String location,
            MappedValue at,
            Optional<String> provider,
            Optional<String> role,
            Map<String, MappedValue> observations) {
        static EncounterOf read(Config config) {
            config.only("encounterType", "location", "encounterDatetime", "provider", "encounterRole", "observations");
            return new EncounterOf(
                    config.text("encounterType", UUID_LIKE, NO_UUID),
                    config.text("location", UUID_LIKE, NO_UUID),
                    config.value("encounterDatetime"),
                    config.part("provider").map(_ -> config.text("provider", UUID_LIKE, NO_UUID)),
                    config.part("encounterRole").map(_ -> config.text("encounterRole", UUID_LIKE, NO_UUID)),
                    config.values("observations", UUID_LIKE, NO_UUID));
        }
    }

    @Override
    public Script read(String script, Budget budget) {
        Map<String, VisitOf> visits = Config.read(script, config -> {
            Map<String, VisitOf> found = new LinkedHashMap<>();
            config.only("forms").items("forms").forEach(form -> {
                if (found.put(form.text("xmlns"), VisitOf.read(form)) != null) {
                    form.wrong("there is one for this \"xmlns\" already.");
                }
            });
            return found;
        });
        return source -> Optional.ofNullable(
                        visits.get(source.json().at("/form/@xmlns").asString("")))
                .map(visit -> payload(visit, source))
                .orElse(Payload.NOTHING);
    }

    private Payload payload(VisitOf mapping, Source source) {
        ObjectNode visit = JsonMapper.shared().createObjectNode();
        visit.set("patient", patient(mapping.patient, source.json()));
        mapping.encounter.ifPresent(encounter -> visit.set("encounter", encounter(encounter, source)));
        return source.instead(contentType(), visit.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode patient(PatientOf mapping, ObjectNode form) {
        ObjectNode patient = JsonMapper.shared().createObjectNode();
        patient.putArray("identifiers")
                .addObject()
                .put("identifier", mapping.identifier.orElseThrow().must(form))
                .put("identifierType", mapping.identifierType)
                .put("location", mapping.location)
                .put("preferred", true);
        ObjectNode person = patient.putObject("person");
        ObjectNode name = person.putArray("names").addObject();
        mapping.name.forEach((field, value) -> {
            if (field.equals("middleName")) {
                value.text(form).ifPresent(text -> name.put(field, text));
            } else {
                name.put(field, value.must(form));
            }
        });
        name.put("preferred", true);
        mapping.person.forEach((field, value) -> value.text(form).ifPresent(text -> person.put(field, text)));
        ArrayNode attributes = JsonMapper.shared().createArrayNode();
        mapping.attributes.forEach((type, value) -> value.of(form)
                .ifPresent(said ->
                        attributes.addObject().put("attributeType", type).set("value", said)));
        if (!attributes.isEmpty()) {
            person.set("attributes", attributes);
        }
        return patient;
    }

    /** A day, or a moment as every version of OpenMRS reads it. */
    private static String stamp(String text) {
        return text.length() <= DAY ? text : STAMP.format(OffsetDateTime.parse(text));
    }

    private static ObjectNode encounter(EncounterOf mapping, Source source) {
        ObjectNode form = source.json();
        ObjectNode encounter = JsonMapper.shared().createObjectNode();
        encounter.put(
                "uuid",
                UUID.nameUUIDFromBytes((source.project() + "\n" + source.id()).getBytes(StandardCharsets.UTF_8))
                        .toString());
        encounter.put("encounterType", mapping.type);
        encounter.put("location", mapping.location);
        encounter.put("encounterDatetime", stamp(mapping.at.must(form)));
        if (mapping.provider.isPresent()) {
            ObjectNode provider = encounter.putArray("encounterProviders").addObject();
            provider.put("provider", mapping.provider.get());
            mapping.role.ifPresent(role -> provider.put("encounterRole", role));
        }
        ArrayNode observations = encounter.putArray("obs");
        mapping.observations.forEach((concept, value) -> value.of(form)
                .ifPresent(
                        said -> observations.addObject().put("concept", concept).set("value", said)));
        return encounter;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.baraza.api.testing.Server;
import org.baraza.testing.FormXml;
import org.baraza.testing.Sink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Packaged integrations, against stand-ins that take only what the real systems would take. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IntegrationsTest {
    private static final String EVENTS = """
            {"forms": [{
              "xmlns": "http://example.org/visit", "program": "eBAyeGv0exc", "programStage": "Zj7UnCAulEk",
              "orgUnit": {"question": "/data/facility", "map": {"kibera": "DiszpKrYNg8"}},
              "occurredAt": {"field": "metadata.timeEnd", "as": "date"},
              "geometry": {"question": "/data/gps", "as": "point"},
              "dataValues": {"qrur9Dvnyt5": {"question": "/data/age", "as": "integer"},
                             "oZg33kd9taw": {"question": "/data/sex"}}}]}""";

    private static final String ENTITIES = """
            {"caseTypes": [{
              "caseType": "child", "trackedEntityType": "nEenWmSyUEp",
              "orgUnit": {"property": "facility", "map": {"kibera": "DiszpKrYNg8"}},
              "attributes": {"w75KJ2mc4zz": {"property": "case_name"}, "zDhUuAYrxNC": {"property": "surname"}},
              "enrollment": {"program": "IpHINAT79UW", "enrolledAt": {"property": "date_opened", "as": "date"}}}]}""";

    private static final String PATIENTS = """
            {"identifierSystem": "https://www.example.org/cases",
             "caseTypes": [{
              "caseType": "child", "resourceType": "Patient",
              "elements": {
                "$.name[0].given[0]": {"property": "case_name"},
                "name[0].family": {"property": "surname"},
                "birthDate": {"property": "dob", "as": "date"},
                "gender": {"property": "sex", "map": {"f": "female", "m": "male"}, "otherwise": "unknown"},
                "active": {"field": "closed", "map": {"true": "false", "false": "true"}, "as": "boolean"}}}, {
              "caseType": "measure", "resourceType": "Observation",
              "elements": {"status": "final", "valueQuantity.value": {"property": "weight", "as": "number"}},
              "references": [{"element": "subject", "index": "parent", "resourceType": "Patient"}]}]}""";

    private static final String VISITS = """
            {"forms": [{
              "xmlns": "http://example.org/visit",
              "patient": {
                "identifier": {"question": "/data/patient_id"},
                "identifierType": "05a29f94-c0ed-11e2-94be-8c13b969e334",
                "location": "44c3efb0-2583-4c80-a79e-1f756a03c0a1",
                "givenName": {"question": "/data/name"}, "familyName": {"question": "/data/surname"},
                "gender": {"question": "/data/sex", "map": {"f": "F", "m": "M"}},
                "birthdate": {"question": "/data/dob", "as": "date"}},
              "encounter": {
                "encounterType": "67a71486-1a54-468f-ac3e-7091a9a79584",
                "location": "44c3efb0-2583-4c80-a79e-1f756a03c0a1",
                "encounterDatetime": {"field": "metadata.timeEnd", "as": "datetime"},
                "observations": {"5089AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA": {"question": "/data/age", "as": "number"}}}}]}""";

    private final Server server = Server.whole("--baraza.egress-allow=localhost");
    private final Sink sink = new Sink();
    private Forwarding forwarding;
    private int projects;

    @AfterAll
    void close() {
        server.close();
        sink.close();
    }

    @BeforeEach
    void aProject() {
        forwarding = new Forwarding(server, "integrates-" + ++projects);
        sink.forget();
    }

    private FormXml visit(String formId, String facility) {
        return FormXml.visit(formId, forwarding.amina)
                .says(
                        "<facility>" + facility + "</facility><age>3</age><sex>f</sex><gps>-1.31 36.78 0 5</gps>"
                                + "<patient_id>P-1</patient_id><name>Juma</name><surname>Otieno</surname><dob>2023-01-31</dob>");
    }

    private FormXml child(String formId, String facility) {
        return FormXml.visit(formId, forwarding.amina)
                .creates("c1", "child", "Juma", forwarding.amina)
                .updates("c1", "facility", facility)
                .updates("c1", "sex", "f")
                .updates("c1", "dob", "2023-01-31");
    }

    @Test
    void formsBecomeEventsOfDhis2() {
        StandIns.Dhis2 dhis2 = new StandIns.Dhis2();
        sink.answers(dhis2::answer);
        forwarding.forwarder(sink.url(), "Dhis2Repeater", "", EVENTS);
        forwarding.submit(visit("f1", "kibera"));
        forwarding.await("f1", "SUCCEEDED");
        JsonNode event = dhis2.events.values().iterator().next();
        assertThat(event.path("occurredAt").asString()).isEqualTo("2026-03-01");
        assertThat(event.path("orgUnit").asString()).isEqualTo("DiszpKrYNg8");
        assertThat(event.at("/geometry/coordinates").toString()).isEqualTo("[36.78,-1.31]");
        assertThat(event.path("dataValues").toString())
                .isEqualTo("[{\"dataElement\":\"qrur9Dvnyt5\",\"value\":\"3\"},"
                        + "{\"dataElement\":\"oZg33kd9taw\",\"value\":\"f\"}]");

        forwarding.submit(visit("f2", "nowhere"));
        assertThat(forwarding.await("f2", "INVALID").path("error").asString())
                .contains("orgUnit", "no words for \"nowhere\"");
        forwarding.submit(visit("f3", "kibera").ofKind("http://example.org/other"));
        forwarding.await("f3", "EMPTY");
    }

    @Test
    void whatIsSentAgainToDhis2IsTheSameEvent() {
        StandIns.Dhis2 dhis2 = new StandIns.Dhis2();
        sink.answers(heard -> {
            Sink.Reply reply = dhis2.answer(heard);
            // Taken, but the answer is lost.
            return sink.heard().size() == 1 ? Sink.Reply.of(503) : reply;
        });
        forwarding.forwarder(sink.url(), "Dhis2Repeater", "", EVENTS);
        forwarding.submit(visit("f1", "kibera"));
        forwarding.await("f1", "FAILED");
        String record = forwarding
                .place
                .read("forwardingRecords(payloadId: \"f1\") { nodes { id } }")
                .at("/forwardingRecords/nodes/0/id")
                .asString();
        forwarding.ask(
                "resendForwardingRecord", "ForwardingRecordInput!", Map.of("recordId", record), "record { state }");
        forwarding.await("f1", "SUCCEEDED");
        assertThat(dhis2.events).hasSize(1);
    }

    @Test
    void anAnswerThatOnlyLooksGoodIsAFailure() {
        sink.answers(heard -> new Sink.Reply(
                200,
                Map.of(),
                "{\"status\":\"WARNING\",\"response\":{\"status\":\"WARNING\",\"importSummaries\":[{\"status\":\"WARNING\","
                        + "\"conflicts\":[{\"object\":\"dataElement\",\"value\":\"value_not_numeric\"}]}]}}"));
        forwarding.forwarder(sink.url(), "Dhis2Repeater", "", EVENTS);
        forwarding.submit(visit("f1", "kibera"));
        JsonNode attempt = forwarding.await("f1", "INVALID");
        assertThat(attempt.path("status").asInt()).isEqualTo(200);
        assertThat(attempt.path("error").asString()).contains("value_not_numeric");
        sink.answers(heard -> new Sink.Reply(200, Map.of(), "<html>Please sign in</html>"));
        forwarding.submit(visit("f2", "kibera"));
        assertThat(forwarding.await("f2", "INVALID").path("error").asString()).contains("sign in");
    }

    @Test
    void casesBecomeTrackedEntitiesOfDhis2() {
        StandIns.Dhis2 dhis2 = new StandIns.Dhis2();
        sink.answers(dhis2::answer);
        forwarding.forwarder(sink.url(), "Dhis2EntityRepeater", "", ENTITIES);
        forwarding.submit(child("f1", "kibera").updates("c1", "surname", "Otieno"));
        forwarding.await("c1", "SUCCEEDED");
        forwarding.submit(FormXml.visit("f2", forwarding.amina).closes("c1"));
        Sink.eventually(
                () -> dhis2.entities.values().toString().contains("\"status\":\"COMPLETED\""),
                "completed the enrollment");
        assertThat(dhis2.entities).hasSize(1);
        JsonNode entity = dhis2.entities.values().iterator().next();
        assertThat(entity.at("/attributes/1/value").asString()).isEqualTo("Otieno");
        assertThat(entity.at("/enrollments/0/program").asString()).isEqualTo("IpHINAT79UW");
    }

    @Test
    void anEventThatComesBeforeItsCaseIsTriedAgain() {
        StandIns.Dhis2 dhis2 = new StandIns.Dhis2();
        sink.answers(dhis2::answer);
        forwarding.forwarder(
                sink.url(),
                "Dhis2Repeater",
                "",
                EVENTS.replace("eBAyeGv0exc", "regProgram1")
                        .replace("\"dataValues\"", "\"case\": {\"question\": \"/data/patient_id\"}, \"dataValues\""));
        forwarding.submit(visit("f1", "kibera"));
        JsonNode attempt = forwarding.await("f1", "FAILED");
        assertThat(attempt.path("status").asInt()).isEqualTo(409);
        assertThat(attempt.path("error").asString()).contains("E1313");
    }

    @Test
    void mappingsAreJudgedWhenTheyAreSaved() {
        JsonNode made = forwarding.create(
                sink.url(),
                "Dhis2Repeater",
                "",
                EVENTS.replace("eBAyeGv0exc", "short").replace("\"dataValues\"", "\"dataValue\""));
        assertThat(made.path("userErrors").toString())
                .contains("forms[0].program", "there is no \\\"dataValue\\\" here", "SCRIPT_FLAWED");
        assertThat(forwarding
                        .create(sink.url(), "FHIRRepeater", "", "{\n  nonsense }")
                        .at("/userErrors/0/message")
                        .asString())
                .startsWith("Line 2, column ");
        assertThat(forwarding.create(sink.url(), "OpenmrsRepeater", "", "").path("userErrors"))
                .isNotEmpty();
    }

    @Test
    void casesBecomeResourcesOfFhir() {
        StandIns.Fhir fhir = new StandIns.Fhir();
        sink.answers(fhir::answer);
        forwarding.forwarder(sink.url(), "FHIRRepeater", "", PATIENTS);
        forwarding.submit(child("f1", "kibera"));
        forwarding.await("c1", "SUCCEEDED");
        forwarding.submit(FormXml.visit("f2", forwarding.amina)
                .creates("m1", "measure", "Weight", forwarding.amina)
                .updates("m1", "weight", "10.5")
                .links("m1", "parent", "child", "c1"));
        forwarding.await("m1", "SUCCEEDED");
        String system = "identifier=https%3A%2F%2Fwww.example.org%2Fcases%7C";
        JsonNode patient = Objects.requireNonNull(fhir.resources.get("Patient?" + system + "c1"));
        assertThat(patient.at("/name/0/given/0").asString()).isEqualTo("Juma");
        assertThat(patient.path("birthDate").asString()).isEqualTo("2023-01-31");
        assertThat(patient.path("gender").asString()).isEqualTo("female");
        JsonNode measure = Objects.requireNonNull(fhir.resources.get("Observation?" + system + "m1"));
        assertThat(measure.at("/valueQuantity/value").asDouble()).isEqualTo(10.5);
        assertThat(measure.at("/subject/reference").asString()).isEqualTo("Patient?" + system + "c1");
    }

    @Test
    void casesBecomeResourcesAsTheDataDictionarySays() {
        StandIns.Fhir fhir = new StandIns.Fhir();
        sink.answers(fhir::answer);
        forwarding.forwarder(sink.url(), "FHIRRepeater", "fhir_dictionary", "");
        forwarding.submit(child("f0", "kibera"));
        forwarding.await("c1", "EMPTY");
        forwarding.ask(
                "editCaseType",
                "EditCaseTypeInput!",
                Map.of(
                        "caseType",
                        "child",
                        "properties",
                        List.of(
                                Map.of("name", "name", "fhirPath", "name[0].given[0]"),
                                Map.of("name", "dob", "dataType", "DATE", "fhirPath", "$.birthDate"))),
                "dictionaryType { properties { fhirPath } }");
        forwarding.ask(
                "describeCaseType",
                "DescribeCaseTypeInput!",
                Map.of("name", "child", "description", "", "fhirResourceType", "Patient"),
                "dictionaryType { name }");
        forwarding.submit(FormXml.visit("f1", forwarding.amina).updates("c1", "dob", "2023-02-01"));
        forwarding.await("c1", "SUCCEEDED");
        JsonNode patient = Objects.requireNonNull(
                fhir.resources.get("Patient?identifier=http%3A%2F%2Fcommcarehq.org%2Fx%2Ffhir%2Fcase-id%7Cc1"));
        assertThat(patient.at("/name/0/given/0").asString()).isEqualTo("Juma");
        assertThat(patient.path("birthDate").asString()).isEqualTo("2023-02-01");
    }

    @Test
    void whatAFhirServerDoesNotTakeIsToldInItsWords() {
        StandIns.Fhir fhir = new StandIns.Fhir();
        sink.answers(fhir::answer);
        forwarding.forwarder(sink.url(), "FHIRRepeater", "", PATIENTS.replace("\"f\": \"female\"", "\"f\": \"woman\""));
        forwarding.submit(child("f1", "kibera"));
        assertThat(forwarding.await("c1", "INVALID").path("responseBody").asString())
                .contains("Patient.gender");
        sink.answers(heard -> new Sink.Reply(
                200,
                Map.of(),
                "{\"resourceType\":\"Bundle\",\"entry\":[{\"response\":{\"status\":\"409 Conflict\",\"outcome\":"
                        + "{\"issue\":[{\"diagnostics\":\"two patients\"}]}}}]}"));
        forwarding.submit(FormXml.visit("f2", forwarding.amina).creates("c2", "child", "Asha", forwarding.amina));
        assertThat(forwarding.await("c2", "INVALID").path("error").asString()).contains("two patients");
    }

    @Test
    void formsBecomePatientsAndEncountersOfOpenmrs() {
        StandIns.Openmrs openmrs = new StandIns.Openmrs();
        sink.answers(openmrs::answer);
        forwarding.forwarder(sink.url(), "OpenmrsRepeater", "", VISITS);
        forwarding.submit(visit("f1", "kibera"));
        forwarding.await("f1", "SUCCEEDED");
        forwarding.submit(visit("f2", "kibera"));
        forwarding.await("f2", "SUCCEEDED");
        assertThat(openmrs.patients).hasSize(1);
        assertThat(openmrs.encounters).hasSize(2);
        JsonNode encounter = openmrs.encounters.values().iterator().next();
        assertThat(encounter.at("/obs/0/value").asInt()).isEqualTo(3);
    }

    @Test
    void aVisitThatBrokeOffGoesOnWhereItWas() {
        StandIns.Openmrs openmrs = new StandIns.Openmrs();
        openmrs.down = true;
        sink.answers(openmrs::answer);
        forwarding.forwarder(sink.url(), "OpenmrsRepeater", "", VISITS);
        forwarding.submit(visit("f1", "kibera"));
        assertThat(forwarding.await("f1", "FAILED").path("status").asInt()).isEqualTo(503);
        assertThat(openmrs.patients).hasSize(1);
        openmrs.down = false;
        String record = forwarding
                .place
                .read("forwardingRecords(payloadId: \"f1\") { nodes { id } }")
                .at("/forwardingRecords/nodes/0/id")
                .asString();
        forwarding.ask(
                "resendForwardingRecord", "ForwardingRecordInput!", Map.of("recordId", record), "record { state }");
        forwarding.await("f1", "SUCCEEDED");
        assertThat(openmrs.patients).hasSize(1);
        assertThat(openmrs.encounters).hasSize(1);
    }
}

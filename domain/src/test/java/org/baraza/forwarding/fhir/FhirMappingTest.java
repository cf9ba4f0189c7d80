// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.FlawedScript;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Refusal;
import org.baraza.forwarding.spi.Transformation.Script;
import org.baraza.forwarding.spi.Transformation.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Resources of cases, and what servers say of them. */
final class FhirMappingTest {
    private static final Budget ENDLESS = new Budget() {
        @Override
        public void check() {}

        @Override
        public Optional<String> excess() {
            return Optional.empty();
        }
    };

    private static Script script(String elements) {
        return new FhirMapping()
                .read(
                        "{\"identifierSystem\": \"https://example.org/cases\", \"caseTypes\": [{\"caseType\": \"child\","
                                + " \"resourceType\": \"Patient\", \"elements\": {" + elements + "}}]}",
                        ENDLESS);
    }

    private static JsonNode resource(String elements) {
        ObjectNode json = (ObjectNode)
                JsonMapper.shared().readTree("{\"properties\": {\"case_type\": \"child\", \"nin\": \"N-1\"}}");
        Payload made = script(elements).payload(new Source("demo", "c1", json, Payload.NOTHING));
        return JsonMapper.shared().readTree(made.body()).at("/entry/0/resource");
    }

    @Test
    void identifiersOfPeopleStandBesideOurs() {
        JsonNode resource =
                resource("\"identifier[0].system\": \"urn:nin\", \"identifier[0].value\": {\"property\": \"nin\"}");
        assertThat(resource.path("identifier"))
                .isEqualTo(JsonMapper.shared()
                        .readTree("[{\"system\": \"urn:nin\", \"value\": \"N-1\"},"
                                + " {\"system\": \"https://example.org/cases\", \"value\": \"c1\"}]"));
        assertThat(resource("\"active\": true").at("/identifier/0/value").asString())
                .isEqualTo("c1");
    }

    @Test
    void listsHaveNoGaps() {
        JsonNode resource = resource("\"name[2].given[3]\": \"Juma\", \"name[1].given[0]\": {\"property\": \"none\"}");
        assertThat(resource.path("name").toString()).isEqualTo("[{\"given\":[\"Juma\"]}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resourceType", "$.id", "id", "identifier", "identifier.value"})
    void whatTheResourceIsAndHowItIsFoundIsNotMapped(String element) {
        assertThatThrownBy(() -> script("\"" + element + "\": \"x\""))
                .isInstanceOf(FlawedScript.class)
                .satisfies(flawed -> assertThat(((FlawedScript) flawed).flaws())
                        .singleElement()
                        .satisfies(flaw -> assertThat(flaw.message()).contains(element, "not mapped")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HAPI-1091: Invalid match URL \\\"Patient?identifier=a|b\\\" - No resources match this search",
                "Unable to resolve conditional reference Patient?identifier=x",
                "Could not be resolved: the reference Patient?identifier=x has no match"
            })
    void aParentThatIsNotThereYetMayComeLater(String said) {
        assertThat(BundleAnswers.refusal(
                        "{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"diagnostics\": \"" + said + "\"}]}"))
                .map(Refusal::notYet)
                .contains(true);
    }

    @Test
    void whatNobodyBringsIsRefused() {
        assertThat(BundleAnswers.refusal("{\"resourceType\": \"OperationOutcome\", \"issue\": [{\"diagnostics\":"
                        + " \"Patient.gender: no such code\"}]}"))
                .map(Refusal::notYet)
                .contains(false);
        assertThat(BundleAnswers.refusal("{\"resourceType\": \"Bundle\", \"entry\": []}"))
                .isEmpty();
    }
}

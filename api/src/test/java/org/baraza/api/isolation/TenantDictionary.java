// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Place;
import tools.jackson.databind.JsonNode;

/** What a tenant says of its cases. */
final class TenantDictionary {
    private final Place place;
    private final String caseType;

    TenantDictionary(Place place) {
        this.place = place;
        caseType = described("type-only-in-" + place.name());
    }

    String caseType() {
        return caseType;
    }

    /** With one group, which has the number 1. */
    String newType() {
        return described("t" + Tenant.noId());
    }

    private String described(String name) {
        JsonNode answer = place.graphQl()
                .ask("""
                        mutation($project: String!, $type: String!) {
                          editCaseType(input: {project: $project, caseType: $type, properties: [
                            {name: "age", label: "Age", dataType: NUMBER, group: "Personal"}]}) {
                            dictionaryType { name } userErrors { message } } }""", Map.of("project", place.name(), "type", name))
                .path("editCaseType");
        assertThat(answer.path("userErrors")).isEmpty();
        return answer.at("/dictionaryType/name").asString();
    }
}

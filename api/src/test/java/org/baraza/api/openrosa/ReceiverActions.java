// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.baraza.api.testing.Place;
import tools.jackson.databind.JsonNode;

/** What administrators do to forms in vectors. */
final class ReceiverActions {
    private ReceiverActions() {}

    /** @param action {@code archive} or {@code unarchive} */
    static void act(Place place, String action, String formId) {
        JsonNode done = place.graphQl()
                .ask(
                        "mutation($input: ArchiveFormInput!) { done: " + action + "Form"
                                + "(input: $input) { form { formId } userErrors { code } } }",
                        Map.of("input", Map.of("project", place.name(), "formId", formId)));
        assertThat(done.at("/done/form/formId").asString()).as(done.toString()).isEqualTo(formId);
    }
}

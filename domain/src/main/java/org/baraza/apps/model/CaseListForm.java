// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The form that registers a case from the case list.
 *
 * @param backToList goes on in the list afterwards, whether a case was made or not
 * @param relevancy when the list offers it
 */
public record CaseListForm(Optional<String> formId, Texts label, Media media, boolean backToList, String relevancy) {
    static CaseListForm of(JsonNode at) {
        return new CaseListForm(
                Read.filled(at, "form_id"),
                Read.texts(at, "label"),
                Media.of(at),
                Read.text(at, "post_form_workflow").equals("case_list"),
                Read.text(at, "relevancy_expression"));
    }
}

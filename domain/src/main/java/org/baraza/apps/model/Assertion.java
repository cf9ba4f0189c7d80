// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What must be true before a form, a menu or the app opens, and what is said if it is not. */
public record Assertion(String test, Texts text) {
    static List<Assertion> of(JsonNode at) {
        return Read.list(
                at, "custom_assertions", item -> new Assertion(Read.text(item, "test"), Read.texts(item, "text")));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath.functions;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in a text that is a JSON object, such as the answer of a geocoder. */
final class JsonText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonText() {}

    /** The property as a text; blank if there is none, or if the text is no object. */
    static String property(String text, String name) {
        try {
            JsonNode property = JSON.readTree(text).path(name);
            if (property.isMissingNode() || property.isNull()) {
                return "";
            }
            return property.isContainer() ? property.toString() : property.asString();
        } catch (JacksonException malformed) {
            return "";
        }
    }
}

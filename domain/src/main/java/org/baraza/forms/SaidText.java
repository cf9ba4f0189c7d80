// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import tools.jackson.databind.JsonNode;

/** Finds texts in a form by a path with full stops, as CommCare HQ's stored documents are asked (data API: forms). */
final class SaidText {
    private SaidText() {}

    /** Whether the form says the text at the path, in whichever letter case; of a list one is enough. */
    static boolean is(JsonNode node, String path, String value) {
        if (node.isArray()) {
            return node.valueStream().anyMatch(each -> is(each, path, value));
        }
        if (path.isEmpty()) {
            return node.isString() && node.stringValue().equalsIgnoreCase(value);
        }
        if (!node.isObject()) {
            return false;
        }
        // Names may have full stops of their own.
        for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
            JsonNode child = node.get(path.substring(0, end));
            if (child != null && is(child, path.substring(end + 1), value)) {
                return true;
            }
        }
        JsonNode child = node.get(path);
        return child != null && is(child, "", value);
    }
}

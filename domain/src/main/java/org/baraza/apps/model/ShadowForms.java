// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Advanced forms that show the questions of another one and choose their cases in a way of their own (releases, section 6). They are
 * read as that other form, with their own say on how each of its cases is chosen.
 */
final class ShadowForms {
    static final String TYPE = "ShadowForm";
    static final String PARENT = "shadow_parent_form_id";

    private static final String LOADS = "load_update_cases";
    /** What a shadow says of a case that its parent loads, too; what is done with the case is the parent's to say. */
    private static final List<String> OWN = List.of(
            "case_type",
            "details_module",
            "auto_select",
            "load_case_from_fixture",
            "show_product_stock",
            "product_program",
            "case_index");

    private ShadowForms() {}

    /** The document, with shadows whose parent is there written out; itself where it has none. */
    static JsonNode writtenOut(JsonNode document) {
        if (forms(document).noneMatch(ShadowForms::isShadow)) {
            return document;
        }
        JsonNode copy = document.deepCopy();
        Map<String, JsonNode> parents = new HashMap<>();
        forms(copy).filter(form -> !isShadow(form)).forEach(form -> parents.put(Read.text(form, "unique_id"), form));
        forms(copy).filter(ShadowForms::isShadow).forEach(form -> {
            JsonNode parent = parents.get(Read.text(form, PARENT));
            if (parent != null && form instanceof ObjectNode shadow) {
                shadow.put("xmlns", Read.text(parent, "xmlns"));
                shadow.set("actions", merged(parent.path("actions"), form.path("extra_actions")));
            }
        });
        return copy;
    }

    static boolean isShadow(JsonNode form) {
        return Read.text(form, "doc_type").equals(TYPE);
    }

    private static Stream<JsonNode> forms(JsonNode document) {
        return StreamSupport.stream(document.path("modules").spliterator(), false)
                .flatMap(module -> StreamSupport.stream(module.path("forms").spliterator(), false));
    }

    private static JsonNode merged(JsonNode ofParent, JsonNode own) {
        Map<String, JsonNode> byTag = new HashMap<>();
        ofParent.path(LOADS).forEach(load -> byTag.put(Read.text(load, "case_tag"), load));
        ObjectNode merged = ofParent.isObject()
                ? ((ObjectNode) ofParent).deepCopy()
                : own.deepCopy().asObject();
        ArrayNode loads = merged.putArray(LOADS);
        for (JsonNode load : own.path(LOADS)) {
            JsonNode known = byTag.get(Read.text(load, "case_tag"));
            loads.add(known instanceof ObjectNode object ? overwritten(object.deepCopy(), load) : load);
        }
        return merged;
    }

    private static ObjectNode overwritten(ObjectNode load, JsonNode by) {
        OWN.forEach(key -> {
            if (by.has(key)) {
                load.set(key, by.path(key));
            } else {
                load.remove(key);
            }
        });
        return load;
    }
}

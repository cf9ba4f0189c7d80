// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Menus as they begin. */
final class NewMenus {
    static final String ADVANCED = "AdvancedModule";
    static final String SHADOW = "ShadowModule";

    private NewMenus() {}

    static ObjectNode basic(String id, String name, String language, String caseType) {
        ObjectNode menu = named("Module", id, name, language).put("case_type", caseType);
        menu.putArray("forms");
        return menu;
    }

    static ObjectNode advanced(String id, String name, String language, String caseType) {
        ObjectNode menu = named(ADVANCED, id, name, language).put("case_type", caseType);
        menu.putArray("forms");
        return menu;
    }

    /** Of the second kind, which says itself where it stands: at first beside its source. */
    static ObjectNode shadow(String id, String name, String language, ObjectNode source) {
        ObjectNode menu = named(SHADOW, id, name, language)
                .put("shadow_module_version", 2)
                .put("source_module_id", source.path("unique_id").asString(""))
                .put("case_type", source.path("case_type").asString(""));
        String root = source.path("root_module_id").asString("");
        if (!root.isEmpty()) {
            menu.put("root_module_id", root);
        }
        menu.putArray("excluded_form_ids");
        menu.putArray("form_session_endpoints");
        return menu;
    }

    private static ObjectNode named(String type, String id, String name, String language) {
        ObjectNode menu = JsonMapper.shared().createObjectNode();
        menu.put("doc_type", type).put("unique_id", id);
        menu.putObject("name").put(language, name);
        menu.put("put_in_root", false);
        ObjectNode details = menu.putObject("case_details");
        for (String kind : new String[] {"short", "long"}) {
            ObjectNode column = details.putObject(kind).putArray("columns").addObject();
            column.put("model", "case").put("field", "name").put("format", "plain");
            column.putObject("header").put(language, "Name");
        }
        return menu;
    }
}

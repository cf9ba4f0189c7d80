// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.editing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Menus that show the forms of others. Where a menu that others stand below is shadowed, these are shadowed below its shadow, too
 * (app model, section 3), and it follows when they come and go.
 */
final class ShadowMenus {
    private static final String ID = "unique_id";
    private static final String ROOT = "root_module_id";
    private static final String SOURCE = "source_module_id";

    private ShadowMenus() {}

    /** A menu that stands below one that is shadowed. */
    record Below(String shadow, String child) {}

    static boolean isShadow(JsonNode menu) {
        return text(menu, "doc_type").equals(NewMenus.SHADOW);
    }

    /** Whether it has forms of its own, and so can be shadowed. */
    static boolean hasForms(JsonNode menu) {
        String type = text(menu, "doc_type");
        return type.isEmpty() || type.equals("Module") || type.equals(NewMenus.ADVANCED);
    }

    /** Shadows of the first kind take the menus below their source along without any of their own. */
    static Set<Below> below(ArrayNode menus) {
        Set<Below> below = new LinkedHashSet<>();
        for (JsonNode shadow : menus) {
            String source = text(shadow, SOURCE);
            if (isShadow(shadow) && shadow.path("shadow_module_version").asInt(1) > 1 && !source.isEmpty()) {
                for (JsonNode child : menus) {
                    if (hasForms(child) && text(child, ROOT).equals(source)) {
                        below.add(new Below(text(shadow, ID), text(child, ID)));
                    }
                }
            }
        }
        return below;
    }

    /** Makes the shadows of menus that came below a shadowed one, and takes away those of menus that went; gives their ids. */
    static List<String> follow(ArrayNode menus, Set<Below> before, Supplier<String> newIds) {
        List<String> changed = new ArrayList<>();
        Set<Below> now = below(menus);
        for (Below gone : before) {
            int at = now.contains(gone) ? -1 : shadowOf(menus, gone);
            if (at >= 0) {
                changed.add(text(menus.remove(at), ID));
            }
        }
        for (Below come : now) {
            if (!before.contains(come) && shadowOf(menus, come) < 0) {
                changed.add(add(menus, come, newIds.get()));
            }
        }
        return changed;
    }

    private static int shadowOf(ArrayNode menus, Below below) {
        for (int i = 0; i < menus.size(); i++) {
            JsonNode menu = menus.get(i);
            if (isShadow(menu)
                    && text(menu, ROOT).equals(below.shadow)
                    && text(menu, SOURCE).equals(below.child)) {
                return i;
            }
        }
        return -1;
    }

    /** Behind all others, so that no menu gets another number; with the names that its source has. */
    private static String add(ArrayNode menus, Below below, String id) {
        for (JsonNode menu : menus) {
            if (text(menu, ID).equals(below.child) && menu instanceof ObjectNode child) {
                ObjectNode shadow = NewMenus.shadow(id, "", "en", child).put(ROOT, below.shadow);
                shadow.set("name", child.path("name").deepCopy());
                shadow.set("case_details", child.path("case_details").deepCopy());
                menus.add(shadow);
                return id;
            }
        }
        throw new IllegalStateException("a menu that stands below another is not there");
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}

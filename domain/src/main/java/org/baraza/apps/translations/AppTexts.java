// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.App;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The menus and forms of a document, by the names that sheets have for them. */
final class AppTexts {
    private final List<String> languages;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /**
     * A menu or a form.
     *
     * @param name {@code menu1} or {@code menu1_form2}
     * @param menu whether it is a menu
     */
    record Part(String name, boolean menu, ObjectNode node) {
        String uniqueId() {
            return node.path("unique_id").asString("");
        }

        /** The path of something of it, as changes of the document write it. */
        String path(String key) {
            return (menu ? "menus[" : "forms[") + uniqueId() + "]." + key;
        }
    }

    private AppTexts(List<String> languages) {
        this.languages = languages;
    }

    /** @param document may be changed through the parts */
    static AppTexts of(ObjectNode document) {
        AppTexts texts = new AppTexts(App.of(document).langs());
        int menus = 0;
        for (JsonNode menu : document.path("modules")) {
            if (menu instanceof ObjectNode node) {
                menus++;
                texts.add(new Part("menu" + menus, true, node));
                int forms = 0;
                for (JsonNode form : menu.path("forms")) {
                    if (form instanceof ObjectNode formNode) {
                        forms++;
                        texts.add(new Part("menu" + menus + "_form" + forms, false, formNode));
                    }
                }
            }
        }
        return texts;
    }

    private void add(Part part) {
        if (!part.uniqueId().isEmpty()) {
            parts.put(part.name(), part);
        }
    }

    List<String> languages() {
        return languages;
    }

    List<Part> parts() {
        return new ArrayList<>(parts.values());
    }

    Optional<Part> named(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    Optional<Part> withId(String uniqueId) {
        return parts.values().stream()
                .filter(part -> part.uniqueId().equals(uniqueId))
                .findFirst();
    }
}

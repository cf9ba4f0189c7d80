// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A case that is chosen before this menu's own.
 *
 * @param asParent it is the parent of the case; else it is only chosen first
 * @param moduleId the menu whose list is used
 */
public record ParentSelect(boolean active, boolean asParent, Optional<String> moduleId) {
    static ParentSelect of(JsonNode at) {
        boolean said = at.has("relationship");
        return new ParentSelect(
                Read.flag(at, "active"),
                !said || Read.text(at, "relationship").equals("parent"),
                Read.filled(at, "module_id"));
    }
}

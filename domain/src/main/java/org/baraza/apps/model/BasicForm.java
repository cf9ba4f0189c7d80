// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import tools.jackson.databind.JsonNode;

/** A form of a basic menu. */
public record BasicForm(FormSettings settings, boolean requiresCase, FormActions actions) implements AppForm {
    static BasicForm read(JsonNode at) {
        return new BasicForm(
                FormSettings.of(at), Read.text(at, "requires").equals("case"), FormActions.of(at.path("actions")));
    }

    /** Whether the form opens a case of its menu's type; a form that follows up a case opens none, whatever is stored. */
    public boolean opensCase() {
        return !requiresCase && actions.openCase().condition().active();
    }
}

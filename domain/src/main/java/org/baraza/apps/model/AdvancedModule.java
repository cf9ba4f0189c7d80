// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A menu whose forms may load and open several cases each. */
public record AdvancedModule(MenuSettings menu, List<AdvancedForm> forms) implements AppModule {
    public AdvancedModule {
        forms = List.copyOf(forms);
    }

    static AdvancedModule read(JsonNode at) {
        return new AdvancedModule(MenuSettings.of(at), Read.list(at, "forms", AdvancedForm::read));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A menu whose forms work on one case each, after its parents perhaps. */
public record BasicModule(MenuSettings menu, List<BasicForm> forms) implements AppModule {
    public BasicModule {
        forms = List.copyOf(forms);
    }

    static BasicModule read(JsonNode at) {
        return new BasicModule(MenuSettings.of(at), Read.list(at, "forms", BasicForm::read));
    }
}

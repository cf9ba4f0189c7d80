// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A menu of an app (app model, section 3). */
public sealed interface AppModule permits BasicModule, AdvancedModule, ShadowModule, ReportModule {

    MenuSettings menu();

    /** The forms whose source is kept with this menu; a shadow shows those of another. */
    List<? extends AppForm> forms();

    default String uniqueId() {
        return menu().uniqueId();
    }

    default String caseType() {
        return menu().caseType();
    }

    default Texts name() {
        return menu().name();
    }

    /** The menu that this one stands in, by its unique id. */
    default Optional<String> rootModuleId() {
        return menu().rootModuleId();
    }

    static AppModule of(JsonNode at) {
        return switch (Read.text(at, "doc_type")) {
            case "AdvancedModule" -> AdvancedModule.read(at);
            case "ShadowModule" -> ShadowModule.read(at);
            case "ReportModule" -> ReportModule.read(at);
            default -> BasicModule.read(at);
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Makes a new app out of one that there is: what is given out is taken in again, under another name. */
public final class AppCopy {
    private AppCopy() {}

    /**
     * The copy, with fresh ids of forms.
     *
     * @param sameProject whether it stays in the project; then it remembers which family of apps it is of
     */
    public static AppImport.Imported of(
            ObjectNode document, FormSources sources, String name, boolean sameProject, Supplier<String> newIds)
            throws NotAnApp {
        AppImport.Imported copy = AppImport.read(AppExport.source(document, sources, newIds), newIds);
        copy.document().put("name", name);
        if (sameProject) {
            copy.document().put("family_id", App.of(document).originId());
        } else {
            copy.document().remove("family_id");
        }
        return copy;
    }
}

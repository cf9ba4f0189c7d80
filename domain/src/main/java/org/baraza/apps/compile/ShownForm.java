// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;

/**
 * A form where a menu shows it: in its own, or in one that shadows that.
 *
 * @param module the position of the menu that shows it
 * @param source the position of the menu that it belongs to
 * @param index its position there
 */
record ShownForm(int module, AppModule menu, int source, int index, AppForm form) {

    String command() {
        return Ids.form(module, index);
    }

    String textKey() {
        return Ids.formText(source, index);
    }

    boolean isShadow() {
        return module != source;
    }

    /** The place of its file in the build. */
    String path() {
        return path(source, index);
    }

    static String path(int module, int index) {
        return "modules-" + module + "/forms-" + index + ".xml";
    }
}

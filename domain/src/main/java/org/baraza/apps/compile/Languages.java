// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Locale;

/** What languages are called. */
final class Languages {
    private Languages() {}

    /** The English name of a language, or its code where that is not known. */
    static String name(String code) {
        int dash = code.indexOf('-');
        String language = dash < 0 ? code : code.substring(0, dash);
        String name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
        return name.isBlank() ? code : name;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.text.Normalizer;
import java.util.Locale;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** What apps may be called. */
final class AppNames {
    private static final int LONGEST = 255;

    private AppNames() {}

    /** A name without blanks around it; refused when it cannot be one. */
    static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST || stripped.indexOf('\0') >= 0) {
            throw new Refused(
                    Problem.Invalid.field("name", "NAME_INVALID", "An app has a name of at most 255 characters."));
        }
        return stripped;
    }

    /** What lists are sorted and searched by. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}

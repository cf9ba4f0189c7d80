// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.regex.Pattern;

/**
 * Names that builds write where only names are allowed: as elements, and as variables of the session that expressions ask for. With
 * any other text a phone could not read the app.
 */
final class SessionNames {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][\\w.-]*");
    private static final Pattern CASE_TYPE = Pattern.compile("[\\w-]+");

    private final Problems problems;

    SessionNames(Problems problems) {
        this.problems = problems;
    }

    /** @param what has the name, to begin a sentence with */
    void name(String name, Place place, String what) {
        if (!NAME.matcher(name).matches()) {
            problems.error(
                    "invalid name",
                    place,
                    what + " is called \"" + name
                            + "\": names begin with a letter and have letters, digits, -, _ and . only");
        }
    }

    /** A blank one is somebody else's to complain of. */
    void caseType(String caseType, Place place) {
        if (!caseType.isBlank() && !CASE_TYPE.matcher(caseType).matches()) {
            problems.error(
                    "invalid case type",
                    place,
                    "The case type \"" + caseType + "\" may only have letters, digits, - and _");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.util.regex.Pattern;

/** What may stand for a resource of FHIR and for a place in one, wherever people say how cases become resources. */
public final class FhirNames {
    /** A resource, such as {@code Patient}. */
    public static final Pattern RESOURCE = Pattern.compile("[A-Z][A-Za-z]{1,63}");

    /** An element: {@code name[0].given[0]}, with {@code $.} before it or not. Places in lists are as few as people write by hand. */
    public static final Pattern PATH =
            Pattern.compile("(\\$\\.)?[a-zA-Z_]\\w{0,63}(\\[\\d]){0,2}(\\.[a-zA-Z_]\\w{0,63}(\\[\\d]){0,2}){0,15}");

    private static final Pattern TAKEN = Pattern.compile("(\\$\\.)?((resourceType|id)\\b.*|identifier(\\..*)?)");

    private FhirNames() {}

    /** Whether nobody may put something there: what the resource is and how it is found are said already. */
    public static boolean isTaken(String path) {
        return TAKEN.matcher(path).matches();
    }
}

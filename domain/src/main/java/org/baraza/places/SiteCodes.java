// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes site codes from names as CommCare HQ does: {@code Ward 7} becomes {@code ward_7}, the next one {@code ward_71}. */
final class SiteCodes {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNFIT = Pattern.compile("[^a-z0-9_]+");
    private static final Pattern OUTER = Pattern.compile("^_+|_+$");
    /** Leaves room for a number. */
    private static final int LONGEST = 200;

    private static final String NAMELESS = "location";

    private SiteCodes() {}

    /** The code that the name would have if no other location had it; all others begin with it. */
    static String stem(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String stem = OUTER.matcher(UNFIT.matcher(plain).replaceAll("_")).replaceAll("");
        if (stem.isEmpty()) {
            return NAMELESS;
        }
        return stem.length() <= LONGEST ? stem : stem.substring(0, LONGEST);
    }

    /** @param taken codes of the project that begin with the stem */
    static String free(String stem, Set<String> taken) {
        String code = stem;
        for (int number = 1; taken.contains(code); number++) {
            code = stem + number;
        }
        return code;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of the sheets of a workbook: without letters that spreadsheets refuse, not too long, each once. */
final class FreeNames {
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\\\/*?:\\[\\]\\p{Cntrl}]|^'");

    private final Set<String> names = new HashSet<>();

    /** The name, or as much of it as fits and no other sheet has. */
    String free(String name) {
        String clean = NOT_IN_NAMES.matcher(name).replaceAll("_");
        int longest = WorkbookWriter.LONGEST_NAME;
        String free = clean.length() > longest ? clean.substring(0, longest) : clean;
        free = free.endsWith("'") ? free.substring(0, free.length() - 1) + "_" : free;
        for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
            String end = "~" + number;
            free = clean.substring(0, Math.min(clean.length(), longest - end.length())) + end;
        }
        return free;
    }
}

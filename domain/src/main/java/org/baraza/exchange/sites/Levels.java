// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.SheetReader;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.exchange.workbook.WorkbookWriter;
import org.baraza.places.LocationType;

/** The levels as they will be when the workbook is done, so that what stands above is done before what stands below. */
final class Levels {
    static final String SHEET = "types";
    private static final int MOST = 1_000;

    private final Map<String, String> parents = new LinkedHashMap<>();

    /** @param present the levels as they are */
    Levels(List<LocationType> present, WorkbookReader workbook) {
        present.forEach(type -> parents.put(type.code(), type.parentCode()));
        workbook.sheet(SHEET).ifPresent(sheet -> {
            try (sheet) {
                read(sheet);
            }
        });
    }

    private void read(SheetReader sheet) {
        Column code = sheet.columns().one("code");
        Column parent = sheet.columns().one("parent_code");
        Set<String> seen = new HashSet<>();
        while (sheet.hasNext()) {
            DataRow row = sheet.next();
            if (row.number() > MOST) {
                throw new WorkbookRefused("TOO_MANY_TYPES", "At most " + MOST + " types.");
            }
            String name = row.word(code);
            if (!name.isEmpty() && !seen.add(name)) {
                throw new WorkbookRefused("TYPE_TWICE", "The type " + name + " stands twice on the sheet types.");
            }
            if (!name.isEmpty() && (parent.isThere() || !parents.containsKey(name))) {
                parents.put(name, row.word(parent));
            }
        }
    }

    /** How many levels stand above; a circle, which is refused later, counts as far as it goes. */
    int depth(String code) {
        Set<String> above = new HashSet<>();
        String next = parents.getOrDefault(code, "");
        while (!next.isEmpty() && above.add(next)) {
            next = parents.getOrDefault(next, "");
        }
        return above.size();
    }

    int deepest() {
        return parents.keySet().stream().mapToInt(this::depth).max().orElse(0);
    }

    boolean isBelow(String code, String parentCode) {
        return parents.getOrDefault(code, "").equals(parentCode);
    }

    /** The codes whose sheets the workbook has, with the names of the sheets, from the topmost level down. */
    Map<String, String> sheets(WorkbookReader workbook) {
        Map<String, String> codes = new HashMap<>();
        parents.keySet().forEach(code -> codes.putIfAbsent(sheetName(code), code));
        Map<String, String> found = new LinkedHashMap<>();
        workbook.sheetNames().stream()
                .filter(name -> !name.strip().equalsIgnoreCase(SHEET))
                .map(name -> Map.entry(
                        Optional.ofNullable(codes.get(sheetName(name.strip())))
                                .orElseThrow(() -> new WorkbookRefused(
                                        "TYPE_UNKNOWN",
                                        "There is no location type with the code " + name
                                                + ", neither in the project nor on the sheet types.")),
                        name))
                .sorted(Comparator.comparingInt(entry -> depth(entry.getKey())))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    /** Sheets have shorter names than types may have codes, and no case. */
    private static String sheetName(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(lower.length(), WorkbookWriter.LONGEST_NAME));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.sites;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.exchange.work.RowPlace;

/** What the parts of a workbook of locations know of each other's rows. */
final class Workbench {
    private final boolean rehearsal;
    private final Levels levels;
    private final Map<String, RowPlace> listed = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final Set<String> types = new HashSet<>();

    Workbench(boolean rehearsal, Levels levels) {
        this.rehearsal = rehearsal;
        this.levels = levels;
    }

    boolean isRehearsal() {
        return rehearsal;
    }

    Levels levels() {
        return levels;
    }

    /** Notes that the workbook has a row for the site code. */
    void list(String siteCode, RowPlace place) {
        if (!siteCode.isEmpty()) {
            listed.putIfAbsent(siteCode, place);
        }
    }

    /** Where the workbook has a row for the site code. */
    Optional<RowPlace> listed(String siteCode) {
        return Optional.ofNullable(listed.get(siteCode));
    }

    /** Notes that a row of the rehearsal would have made the location, of that type. */
    void make(String siteCode, String typeCode) {
        if (rehearsal && !siteCode.isEmpty()) {
            made.put(siteCode, typeCode);
        }
    }

    /** The type of the location that the rehearsal would have made. */
    Optional<String> made(String siteCode) {
        return Optional.ofNullable(made.get(siteCode));
    }

    void makeType(String code) {
        if (rehearsal) {
            types.add(code);
        }
    }

    boolean hasMadeType(String code) {
        return types.contains(code);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.List;

/**
 * Which forms or cases are wanted: forms by arrival and by who filled them in, cases by their last change and by owner. Users,
 * groups and locations add up; none of them means all.
 *
 * @param groupIds the members of these groups, and for cases the groups themselves
 * @param locationIds who works at these locations or below them, and for cases the locations themselves
 */
public record ExportFilter(DateChoice dates, List<String> userIds, List<String> groupIds, List<String> locationIds) {
    public static final ExportFilter ALL = new ExportFilter(DateChoice.ALWAYS, List.of(), List.of(), List.of());

    public ExportFilter {
        userIds = List.copyOf(userIds);
        groupIds = List.copyOf(groupIds);
        locationIds = List.copyOf(locationIds);
    }

    boolean namesPeople() {
        return !userIds.isEmpty() || !groupIds.isEmpty() || !locationIds.isEmpty();
    }
}

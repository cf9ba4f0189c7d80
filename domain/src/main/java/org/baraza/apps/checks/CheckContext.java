// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known outside of an app that its parts may refer to; what is not known is not checked.
 *
 * @param tables names of the columns of the project's lookup tables, by their tags
 * @param reports ids of its reports
 * @param practiceUsers ids of its workers who may be a practice user
 * @param practiceTooLarge those of them whose data is too large to come with a version
 * @param media ids of the media whose content is there
 * @param properties of cases that the project's dictionary lists, by type
 * @param usercases whether its users have cases of their own
 */
public record CheckContext(
        Optional<Map<String, Set<String>>> tables,
        Optional<Set<String>> reports,
        Optional<Set<String>> practiceUsers,
        Set<String> practiceTooLarge,
        Optional<Set<String>> media,
        Optional<Map<String, Set<String>>> properties,
        boolean usercases) {
    public static final CheckContext NOTHING_KNOWN = new CheckContext(
            Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), true);

    public CheckContext {
        tables = tables.map(Map::copyOf);
        reports = reports.map(Set::copyOf);
        practiceUsers = practiceUsers.map(Set::copyOf);
        practiceTooLarge = Set.copyOf(practiceTooLarge);
        media = media.map(Set::copyOf);
        properties = properties.map(Map::copyOf);
    }

    /** The same where no other media are there than those. */
    public CheckContext withMedia(Set<String> kept) {
        return new CheckContext(
                tables, reports, practiceUsers, practiceTooLarge, Optional.of(kept), properties, usercases);
    }
}

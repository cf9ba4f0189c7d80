// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import java.util.List;

/**
 * What a project decided about its case search.
 *
 * @param enabled whether phones may search and claim at all
 * @param fuzzy properties in which a misspelled word is found too
 * @param ignored what does not count when values are compared
 */
public record SearchSettings(boolean enabled, List<FuzzyProperty> fuzzy, List<IgnoredPattern> ignored) {
    /** Of a project that never decided. */
    public static final SearchSettings DEFAULT = new SearchSettings(true, List.of(), List.of());

    /** A property of a type of cases. */
    public record FuzzyProperty(String caseType, String property) {}

    /** What of a property does not count: what the pattern, a regular expression, matches is cut out of both values. */
    public record IgnoredPattern(String caseType, String property, String pattern) {}

    boolean isFuzzy(List<String> caseTypes, String property) {
        return fuzzy.stream()
                .anyMatch(found ->
                        caseTypes.contains(found.caseType()) && found.property().equals(property));
    }

    List<String> ignoredIn(List<String> caseTypes, String property) {
        return ignored.stream()
                .filter(found ->
                        caseTypes.contains(found.caseType()) && found.property().equals(property))
                .map(IgnoredPattern::pattern)
                .distinct()
                .toList();
    }
}

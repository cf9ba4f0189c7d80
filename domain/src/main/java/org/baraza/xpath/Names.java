// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression may mention where it stands. What is not known is not checked.
 *
 * @param about what the expression is about, from where relative paths start
 * @param questions paths of all questions and groups of the form, as {@code /data/child/age}
 * @param properties of cases: under a case type for paths into the case database that ask for that type, under
 *     {@code #case}, {@code #case/parent}, {@code #user} and so on for short names
 * @param instances ids of all instances that can be opened
 * @param variables that are declared
 * @param shortNames what may stand behind a #
 */
public record Names(
        Optional<Address> about,
        Optional<Set<String>> questions,
        Map<String, Set<String>> properties,
        Optional<Set<String>> instances,
        Optional<Set<String>> variables,
        Set<String> shortNames) {

    /** The short names that the builder writes. */
    public static final Set<String> SHORT_NAMES = Set.of("form", "case", "user", "session", "parent", "host");

    /** Nothing is known but the functions and the usual short names. */
    public static final Names UNKNOWN =
            new Names(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), SHORT_NAMES);

    public Names {
        questions = questions.map(Set::copyOf);
        properties = Map.copyOf(properties);
        instances = instances.map(Set::copyOf);
        variables = variables.map(Set::copyOf);
        shortNames = Set.copyOf(shortNames);
    }

    public Names about(Address subject) {
        return new Names(Optional.of(subject), questions, properties, instances, variables, shortNames);
    }

    public Names withQuestions(Set<String> paths) {
        return new Names(about, Optional.of(paths), properties, instances, variables, shortNames);
    }

    public Names withProperties(Map<String, Set<String>> known) {
        return new Names(about, questions, known, instances, variables, shortNames);
    }

    public Names withInstances(Set<String> ids) {
        return new Names(about, questions, properties, Optional.of(ids), variables, shortNames);
    }

    public Names withVariables(Set<String> names) {
        return new Names(about, questions, properties, instances, Optional.of(names), shortNames);
    }
}

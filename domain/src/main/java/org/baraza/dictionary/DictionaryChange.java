// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to become different, all or nothing. What is null stays as it is; a type or group that is missing is made. */
public record DictionaryChange(List<Group> groups, List<Property> properties) {
    public DictionaryChange {
        groups = List.copyOf(groups);
        properties = List.copyOf(properties);
    }

    /**
     * A group to be.
     *
     * @param number of the group that is changed; null for the one of that name, which is made when there is none
     */
    public record Group(
            String caseType,
            @Nullable Integer number,
            String name,
            @Nullable Integer place,
            @Nullable String description,
            @Nullable Boolean deprecated) {}

    /**
     * A property to be.
     *
     * @param group name of its group; empty for none
     * @param deleted whether it goes
     */
    public record Property(
            String caseType,
            String name,
            @Nullable String label,
            @Nullable Integer place,
            @Nullable String group,
            @Nullable String description,
            @Nullable DataType dataType,
            @Nullable Boolean deprecated,
            boolean deleted,
            @Nullable List<AllowedValue> allowedValues,
            @Nullable String fhirPath) {}

    /** The types that it is about. */
    SortedSet<String> caseTypes() {
        SortedSet<String> types = new TreeSet<>();
        groups.forEach(group -> types.add(group.caseType()));
        properties.forEach(property -> types.add(property.caseType()));
        return types;
    }
}

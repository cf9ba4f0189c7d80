// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A type with all that the project says of it.
 *
 * @param groups in their order
 * @param properties in their order: those of each group together, those of none at the end
 * @param inData whether there are cases of the type
 */
public record DescribedType(CaseType type, List<PropertyGroup> groups, List<CaseProperty> properties, boolean inData) {

    public DescribedType {
        groups = List.copyOf(groups);
        properties = List.copyOf(properties);
    }

    public String name() {
        return type.name();
    }

    /** Whether nothing would be missed of it: no case is of the type. */
    public boolean safeToDelete() {
        return !inData;
    }

    /** The properties of a group; of none for the empty name. */
    public List<CaseProperty> propertiesOf(String group) {
        return properties.stream()
                .filter(property -> property.group().equals(group))
                .toList();
    }

    public Optional<CaseProperty> property(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    /** In the order in which they are shown. */
    static List<CaseProperty> inOrder(List<PropertyGroup> groups, List<CaseProperty> properties) {
        List<CaseProperty> ordered = new ArrayList<>();
        for (PropertyGroup group : groups) {
            properties.stream()
                    .filter(property -> property.group().equals(group.name()))
                    .forEach(ordered::add);
        }
        properties.stream().filter(property -> property.group().isEmpty()).forEach(ordered::add);
        return ordered;
    }
}

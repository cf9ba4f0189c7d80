// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** A type while it is changed: what it had, what it is to have, and what of that must be written. */
final class TypeEdit {
    private final String caseType;
    private final SequencedMap<Integer, PropertyGroup> groups = new LinkedHashMap<>();
    private final SequencedMap<String, CaseProperty> properties = new LinkedHashMap<>();
    private final SequencedSet<Integer> madeGroups = new LinkedHashSet<>();
    private final SequencedSet<Integer> changedGroups = new LinkedHashSet<>();
    private final SequencedSet<String> put = new LinkedHashSet<>();
    private final SequencedSet<String> deleted = new LinkedHashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    TypeEdit(String caseType, List<PropertyGroup> groups, List<CaseProperty> properties) {
        this.caseType = caseType;
        groups.forEach(group -> this.groups.put(group.number(), group));
        properties.forEach(property -> this.properties.put(property.name(), property));
    }

    /** Of a change, what is about this type. */
    TypeEdit apply(DictionaryChange change) {
        List<DictionaryChange.Group> wanted = change.groups();
        for (int place = 0; place < wanted.size(); place++) {
            if (wanted.get(place).caseType().equals(caseType)) {
                group("groups." + place, wanted.get(place));
            }
        }
        List<DictionaryChange.Property> some = change.properties();
        for (int place = 0; place < some.size(); place++) {
            if (some.get(place).caseType().equals(caseType)) {
                property("properties." + place, some.get(place));
            }
        }
        if (groups.size() > DictionaryRules.MOST_GROUPS || properties.size() > DictionaryRules.MOST_PROPERTIES) {
            errors.add(
                    new FieldError("properties", "TOO_MANY", "A case type has at most 2000 properties in 200 groups."));
        }
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
        return this;
    }

    private void group(String field, DictionaryChange.Group wanted) {
        Integer number = wanted.number();
        Optional<PropertyGroup> known = number == null ? named(wanted.name()) : Optional.ofNullable(groups.get(number));
        if (known.isEmpty() && number != null) {
            errors.add(new FieldError(field + ".id", "GROUP_UNKNOWN", "There is no such group of " + caseType + "."));
            return;
        }
        PropertyGroup before = known.orElseGet(() -> newGroup(wanted.name()));
        if (named(wanted.name())
                .filter(other -> other.number() != before.number())
                .isPresent()) {
            errors.add(new FieldError(
                    field + ".name",
                    "GROUP_TAKEN",
                    "Another group of " + caseType + " is called " + wanted.name() + "."));
            return;
        }
        PropertyGroup after = new PropertyGroup(
                before.number(),
                wanted.name().strip(),
                or(wanted.description(), before.description()),
                or(wanted.place(), before.place()),
                or(wanted.deprecated(), before.deprecated()));
        groups.put(after.number(), after);
        changedGroups.add(after.number());
        rename(before.name(), after.name());
    }

    /** The properties of a group stay with it whatever it is called. */
    private void rename(String before, String after) {
        if (!before.equals(after)) {
            properties.replaceAll((_, property) ->
                    property.group().equals(before) ? inGroup(property, after, property.place()) : property);
        }
    }

    private Optional<PropertyGroup> named(String name) {
        return groups.values().stream()
                .filter(group -> group.name().equals(name.strip()))
                .findFirst();
    }

    private PropertyGroup newGroup(String name) {
        int number = groups.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        int place = DictionaryRules.placeAfter(
                groups.values().stream().mapToInt(PropertyGroup::place).max().orElse(-1));
        PropertyGroup made = new PropertyGroup(number, name.strip(), "", place, false);
        groups.put(number, made);
        madeGroups.add(number);
        return made;
    }

    private void property(String field, DictionaryChange.Property wanted) {
        CaseProperty before = properties.get(wanted.name());
        if (wanted.deleted()) {
            delete(field, wanted.name(), before);
            return;
        }
        CaseProperty from = before == null ? newProperty(wanted.name()) : before;
        String group = or(wanted.group(), from.group()).strip();
        if (!group.isEmpty() && named(group).isEmpty()) {
            newGroup(group);
        }
        CaseProperty after = new CaseProperty(
                from.number(),
                from.name(),
                or(wanted.label(), from.label()).strip(),
                or(wanted.description(), from.description()),
                or(wanted.dataType(), from.dataType()),
                or(wanted.deprecated(), from.deprecated()),
                group,
                or(wanted.place(), from.place()),
                or(wanted.allowedValues(), from.allowedValues()),
                or(wanted.fhirPath(), from.fhirPath()).strip(),
                from.inData());
        properties.put(after.name(), after);
        put.add(after.name());
    }

    private void delete(String field, String name, @Nullable CaseProperty before) {
        if (before == null) {
            return;
        }
        if (before.inData()) {
            errors.add(new FieldError(
                    field + ".deleted",
                    "PROPERTY_IN_USE",
                    "Cases have the property " + name + ". Deprecate it instead of deleting it."));
            return;
        }
        properties.remove(name);
        put.remove(name);
        deleted.add(name);
    }

    private CaseProperty newProperty(String name) {
        int number = properties.values().stream()
                        .mapToInt(CaseProperty::number)
                        .max()
                        .orElse(0)
                + 1;
        int place = DictionaryRules.placeAfter(
                properties.values().stream().mapToInt(CaseProperty::place).max().orElse(-1));
        return new CaseProperty(number, name, "", "", DataType.UNDEFINED, false, "", place, List.of(), "", false);
    }

    private static CaseProperty inGroup(CaseProperty property, String group, int place) {
        return new CaseProperty(
                property.number(),
                property.name(),
                property.label(),
                property.description(),
                property.dataType(),
                property.deprecated(),
                group,
                place,
                property.allowedValues(),
                property.fhirPath(),
                property.inData());
    }

    private static <T> T or(@Nullable T given, T before) {
        return given == null ? before : given;
    }

    void write(Tx tx, ProjectId project, DictionaryStore store) {
        madeGroups.forEach(number -> store.insertGroup(tx, project, caseType, at(number)));
        changedGroups.stream()
                .filter(number -> !madeGroups.contains(number))
                .forEach(number -> store.updateGroup(tx, caseType, at(number)));
        deleted.forEach(name -> store.deleteProperty(tx, caseType, name));
        Map<String, Integer> numbers = new HashMap<>();
        groups.values().forEach(group -> numbers.put(group.name(), group.number()));
        List<CaseProperty> rows = properties.values().stream()
                .filter(property -> put.contains(property.name()))
                .toList();
        if (!rows.isEmpty()) {
            store.put(tx, project, caseType, rows, numbers);
        }
    }

    private PropertyGroup at(int number) {
        return Objects.requireNonNull(groups.get(number));
    }
}

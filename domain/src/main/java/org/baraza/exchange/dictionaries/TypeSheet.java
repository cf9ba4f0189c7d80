// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.baraza.dictionary.AllowedValue;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.Dictionary;
import org.baraza.dictionary.DictionaryChange;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.SheetReader;
import org.jspecify.annotations.Nullable;

/** The sheet with the properties of a type; the order of its columns is free, and what it has no column for stays. */
final class TypeSheet {
    static final int LONGEST_NAME = 255;
    static final List<String> HEADERS =
            List.of("Case Property", "Label", "Group", "Description", "Deprecated", "Data Type");

    private static final int LONGEST_TEXT = 2_000;
    private static final List<String> YES = List.of("true", "yes", "y", "1");
    private static final List<String> NO = List.of("false", "no", "n", "0", "");

    private final String sheet;
    private final String caseType;
    private final boolean saysDataTypes;
    private final SequencedMap<String, DictionaryChange.Property> properties = new LinkedHashMap<>();
    private final List<DictionaryChange.Group> groups = new ArrayList<>();
    private final Set<String> groupNames = new HashSet<>();

    private TypeSheet(String sheet, String caseType, boolean saysDataTypes) {
        this.sheet = sheet;
        this.caseType = caseType;
        this.saysDataTypes = saysDataTypes;
    }

    static List<String> row(CaseProperty property) {
        return List.of(
                property.name(),
                property.label(),
                property.group(),
                property.description(),
                property.deprecated() ? "True" : "False",
                property.dataType().title());
    }

    static TypeSheet read(String sheet, String caseType, SheetReader rows, Reading reading) {
        try (rows) {
            Columns columns = rows.columns();
            Names names = new Names(
                    columns.one("Case Property"),
                    columns.one("Label"),
                    columns.one("Group"),
                    columns.one("Description"),
                    columns.one("Deprecated"),
                    columns.one("Data Type"));
            TypeSheet type = new TypeSheet(sheet, caseType, names.dataType.isThere());
            if (!Dictionary.isTypeName(caseType)) {
                reading.wrong(sheet, 1, "The name of the sheet cannot be that of a case type.");
            } else if (!names.property.isThere()) {
                reading.wrong(sheet, 1, "The column Case Property is missing.");
            } else {
                while (rows.hasNext()) {
                    type.take(reading.next(rows), names, reading);
                }
            }
            return type;
        }
    }

    /** Which column is which. */
    private record Names(
            Column property, Column label, Column group, Column description, Column deprecated, Column dataType) {}

    private void take(DataRow row, Names names, Reading reading) {
        String name = row.word(names.property);
        Optional<String> wrong = wrong(row, names, name);
        if (wrong.isPresent()) {
            reading.wrong(sheet, row.number(), wrong.get());
            return;
        }
        String group = row.word(names.group);
        if (!group.isEmpty() && groupNames.add(group)) {
            groups.add(new DictionaryChange.Group(caseType, null, group, groups.size(), null, null));
        }
        properties.put(
                name,
                new DictionaryChange.Property(
                        caseType,
                        name,
                        said(row, names.label),
                        properties.size(),
                        said(row, names.group),
                        said(row, names.description),
                        names.dataType.isThere()
                                ? DataType.of(row.word(names.dataType)).orElseThrow()
                                : null,
                        names.deprecated.isThere() ? (Boolean) YES.contains(lower(row.word(names.deprecated))) : null,
                        false,
                        null,
                        null));
    }

    private Optional<String> wrong(DataRow row, Names names, String name) {
        if (!Dictionary.isPropertyName(name)) {
            return Optional.of("\"" + name + "\" cannot be the name of a property.");
        }
        if (properties.containsKey(name)) {
            return Optional.of("The property \"" + name + "\" stands there twice.");
        }
        if (DataType.of(row.word(names.dataType)).isEmpty()) {
            return Optional.of("There is no data type \"" + row.word(names.dataType) + "\".");
        }
        String deprecated = lower(row.word(names.deprecated));
        if (!YES.contains(deprecated) && !NO.contains(deprecated)) {
            return Optional.of("Deprecated is True or False, and not \"" + row.word(names.deprecated) + "\".");
        }
        if (row.word(names.group).length() > LONGEST_NAME
                || row.word(names.label).length() > LONGEST_TEXT
                || row.word(names.description).length() > LONGEST_TEXT) {
            return Optional.of("A text is too long: groups have at most 255, labels and descriptions 2000 characters.");
        }
        return Optional.empty();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String said(DataRow row, Column column) {
        return column.isThere() ? row.word(column) : null;
    }

    String sheet() {
        return sheet;
    }

    String caseType() {
        return caseType;
    }

    boolean saysDataTypes() {
        return saysDataTypes;
    }

    boolean has(String property) {
        return properties.containsKey(property);
    }

    List<DictionaryChange.Group> groups() {
        return groups;
    }

    /** The properties as they are to be, with whatever values they have. */
    List<DictionaryChange.Property> changes() {
        return List.copyOf(properties.values());
    }

    /** The properties as they are to be; where the workbook says data types, what it lists no values for may be anything. */
    List<DictionaryChange.Property> changes(ValueSheet values) {
        return properties.values().stream()
                .map(property -> values.of(property.name())
                        .filter(some -> saysDataTypes || !some.isEmpty())
                        .map(some -> with(property, some))
                        .orElse(property))
                .toList();
    }

    private static DictionaryChange.Property with(DictionaryChange.Property property, List<AllowedValue> values) {
        return new DictionaryChange.Property(
                property.caseType(),
                property.name(),
                property.label(),
                property.place(),
                property.group(),
                property.description(),
                property.dataType(),
                property.deprecated(),
                false,
                values,
                property.fhirPath());
    }
}

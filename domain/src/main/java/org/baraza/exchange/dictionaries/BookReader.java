// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.baraza.dictionary.DictionaryChange;
import org.baraza.exchange.workbook.WorkbookReader;

/** What the sheets of a workbook say together. */
final class BookReader {
    private final WorkbookReader workbook;
    private final SheetNames names;
    private final Reading reading = new Reading();

    /** @param names of the types that the project has */
    BookReader(WorkbookReader workbook, SheetNames names) {
        this.workbook = workbook;
        this.names = names;
    }

    DictionaryChange read() {
        List<String> sheets =
                workbook.sheetNames().stream().map(String::strip).distinct().toList();
        SequencedMap<String, TypeSheet> types = new LinkedHashMap<>();
        sheets.stream().filter(sheet -> !SheetNames.isOfValues(sheet)).forEach(sheet -> readType(sheet, types));
        SheetNames described = SheetNames.of(types.keySet());
        Map<String, String> valueSheets = new HashMap<>();
        sheets.stream().filter(SheetNames::isOfValues).forEach(sheet -> {
            List<String> fitting = described.typesOfValues(sheet);
            if (fitting.isEmpty()) {
                reading.wrong(sheet, 1, "There is no sheet of the case type that these values are of.");
            } else if (fitting.size() == 1) {
                if (valueSheets.putIfAbsent(fitting.getFirst(), sheet) != null) {
                    reading.wrong(sheet, 1, "Another sheet has the values of " + fitting.getFirst() + " already.");
                }
            } else {
                reading.wrong(sheet, 1, "These can be the values of several case types: " + list(fitting) + ".");
            }
        });
        List<DictionaryChange.Group> groups = new ArrayList<>();
        List<DictionaryChange.Property> properties = new ArrayList<>();
        types.values().forEach(type -> {
            groups.addAll(type.groups());
            properties.addAll(changes(type, valueSheets.getOrDefault(type.caseType(), "")));
        });
        return new DictionaryChange(groups, properties);
    }

    private void readType(String sheet, SequencedMap<String, TypeSheet> types) {
        List<String> fitting = names.typesOf(sheet);
        String caseType = fitting.isEmpty() ? sheet : fitting.getFirst();
        if (fitting.size() > 1) {
            reading.wrong(sheet, 1, "This can be the sheet of several case types: " + list(fitting) + ".");
        } else if (types.containsKey(caseType)) {
            reading.wrong(sheet, 1, "Another sheet is about the case type " + caseType + " already.");
        } else {
            types.put(
                    caseType,
                    TypeSheet.read(sheet, caseType, workbook.sheet(sheet).orElseThrow(), reading));
        }
    }

    private static String list(List<String> types) {
        return String.join(", ", types.subList(0, Math.min(types.size(), 3)));
    }

    /** @param valueSheet empty when the type has none, so that its values stay */
    private List<DictionaryChange.Property> changes(TypeSheet type, String valueSheet) {
        if (valueSheet.isEmpty()) {
            if (type.saysDataTypes()) {
                reading.wrong(
                        type.sheet(),
                        1,
                        "The sheet " + names.ofValues(type.caseType()) + " with the valid values is missing.");
            }
            return type.changes();
        }
        return type.changes(
                ValueSheet.read(type, valueSheet, workbook.sheet(valueSheet).orElseThrow(), reading));
    }

    List<RowError> errors() {
        return reading.errors();
    }
}

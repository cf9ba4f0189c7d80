// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.dictionary.AllowedValue;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.SheetReader;
import org.baraza.exchange.workbook.WorkbookReader;

/** The sheet with the values that the properties of a type may have. */
final class ValueSheet {
    static final List<String> HEADERS = List.of("Case Property", "Valid Value", "Valid Value Description");

    private ValueSheet() {}

    /** Values by property, in their order; a property of the type that has none is not there. */
    static Map<String, List<AllowedValue>> read(TypeSheet type, WorkbookReader workbook, List<RowError> errors) {
        String name = SheetNames.ofValues(type.caseType());
        Optional<SheetReader> found = workbook.sheet(name);
        if (found.isEmpty()) {
            if (type.saysDataTypes()) {
                errors.add(new RowError(type.sheet(), 1, "The sheet " + name + " with the valid values is missing."));
            }
            return Map.of();
        }
        try (SheetReader rows = found.get()) {
            return read(type, name, rows, errors);
        }
    }

    private static Map<String, List<AllowedValue>> read(
            TypeSheet type, String name, SheetReader rows, List<RowError> errors) {
        Column property = rows.columns().one("Case Property");
        Column value = rows.columns().one("Valid Value");
        Column description = rows.columns().one("Valid Value Description");
        Map<String, List<AllowedValue>> values = new LinkedHashMap<>();
        while (rows.hasNext()) {
            DataRow row = rows.next();
            String of = row.word(property);
            if (!type.has(of)) {
                errors.add(
                        new RowError(name, row.number(), "The sheet of the case type has no property \"" + of + "\"."));
                continue;
            }
            List<AllowedValue> some = values.computeIfAbsent(of, _ -> new ArrayList<>());
            String allowed = row.word(value);
            if (allowed.isEmpty() || allowed.length() > TypeSheet.LONGEST_NAME) {
                errors.add(new RowError(name, row.number(), "A valid value has 1 to 255 characters."));
            } else if (some.stream().anyMatch(other -> other.value().equals(allowed))) {
                errors.add(new RowError(name, row.number(), "The value \"" + allowed + "\" stands there twice."));
            } else {
                some.add(new AllowedValue(allowed, row.word(description)));
            }
        }
        return values;
    }
}

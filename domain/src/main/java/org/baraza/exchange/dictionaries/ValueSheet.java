// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.baraza.dictionary.AllowedValue;
import org.baraza.dictionary.Dictionary;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.SheetReader;

/**
 * The sheet with the values that the properties of a type may have. Of a property with an error in one of its rows it says
 * nothing, so that no value is taken away by mistake.
 */
final class ValueSheet {
    static final List<String> HEADERS = List.of("Case Property", "Valid Value", "Valid Value Description");

    private final String sheet;
    private final Map<String, SequencedMap<String, AllowedValue>> values = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private boolean whole = true;

    private ValueSheet(String sheet) {
        this.sheet = sheet;
    }

    static ValueSheet read(TypeSheet type, String sheet, SheetReader rows, Reading reading) {
        try (rows) {
            Column property = rows.columns().one("Case Property");
            Column value = rows.columns().one("Valid Value");
            Column description = rows.columns().one("Valid Value Description");
            ValueSheet values = new ValueSheet(sheet);
            if (!property.isThere() || !value.isThere()) {
                values.whole = false;
                reading.wrong(sheet, 1, "The columns Case Property and Valid Value are needed.");
                return values;
            }
            while (rows.hasNext()) {
                DataRow row = reading.next(rows);
                values.take(type, row, row.word(property), row.word(value), row.word(description), reading);
            }
            return values;
        }
    }

    private void take(TypeSheet type, DataRow row, String property, String value, String description, Reading reading) {
        if (!type.has(property)) {
            whole = false;
            reading.wrong(sheet, row.number(), "The sheet of the case type has no property \"" + property + "\".");
            return;
        }
        SequencedMap<String, AllowedValue> some = values.computeIfAbsent(property, _ -> new LinkedHashMap<>());
        if (some.size() >= Dictionary.MOST_VALUES) {
            if (broken.add(property)) {
                reading.wrong(
                        sheet,
                        row.number(),
                        "\"" + property + "\" has more than " + Dictionary.MOST_VALUES + " valid values.");
            }
            return;
        }
        Optional<String> wrong = value.isEmpty() || value.length() > TypeSheet.LONGEST_NAME
                ? Optional.of("A valid value has 1 to 255 characters.")
                : some.putIfAbsent(value, new AllowedValue(value, description)) == null
                        ? Optional.empty()
                        : Optional.of("The value \"" + value + "\" stands there twice.");
        wrong.ifPresent(message -> {
            broken.add(property);
            reading.wrong(sheet, row.number(), message);
        });
    }

    /** The values of a property, in their order, none where the sheet lists none; empty where it is not sure of them. */
    Optional<List<AllowedValue>> of(String property) {
        SequencedMap<String, AllowedValue> some = values.get(property);
        if (broken.contains(property) || (some == null && !whole)) {
            return Optional.empty();
        }
        return Optional.of(some == null ? List.of() : List.copyOf(some.sequencedValues()));
    }
}

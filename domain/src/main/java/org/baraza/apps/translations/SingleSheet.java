// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the one sheet of an app apart into those of its menus and forms. */
final class SingleSheet {
    private SingleSheet() {}

    /** Rows that say nothing but the menu or form are about its name. The sheets keep the name of the one that they come of. */
    static List<Sheet> split(Sheet sheet) {
        List<Row> names = new ArrayList<>();
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        for (Row row : sheet.rows()) {
            boolean ofName = row.text(Headings.PROPERTY).isBlank()
                    && row.text(Headings.LABEL).isBlank();
            if (ofName) {
                names.add(row);
            } else {
                parts.computeIfAbsent(row.text(Headings.PART).strip(), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        if (!names.isEmpty()) {
            sheets.add(new Sheet(Headings.FIRST_SHEET, names));
        }
        parts.forEach((part, rows) -> sheets.add(new Sheet(part, rows)));
        return sheets;
    }
}

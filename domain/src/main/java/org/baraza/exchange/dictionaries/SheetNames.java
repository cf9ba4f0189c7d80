// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.baraza.exchange.workbook.WorkbookWriter;

/** Which sheet is of which case type; names of sheets are short, those of types need not be. */
final class SheetNames {
    static final String VALUES = "-vl";

    private SheetNames() {}

    static String ofType(String caseType) {
        return cut(caseType, WorkbookWriter.LONGEST_NAME);
    }

    static String ofValues(String caseType) {
        return cut(caseType, WorkbookWriter.LONGEST_NAME - VALUES.length()) + VALUES;
    }

    static boolean isOfValues(String sheet) {
        return sheet.endsWith(VALUES);
    }

    /** The type that a sheet describes: one that is known, or a new one that is called as the sheet. */
    static String typeOf(String sheet, Collection<String> known) {
        if (known.contains(sheet)) {
            return sheet;
        }
        List<String> shortened =
                known.stream().filter(type -> ofType(type).equals(sheet)).toList();
        return shortened.size() == 1 ? shortened.getFirst() : sheet;
    }

    /** The type, of those that have a sheet in the workbook, whose values stand in a sheet. */
    static Optional<String> typeOfValues(String sheet, Collection<String> types) {
        return types.stream().filter(type -> ofValues(type).equals(sheet)).findFirst();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}

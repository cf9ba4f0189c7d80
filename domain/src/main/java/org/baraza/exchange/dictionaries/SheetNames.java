// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baraza.exchange.workbook.WorkbookWriter;

/**
 * Which sheet is of which case type; names of sheets are short and differ in more than capitals, those of types need not. A type
 * whose name is not whole, or not its own, in a sheet has a mark there that is made of the whole name.
 */
final class SheetNames {
    private static final String VALUES = "-vl";
    private static final int LONGEST = WorkbookWriter.LONGEST_NAME;
    private static final int LONGEST_OF_VALUES = LONGEST - VALUES.length();

    private final Collection<String> types;
    private final Map<String, Long> sheets;
    private final Map<String, Long> valueSheets;

    private SheetNames(Collection<String> types) {
        this.types = types;
        this.sheets = count(types, LONGEST);
        this.valueSheets = count(types, LONGEST_OF_VALUES);
    }

    /** @param types all that a project has */
    static SheetNames of(Collection<String> types) {
        return new SheetNames(List.copyOf(types));
    }

    /** How many types would have a sheet of each name. */
    private static Map<String, Long> count(Collection<String> types, int most) {
        return types.stream()
                .map(type -> key(type, most))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    String ofType(String caseType) {
        return name(caseType, sheets, LONGEST);
    }

    String ofValues(String caseType) {
        return name(caseType, valueSheets, LONGEST_OF_VALUES) + VALUES;
    }

    private static String name(String caseType, Map<String, Long> counts, int most) {
        boolean own = counts.getOrDefault(key(caseType, most), 0L) <= 1;
        return own && !isOfValues(caseType) ? cut(caseType, most) : marked(caseType, most);
    }

    static boolean isOfValues(String sheet) {
        return sheet.endsWith(VALUES);
    }

    /** The types that a sheet can be of; none when it is that of a new one, which is called as the sheet. */
    List<String> typesOf(String sheet) {
        return fitting(sheet, LONGEST);
    }

    /** The types whose values can stand in a sheet. */
    List<String> typesOfValues(String sheet) {
        return fitting(sheet.substring(0, sheet.length() - VALUES.length()), LONGEST_OF_VALUES);
    }

    private List<String> fitting(String name, int most) {
        if (types.contains(name)) {
            return List.of(name);
        }
        List<String> marked =
                types.stream().filter(type -> marked(type, most).equals(name)).toList();
        return marked.isEmpty()
                ? types.stream()
                        .filter(type -> type.length() > most && cut(type, most).equals(name))
                        .toList()
                : marked;
    }

    private static String marked(String caseType, int most) {
        String mark = "~" + HexFormat.of().toHexDigits(caseType.hashCode(), 6);
        return cut(caseType, most - mark.length()) + mark;
    }

    private static String key(String caseType, int most) {
        return cut(caseType, most).toLowerCase(Locale.ROOT);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a sheet, in CommCare HQ's grammar: {@code group: key} nests, a number at the end makes a list, a question
 * mark says that it is yes or no. A column is asked for once; what nobody asked for is {@link #left}.
 */
public final class Columns {
    private static final Pattern NESTED = Pattern.compile("([^:]+?)\\s*:\\s*(.+)");
    private static final String READ_ONLY = "(read only)";

    private final List<Column> all = new ArrayList<>();
    private final Set<Column> left = new LinkedHashSet<>();
    private final List<String> twice = new ArrayList<>();

    Columns(List<String> headers) {
        Set<String> seen = new LinkedHashSet<>();
        for (int index = 0; index < headers.size(); index++) {
            String header = headers.get(index).strip();
            if (header.isEmpty()) {
                continue;
            }
            Column column = new Column(index, header);
            all.add(column);
            if (!header.endsWith(READ_ONLY)) {
                left.add(column);
            }
            if (!seen.add(header)) {
                twice.add(header);
            }
        }
    }

    /** Every column that is called something. */
    public List<Column> all() {
        return List.copyOf(all);
    }

    /** What stands there twice. */
    public List<String> twice() {
        return List.copyOf(twice);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The column that is called one of the names, in whatever case and with or without a question mark. */
    public Column one(String... names) {
        for (String name : names) {
            for (Column column : all) {
                if (plain(column.header()).equals(plain(name))) {
                    left.remove(column);
                    return column;
                }
            }
        }
        return Column.none();
    }

    private static String plain(String header) {
        String lower = header.toLowerCase(Locale.ROOT).strip();
        return lower.endsWith("?") ? lower.substring(0, lower.length() - 1).strip() : lower;
    }

    /** The columns {@code name 1}, {@code name 2} and so on, in the order of their numbers; a bare {@code name} first. */
    public List<Column> numbered(String name) {
        Pattern pattern = Pattern.compile(Pattern.quote(name.toLowerCase(Locale.ROOT)) + "(?:\\s*(\\d{1,4}))?");
        Map<Integer, Column> found = new java.util.TreeMap<>();
        for (Column column : all) {
            Matcher matcher = pattern.matcher(plain(column.header()));
            if (matcher.matches()) {
                found.put(matcher.group(1) == null ? -1 : Integer.parseInt(matcher.group(1)), column);
            }
        }
        left.removeAll(found.values());
        return List.copyOf(found.values());
    }

    /** The columns {@code group: key} by their keys. */
    public Map<String, Column> under(String group) {
        Map<String, Column> found = new LinkedHashMap<>();
        for (Column column : all) {
            Matcher matcher = NESTED.matcher(column.header());
            if (matcher.matches() && matcher.group(1).strip().equalsIgnoreCase(group)) {
                found.putIfAbsent(matcher.group(2).strip(), column);
                left.remove(column);
            }
        }
        return found;
    }

    /** Headers that nobody asked for, and those that stand there twice. */
    public List<String> left() {
        Set<String> names = new LinkedHashSet<>(twice);
        left.forEach(column -> names.add(column.header()));
        return List.copyOf(names);
    }
}

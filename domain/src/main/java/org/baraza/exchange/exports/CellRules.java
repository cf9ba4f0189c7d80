// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;

/** What a value becomes in a cell (exports: cell rules). */
final class CellRules {
    /** A question that the form does not have; one that was left blank is an empty cell. */
    static final String MISSING = "---";

    private static final String CHOSEN = "1";
    private static final List<String> POINT = List.of("latitude", "longitude", "altitude", "accuracy");
    private static final int SHORTEST_MOMENT = "2024-03-01T10:15".length();

    private final ExportManner manner;
    private final Surroundings surroundings;

    CellRules(ExportManner manner, Surroundings surroundings) {
        this.manner = manner;
        this.surroundings = surroundings;
    }

    /**
     * Where a value comes from.
     *
     * @param files names of what was attached
     */
    record Document(String id, Set<String> files) {}

    boolean isHidden(ExportColumn column) {
        return manner.deidentified() && column.sensitivity() != Sensitivity.NONE;
    }

    private boolean isSplit(ExportColumn column) {
        return manner.splitMultiselects() && !column.options().isEmpty() && !isHidden(column);
    }

    private boolean isPoint(ExportColumn column) {
        return column.path().equals(FormPaths.LOCATION) && !isHidden(column);
    }

    /** What stands above the cells of a column. */
    List<String> headers(ExportColumn column) {
        if (isSplit(column)) {
            List<String> headers = new java.util.ArrayList<>();
            column.options().forEach(option -> headers.add(column.label() + " | " + option));
            headers.add(column.label() + " | extra");
            return headers;
        }
        if (isPoint(column)) {
            return POINT.stream().map(part -> column.label() + ": " + part).toList();
        }
        return List.of(isHidden(column) ? column.label() + " *sensitive*" : column.label());
    }

    /** Writes the cells of a column, as many as it has headers. */
    void write(ExportColumn column, @Nullable String value, Document document, String[] cells, int first) {
        if (isSplit(column)) {
            split(column.options(), value, cells, first);
        } else if (isPoint(column)) {
            point(value, cells, first);
        } else if (value == null) {
            cells[first] = MISSING;
        } else if (isHidden(column)) {
            cells[first] = column.sensitivity() == Sensitivity.ID
                    ? surroundings.veil().id(value)
                    : surroundings.veil().date(text(value, document), document.id());
        } else {
            cells[first] = text(value, document);
        }
    }

    private static void split(List<String> options, @Nullable String value, String[] cells, int first) {
        if (value == null) {
            Arrays.fill(cells, first, first + options.size() + 1, MISSING);
            return;
        }
        Set<String> chosen = new HashSet<>(Arrays.asList(value.strip().split("\\s+")));
        for (int place = 0; place < options.size(); place++) {
            cells[first + place] = chosen.remove(options.get(place)) ? CHOSEN : "";
        }
        chosen.remove("");
        cells[first + options.size()] = String.join(" ", chosen);
    }

    private static void point(@Nullable String value, String[] cells, int first) {
        String[] parts = value == null ? new String[0] : value.strip().split("\\s+");
        for (int place = 0; place < POINT.size(); place++) {
            cells[first + place] = value == null ? MISSING : place < parts.length ? parts[place] : "";
        }
    }

    private String text(String value, Document document) {
        if (isMomentLike(value)) {
            return moment(value);
        }
        return manner.transformDates() && document.files().contains(value)
                ? surroundings.fileLink(document.id(), value)
                : value;
    }

    private static boolean isMomentLike(String value) {
        return value.length() >= SHORTEST_MOMENT
                && value.charAt(4) == '-'
                && value.charAt(7) == '-'
                && value.charAt(10) == 'T'
                && Character.isDigit(value.charAt(0));
    }

    private String moment(String value) {
        String utc = Timestamps.normalised(value);
        if (!manner.transformDates()) {
            return utc;
        }
        Optional<Instant> moment = Timestamps.parse(utc);
        return moment.isEmpty() ? utc : local(moment.get(), surroundings.zone());
    }

    /** Written by hand: formatters take longer than all else that is done to a row. */
    private static String local(Instant moment, ZoneId zone) {
        LocalDateTime time = LocalDateTime.ofInstant(moment, zone);
        char[] text = new char[19];
        number(text, 0, 4, time.getYear());
        text[4] = '-';
        number(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        number(text, 8, 2, time.getDayOfMonth());
        text[10] = ' ';
        number(text, 11, 2, time.getHour());
        text[13] = ':';
        number(text, 14, 2, time.getMinute());
        text[16] = ':';
        number(text, 17, 2, time.getSecond());
        return new String(text);
    }

    private static void number(char[] text, int first, int digits, int number) {
        int rest = number;
        for (int at = first + digits - 1; at >= first; at--, rest /= 10) {
            text[at] = (char) ('0' + rest % 10);
        }
    }
}

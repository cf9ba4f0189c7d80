// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.baraza.xml.Timestamps;
import tools.jackson.core.JsonGenerator;

/**
 * A property of the rows of a feed.
 *
 * @param name a simple identifier, as OData wants it (OData CSDL 4.0, section 17.2)
 */
public record FeedField(String name, Kind kind) {
    private static final int LONGEST_NAME = 128;

    /** What a value is to a program. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        MOMENT
    }

    /** The properties of a table that is laid out, in order. Two that would have one name get numbers. */
    static List<FeedField> of(FeedPlan plan, TableLayout layout) {
        Set<String> taken = new HashSet<>(Set.of(plan.key()));
        List<FeedField> fields = new ArrayList<>();
        for (ExportColumn column : layout.columns()) {
            List<String> headers = layout.headersOf(column);
            boolean whole = headers.size() == 1 && !layout.isHidden(column);
            for (String header : headers) {
                String name = plan.isKey(column) ? plan.key() : free(identifier(header), taken);
                fields.add(new FeedField(name, whole ? kind(plan, column.path()) : Kind.TEXT));
            }
        }
        return List.copyOf(fields);
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private static String identifier(String header) {
        String clean = header.strip().replaceAll("[^\\p{L}\\p{N}_]", "_");
        String begun = clean.isEmpty() || Character.isDigit(clean.charAt(0)) ? "_" + clean : clean;
        return begun.substring(0, Math.min(begun.length(), LONGEST_NAME));
    }

    private static Kind kind(FeedPlan plan, String path) {
        return switch (path) {
            case FormPaths.NUMBER -> plan.ofMain() ? Kind.NUMBER : Kind.TEXT;
            case FormPaths.RECEIVED_ON,
                    FormPaths.EDITED_ON,
                    FormPaths.STARTED,
                    FormPaths.COMPLETED,
                    CasePaths.OPENED_ON,
                    CasePaths.CLOSED_ON,
                    CasePaths.MODIFIED_ON,
                    CasePaths.SERVER_MODIFIED_ON,
                    "date",
                    "server_date" -> Kind.MOMENT;
            case CasePaths.CLOSED, FormPaths.PARTIAL, "deprecated" -> Kind.BOOLEAN;
            default -> Kind.TEXT;
        };
    }

    /** Writes a cell of it; what is no number, truth or moment where one is promised is null. */
    public void write(JsonGenerator json, String cell) {
        json.writeName(name);
        switch (kind) {
            case TEXT -> json.writeString(cell);
            case NUMBER -> {
                if (cell.matches("\\d{1,18}")) {
                    json.writeNumber(Long.parseLong(cell));
                } else {
                    json.writeNull();
                }
            }
            case BOOLEAN -> {
                if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
                    json.writeBoolean(cell.equalsIgnoreCase("true"));
                } else {
                    json.writeNull();
                }
            }
            case MOMENT -> {
                Optional<String> moment = Timestamps.parse(cell).map(Timestamps::format);
                if (moment.isPresent()) {
                    json.writeString(moment.get());
                } else {
                    json.writeNull();
                }
            }
        }
    }
}

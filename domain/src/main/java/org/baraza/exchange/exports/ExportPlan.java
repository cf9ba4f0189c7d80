// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * All that makes an export.
 *
 * @param identifier the xmlns of the forms or the type of the cases
 */
public record ExportPlan(
        ExportType type,
        String identifier,
        String name,
        ExportFormat format,
        ExportManner manner,
        List<ExportTable> tables,
        ExportFilter filter) {
    private static final int LONGEST_NAME = 60;

    public ExportPlan {
        tables = List.copyOf(tables);
    }

    /** The same, in another format and of other forms or cases. */
    public ExportPlan as(ExportFormat wanted, ExportFilter which) {
        return new ExportPlan(type, identifier, name, wanted, manner, tables, which);
    }

    /** What its file is called, without an ending. */
    public String fileName() {
        String clean = name.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return clean.isEmpty() ? type.wireName() + "s" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }

    /** The tables that become part of the file: those selected, of a format for a single one the first, of one for maps the cases. */
    @JsonIgnore
    List<ExportTable> written() {
        List<ExportTable> selected =
                tables.stream().filter(ExportTable::selected).toList();
        return switch (format) {
            case UNZIPPED_CSV -> selected.stream().limit(1).toList();
            case GEOJSON ->
                selected.stream()
                        .filter(table -> table.path().equals(ExportTable.MAIN))
                        .limit(1)
                        .toList();
            case CSV, XLSX, XLS, JSON, HTML, JSON_LINES -> selected;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of file that an export becomes (exports: formats). */
public enum ExportFormat {
    /** An archive with a CSV file for each table. */
    CSV("csv", "zip", "application/zip"),
    /** The first table alone. */
    UNZIPPED_CSV("unzipped-csv", "csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** A workbook of Excel 97, with no more than 256 columns and 65,536 rows. */
    XLS("xls", "xls", "application/vnd.ms-excel"),
    /** An object for each table, with headers and rows. */
    JSON("json", "json", "application/json"),
    /** One page of tables, as spreadsheets open it from the web. */
    HTML("html", "html", "text/html;charset=UTF-8"),
    /** An object for each row, on a line of its own. */
    JSON_LINES("jsonl", "jsonl", "application/x-ndjson"),
    /** The cases that have a place, for maps. */
    GEOJSON("geojson", "geojson", "application/geo+json");

    private final String slug;
    private final String extension;
    private final String contentType;

    ExportFormat(String slug, String extension, String contentType) {
        this.slug = slug;
        this.extension = extension;
        this.contentType = contentType;
    }

    /** As CommCare HQ calls it. */
    public String slug() {
        return slug;
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    public static Optional<ExportFormat> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(format -> format.slug.equals(slug))
                .findFirst();
    }

    /** The content type of a file by its name; that of workbooks for others. */
    public static String contentTypeOf(String fileName) {
        for (ExportFormat format : values()) {
            if (fileName.endsWith("." + format.extension)) {
                return format.contentType;
            }
        }
        return XLSX.contentType;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.baraza.exchange.exports.ExportFormat;
import org.baraza.exchange.exports.files.TableWriter;
import org.baraza.exchange.exports.files.TableWriters;
import org.baraza.identity.Actor;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** A book of a project as a file for its administrators, as CSV or as a workbook; rows are sent as they are read. */
final class LogFile {
    private final String name;
    private final ExportFormat format;
    private final List<String> headers;

    /** @param format what the caller asks for; empty for CSV */
    LogFile(String name, String format, List<String> headers) {
        this.name = name;
        this.format = format(format);
        this.headers = headers;
    }

    private static ExportFormat format(String slug) {
        return switch (slug) {
            case "", "csv" -> ExportFormat.UNZIPPED_CSV;
            case "xlsx" -> ExportFormat.XLSX;
            default ->
                throw new Refused(Problem.Invalid.field("format", "FORMAT_UNKNOWN", "The formats are csv and xlsx."));
        };
    }

    static void requireAdmin(ProjectAccess who) {
        if (!who.isAdmin() || !(who.actor() instanceof Actor.WebUser)) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
    }

    /** @param rows gives all rows to what it is given */
    void send(ProjectAccess who, HttpServletResponse response, Consumer<Consumer<List<String>>> rows)
            throws IOException {
        SentFile.head(response, who.projectName() + "-" + name + "." + format.extension());
        TableWriter file = TableWriters.of(format, response.getOutputStream(), 1, LogFile::noFile);
        file.table(name, headers);
        rows.accept(row -> write(file, row));
        file.finish();
    }

    /** Its formats hold nothing beside. */
    private static Path noFile() {
        throw new IllegalStateException("nothing waits beside a log");
    }

    private static void write(TableWriter file, List<String> row) {
        try {
            file.row(row.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Instant> moment(String field, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new Refused(Problem.Invalid.field(field, "TIME_INVALID", "Write a time as 2026-03-01T08:00:00Z."));
        }
    }
}

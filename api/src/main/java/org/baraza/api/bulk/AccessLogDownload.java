// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baraza.activity.AccessEvent;
import org.baraza.activity.AccessLog;
import org.baraza.activity.AccessQuery;
import org.baraza.identity.Actor;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who came into a project, as a file for its administrators. */
@RestController
final class AccessLogDownload {
    private static final String PATH = "/a/{domain}/data/export/access-log";
    private static final List<String> HEADERS =
            List.of("at", "username", "means", "method", "path", "operation", "subject", "status", "address", "agent");

    private final AccessLog log;

    AccessLogDownload(AccessLog log) {
        this.log = log;
    }

    /** Rows are sent as they are read. */
    @GetMapping({PATH, PATH + "/"})
    void download(
            ProjectAccess who,
            @RequestParam(name = "username", defaultValue = "") String username,
            @RequestParam(name = "address", defaultValue = "") String address,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "until", defaultValue = "") String until,
            HttpServletResponse response)
            throws IOException {
        if (!who.isAdmin() || !(who.actor() instanceof Actor.WebUser)) {
            throw new Refused(new Problem.Forbidden("admin"));
        }
        AccessQuery query = new AccessQuery(
                Optional.of(username).filter(text -> !text.isBlank()),
                Optional.of(address).filter(text -> !text.isBlank()),
                moment("from", from),
                moment("until", until),
                PageRequest.first(1));
        SentFile.head(response, who.projectName() + "-access-log.csv");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        out.write(String.join(",", HEADERS) + "\r\n");
        log.each(who, query, event -> write(out, line(event)));
        out.flush();
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(AccessEvent event) {
        return List.of(
                                event.at().toString(),
                                event.username(),
                                event.means(),
                                event.method(),
                                event.path(),
                                event.operation(),
                                event.subject(),
                                Integer.toString(event.status()),
                                event.address(),
                                event.agent())
                        .stream()
                        .map(AccessLogDownload::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** What a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static Optional<Instant> moment(String field, String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new Refused(Problem.Invalid.field(field, "TIME_INVALID", "Write a time as 2026-03-01T08:00:00Z."));
        }
    }
}

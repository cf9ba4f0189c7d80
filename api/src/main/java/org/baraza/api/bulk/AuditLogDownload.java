// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.baraza.identity.AuditEvent;
import org.baraza.identity.AuditLog;
import org.baraza.identity.AuditQuery;
import org.baraza.identity.Channel;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what in a project, as a file for its administrators. */
@RestController
final class AuditLogDownload {
    private static final String PATH = "/a/{domain}/data/export/audit-log";
    private static final List<String> HEADERS =
            List.of("at", "actor", "actor_id", "action", "subject_kind", "subject_id", "detail", "address", "channel");

    private final AuditLog log;

    AuditLogDownload(AuditLog log) {
        this.log = log;
    }

    @GetMapping({PATH, PATH + "/"})
    void download(
            ProjectAccess who,
            @RequestParam(name = "format", defaultValue = "") String format,
            @RequestParam(name = "actor", defaultValue = "") String actor,
            @RequestParam(name = "action", defaultValue = "") String action,
            @RequestParam(name = "address", defaultValue = "") String address,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "until", defaultValue = "") String until,
            HttpServletResponse response)
            throws IOException {
        LogFile.requireAdmin(who);
        AuditQuery query = new AuditQuery(
                wanted(actor),
                wanted(action),
                wanted(address),
                LogFile.moment("from", from).orElse(null),
                LogFile.moment("until", until).orElse(null),
                PageRequest.first(1));
        new LogFile("audit-log", format, HEADERS)
                .send(who, response, rows -> log.each(who, query, event -> rows.accept(row(event))));
    }

    private static @Nullable String wanted(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static List<String> row(AuditEvent event) {
        return List.of(
                event.at().toString(),
                event.actorName(),
                event.actorId().orElse(""),
                event.action(),
                event.subjectKind().orElse(""),
                event.subjectId().orElse(""),
                event.detail().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(joining("; ")),
                event.address().orElse(""),
                event.channel().map(Channel::wireName).orElse(""));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.baraza.activity.AccessEvent;
import org.baraza.activity.AccessLog;
import org.baraza.activity.AccessQuery;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
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

    @GetMapping({PATH, PATH + "/"})
    void download(
            ProjectAccess who,
            @RequestParam(name = "format", defaultValue = "") String format,
            @RequestParam(name = "username", defaultValue = "") String username,
            @RequestParam(name = "address", defaultValue = "") String address,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "until", defaultValue = "") String until,
            HttpServletResponse response)
            throws IOException {
        LogFile.requireAdmin(who);
        AccessQuery query = new AccessQuery(
                Optional.of(username).filter(text -> !text.isBlank()),
                Optional.of(address).filter(text -> !text.isBlank()),
                LogFile.moment("from", from),
                LogFile.moment("until", until),
                PageRequest.first(1));
        new LogFile("access-log", format, HEADERS)
                .send(who, response, rows -> log.each(who, query, event -> rows.accept(row(event))));
    }

    private static List<String> row(AccessEvent event) {
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
                event.agent());
    }
}

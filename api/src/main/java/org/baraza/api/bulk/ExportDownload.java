// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.baraza.api.problems.HqJson;
import org.baraza.exchange.Exports;
import org.baraza.exchange.exports.ExportFormat;
import org.baraza.exchange.exports.ExportPlan;
import org.baraza.exchange.exports.SavedExport;
import org.baraza.exchange.exports.SavedExports;
import org.baraza.identity.Actor;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The files of exports: the kept one of a daily export, as CommCare HQ gives it, and any straight from the data. */
@RestController
final class ExportDownload {
    private static final String DAILY = "/a/{domain}/data/export/custom/dailysaved/download/{exportId}";
    private static final String STREAM = "/a/{domain}/data/export/stream/{exportId}";
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final SavedExports saved;
    private final Exports exports;

    ExportDownload(SavedExports saved, Exports exports) {
        this.saved = saved;
        this.exports = exports;
    }

    /** A file that is not of today is given all the same, and made anew behind; the first is waited for. */
    @GetMapping({DAILY, DAILY + "/"})
    void daily(ProjectAccess who, @PathVariable("exportId") String exportId, HttpServletResponse response)
            throws IOException {
        requireWebUser(who);
        SavedExport export = built(who, exports.fetch(who, exportId));
        try (InputStream content = exports.file(who, export).orElse(null)) {
            if (content == null) {
                HqJson.error(HttpStatus.SERVICE_UNAVAILABLE, "The file is being made for the first time.")
                        .with("Retry-After", "30")
                        .send(response);
                return;
            }
            String name = who.projectName() + "-"
                    + export.file().map(SavedExport.KeptFile::name).orElse("export");
            if (export.plan().format() == ExportFormat.HTML) {
                SentFile.inline(response, name);
            } else {
                SentFile.head(response, name);
            }
            content.transferTo(response.getOutputStream());
        }
    }

    private SavedExport built(ProjectAccess who, SavedExport fetched) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        SavedExport export = fetched;
        while (export.file().isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return export;
            }
            export = saved.get(who, fetched.exportId());
        }
        return export;
    }

    /** What goes wrong after the first byte breaks the answer off: it never looks like a good end. */
    @GetMapping({STREAM, STREAM + "/"})
    void stream(
            ProjectAccess who,
            @PathVariable("exportId") String exportId,
            @RequestParam(name = "format", defaultValue = "") String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        requireWebUser(who);
        SavedExport export = saved.get(who, exportId);
        ExportPlan plan = format.isEmpty()
                ? export.plan()
                : export.plan()
                        .as(
                                ExportFormat.ofSlug(format)
                                        .orElseThrow(() -> new Refused(Problem.Invalid.field(
                                                "format", "FORMAT_UNKNOWN", "There is no such format."))),
                                export.plan().filter());
        SentFile.head(
                response,
                who.projectName() + "-" + plan.fileName() + "." + plan.format().extension());
        exports.stream(who, export, plan, site(request), response.getOutputStream());
    }

    /** Mobile workers have no part in exports, as in CommCare HQ. */
    static void requireWebUser(ProjectAccess who) {
        if (!(who.actor() instanceof Actor.WebUser)) {
            throw new Refused(new Problem.Forbidden("web_user"));
        }
    }

    static String site(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}

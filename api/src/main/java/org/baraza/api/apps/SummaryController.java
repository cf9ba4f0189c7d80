// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.baraza.apps.Apps;
import org.baraza.apps.WorkingCopy;
import org.baraza.apps.compare.AppSummary;
import org.baraza.apps.compare.AppSummary.Kind;
import org.baraza.apps.compare.SummaryTable;
import org.baraza.apps.model.App;
import org.baraza.exchange.workbook.SheetWriter;
import org.baraza.exchange.workbook.WorkbookWriter;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What an app asks, saves and shows, as workbooks (app model, section 12). */
@Controller
final class SummaryController {
    private static final String SUMMARY = "/a/{domain}/apps/view/{id:[\\w-]+}/summary/{kind:form|case|app}/download";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Apps apps;

    SummaryController(Apps apps) {
        this.apps = apps;
    }

    /** Of an app or a version, in the language that is asked for or the app's first. */
    @GetMapping({SUMMARY, SUMMARY + "/"})
    void download(
            ProjectAccess who,
            @PathVariable String id,
            @PathVariable String kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        WorkingCopy copy = apps.readAny(who, id).orElseThrow(() -> new Refused(new Problem.NotFound("app")));
        App app = copy.app();
        String language = Optional.ofNullable(request.getParameter("lang"))
                .filter(app.langs()::contains)
                .orElse(app.langs().getFirst());
        Kind wanted = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(AppSummary.fileName(wanted, app, language) + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        WorkbookWriter workbook = new WorkbookWriter(response.getOutputStream());
        for (SummaryTable table : AppSummary.of(wanted, app, copy.formSources(), language)) {
            SheetWriter sheet = workbook.sheet(table.name());
            sheet.header(table.columns());
            table.rows().forEach(sheet::row);
        }
        workbook.finish();
    }
}

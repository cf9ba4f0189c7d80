// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baraza.api.pages.OneFile;
import org.baraza.api.problems.Answer;
import org.baraza.apps.Translating;
import org.baraza.apps.Translating.Kind;
import org.baraza.apps.compare.SummaryTable;
import org.baraza.apps.translations.Row;
import org.baraza.apps.translations.Sheet;
import org.baraza.exchange.workbook.Column;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.exchange.workbook.SheetReader;
import org.baraza.exchange.workbook.SheetWriter;
import org.baraza.exchange.workbook.WorkbookLimits;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.exchange.workbook.WorkbookWriter;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The texts of an app as workbooks for translators, out and in, with the sheets of CommCare HQ. */
@Controller
final class TranslationController {
    private static final String ROOT = "/a/{domain}/apps/bulk_{kind:app|ui}_translations/{appId:[\\w-]+}";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long LARGEST = 20L * 1024 * 1024;

    private final Translating translating;

    TranslationController(Translating translating) {
        this.translating = translating;
    }

    /** With {@code single=true}, all texts of an app in one sheet. */
    @GetMapping({ROOT + "/download", ROOT + "/download/"})
    void download(
            ProjectAccess who,
            @PathVariable String kind,
            @PathVariable String appId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<SummaryTable> sheets =
                translating.sheets(who, appId, kind(kind), "true".equals(request.getParameter("single")));
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("bulk_" + kind + "_translations.xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        WorkbookWriter workbook = new WorkbookWriter(response.getOutputStream());
        for (SummaryTable table : sheets) {
            SheetWriter sheet = workbook.sheet(table.name());
            sheet.header(table.columns());
            table.rows().forEach(sheet::row);
        }
        workbook.finish();
    }

    private static Kind kind(String kind) {
        return Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    /** Rows that cannot be used are left out and named; all others are one change of the app. */
    @PostMapping({ROOT + "/upload", ROOT + "/upload/"})
    void upload(
            ProjectAccess who,
            @PathVariable String kind,
            @PathVariable String appId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        translating.mayTake(who, appId);
        answer(who, kind(kind), appId, request).send(response);
    }

    private Answer answer(ProjectAccess who, Kind kind, String appId, HttpServletRequest request) throws IOException {
        try (OneFile file = OneFile.read(request, "bulk_upload_file", LARGEST)) {
            return told(translating.take(who, appId, kind, sheets(file)));
        } catch (WorkbookRefused refused) {
            return failed(refused.text());
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Invalid || refused.problem() instanceof Problem.Conflict) {
                return failed(refused.problem().message());
            }
            throw refused;
        }
    }

    private static List<Sheet> sheets(OneFile file) {
        List<Sheet> sheets = new ArrayList<>();
        int left = WorkbookLimits.MOST_ROWS;
        try (WorkbookReader workbook = WorkbookReader.open(file.path())) {
            for (String name : workbook.sheetNames()) {
                String called = name.strip();
                Sheet sheet = sheet(called, workbook.sheet(called).orElseThrow(), left);
                left -= sheet.rows().size();
                sheets.add(sheet);
            }
        }
        return sheets;
    }

    private static Sheet sheet(String name, SheetReader reader, int mostRows) {
        try (reader) {
            Map<String, Column> columns = new LinkedHashMap<>();
            reader.columns().all().forEach(column -> columns.putIfAbsent(column.header(), column));
            List<Row> rows = new ArrayList<>();
            while (reader.hasNext()) {
                if (rows.size() == mostRows) {
                    throw WorkbookLimits.tooManyRows();
                }
                rows.add(row(columns, reader.next()));
            }
            return new Sheet(name, rows);
        }
    }

    private static Row row(Map<String, Column> columns, DataRow row) {
        Map<String, String> filled = new HashMap<>();
        columns.forEach((heading, column) -> {
            String text = row.text(column);
            if (!text.isEmpty()) {
                filled.put(heading, text);
            }
        });
        return new Row(row.number(), columns.keySet(), filled);
    }

    private static Answer told(Translating.Report report) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("status", "success")
                .put("changes", report.changes())
                .put("version", report.app().summary().version());
        var warnings = json.putArray("warnings");
        report.warnings()
                .forEach(warning -> warnings.addObject()
                        .put("sheet", warning.sheet())
                        .put("row", warning.row())
                        .put("message", warning.message()));
        return Answer.json(HttpStatus.OK, json);
    }

    private static Answer failed(String message) {
        return Answer.json(
                HttpStatus.BAD_REQUEST,
                JsonMapper.shared().createObjectNode().put("status", "failed").put("message", message));
    }
}

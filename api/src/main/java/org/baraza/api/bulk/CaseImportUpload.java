// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.baraza.api.problems.Answer;
import org.baraza.exchange.CaseImports;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.imports.ImportPlan;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tables of cases as CommCare HQ takes them from programs. Whatever is wrong with the request or the table is told with HTTP 500
 * and the same code in the body; only who may not import hears another status.
 */
@RestController
final class CaseImportUpload {
    private static final String IMPORTER = "/a/{domain}/importer";
    private static final String UPLOAD = IMPORTER + "/excel/bulk_upload_api";
    private static final String STATUS = IMPORTER + "/history/uploads/{uploadId}/status";
    private static final String BOTH_MISSING = "Invalid POST request. Both 'file' and 'case_type' are required";
    private static final Set<String> EXTENSIONS = Set.of("xls", "xlsx", "csv");
    private static final int DONE = 200;
    private static final int FAILED = 500;

    private final CaseImports imports;
    private final Jobs jobs;
    private final BlobStore blobs;

    CaseImportUpload(CaseImports imports, Jobs jobs, BlobStore blobs) {
        this.imports = imports;
        this.jobs = jobs;
        this.blobs = blobs;
    }

    /** What somebody sent cannot be imported. */
    private static final class NotImported extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotImported(String message) {
            super(message, null, false, false);
        }
    }

    @PostMapping({UPLOAD, UPLOAD + "/"})
    void upload(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        imports.mayImport(who);
        answer(who, request).send(response);
    }

    private Answer answer(ProjectAccess who, HttpServletRequest request) throws IOException {
        try {
            SentWorkbook sent = sent(who, request);
            if (!isTable(sent.file().name())) {
                throw new NotImported("The file must be a workbook (.xls, .xlsx) or separated values (.csv).");
            }
            Job job = imports.start(who, plan(sent.fields()), sent.file());
            return Answer.json(
                    HttpStatus.OK,
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("code", DONE)
                            .put("message", "success")
                            .put("status_url", statusUrl(who, request, job)));
        } catch (SentWorkbook.TooLarge tooLarge) {
            return failed("Error: The file is larger than 50 megabytes.");
        } catch (WorkbookRefused refused) {
            return failed("Error: " + refused.text());
        } catch (NotImported refused) {
            return failed("Error: " + refused.getMessage());
        }
    }

    private static boolean isTable(String name) {
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private SentWorkbook sent(ProjectAccess who, HttpServletRequest request) throws IOException {
        try {
            return SentWorkbook.readTable(request, blobs, who.project(), "file");
        } catch (Refused refused) {
            throw refused.problem() instanceof Problem.Invalid ? new NotImported(BOTH_MISSING) : refused;
        }
    }

    private static ImportPlan plan(Map<String, String> fields) {
        String caseType = fields.getOrDefault("case_type", "");
        if (caseType.isEmpty()) {
            throw new NotImported(BOTH_MISSING);
        }
        String searchField = fields.getOrDefault("search_field", "case_id");
        if (!searchField.equals("case_id") && !searchField.equals("external_id")) {
            throw new NotImported("Illegal value for search_field: " + searchField);
        }
        return ImportPlan.asHeadersSay(
                caseType,
                searchField.equals("external_id"),
                fields.getOrDefault("search_column", searchField),
                fields.getOrDefault("create_new_cases", "").equals("on"),
                fields.getOrDefault("name_column", "name"),
                fields.getOrDefault("comment", ""));
    }

    private static String statusUrl(ProjectAccess who, HttpServletRequest request, Job job) {
        String path = "/a/" + who.projectName() + "/importer/history/uploads/" + job.jobId() + "/status";
        return request.getRequestURL().toString().replace(request.getRequestURI(), path);
    }

    private static Answer failed(String message) {
        return Answer.json(
                HttpStatus.INTERNAL_SERVER_ERROR,
                JsonMapper.shared().createObjectNode().put("code", FAILED).put("message", message));
    }

    @GetMapping({STATUS, STATUS + "/"})
    void status(ProjectAccess who, @PathVariable("uploadId") String uploadId, HttpServletResponse response)
            throws IOException {
        imports.mayImport(who);
        ObjectNode told = jobs.find(who, uploadId)
                .filter(found -> found.request() instanceof JobRequest.CaseImport)
                .map(job -> new ImportStatus(jobs, who, job).json())
                .orElseGet(ImportStatus::missing);
        Answer.json(HttpStatus.OK, told).send(response);
    }
}

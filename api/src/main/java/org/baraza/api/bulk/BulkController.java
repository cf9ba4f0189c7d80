// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.ProblemJson;
import org.baraza.exchange.CaseImports;
import org.baraza.exchange.CaseTable;
import org.baraza.exchange.CaseTables;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Workbook;
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

/** Workbooks that become jobs, how those stand, and the workbooks that come of them. */
@RestController
final class BulkController {
    private static final String JOB = "/a/{domain}/bulk/jobs/{jobId}";

    private final Jobs jobs;
    private final CaseImports imports;
    private final CaseTables tables;
    private final BlobStore blobs;

    BulkController(Jobs jobs, CaseImports imports, CaseTables tables, BlobStore blobs) {
        this.jobs = jobs;
        this.imports = imports;
        this.tables = tables;
        this.blobs = blobs;
    }

    @PostMapping({"/a/{domain}/bulk/{kind}", "/a/{domain}/bulk/{kind}/"})
    void upload(
            ProjectAccess who,
            @PathVariable("kind") String kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Workbook workbook =
                Workbook.ofSlug(kind).orElseThrow(() -> new Refused(new Problem.NotFound("kind of workbook")));
        jobs.mayUpload(who, workbook);
        answer(who, workbook, request).send(response);
    }

    private Answer answer(ProjectAccess who, Workbook workbook, HttpServletRequest request) throws IOException {
        try {
            SentWorkbook sent = SentWorkbook.read(request, blobs, who.project(), "file");
            JobRequest.Upload wanted = new JobRequest.Upload(workbook, sent.says("checkOnly"), sent.says("replace"));
            return Answer.json(HttpStatus.ACCEPTED, JobJson.of(who, jobs.upload(who, wanted, sent.file())));
        } catch (SentWorkbook.TooLarge tooLarge) {
            return tooLarge();
        }
    }

    @PostMapping({"/a/{domain}/bulk/case-tables", "/a/{domain}/bulk/case-tables/"})
    void caseTable(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        imports.mayImport(who);
        answerTable(who, request).send(response);
    }

    private Answer answerTable(ProjectAccess who, HttpServletRequest request) throws IOException {
        try {
            CaseTable table = tables.keep(
                    who,
                    SentWorkbook.readTable(request, blobs, who.project(), "file")
                            .file());
            return Answer.json(
                    HttpStatus.CREATED, JsonMapper.shared().createObjectNode().put("tableId", table.tableId()));
        } catch (SentWorkbook.TooLarge tooLarge) {
            return tooLarge();
        } catch (WorkbookRefused refused) {
            throw new Refused(Problem.Invalid.field("file", refused.code(), refused.text()));
        }
    }

    private static Answer tooLarge() {
        return ProblemJson.of(HttpStatus.CONTENT_TOO_LARGE, "FILE_TOO_LARGE", "A workbook has at most 50 megabytes.");
    }

    @GetMapping({JOB, JOB + "/"})
    void read(ProjectAccess who, @PathVariable("jobId") String jobId, HttpServletResponse response) throws IOException {
        Answer.json(HttpStatus.OK, JobJson.of(who, job(who, jobId))).send(response);
    }

    @GetMapping({JOB + "/file", JOB + "/file/"})
    void file(ProjectAccess who, @PathVariable("jobId") String jobId, HttpServletResponse response) throws IOException {
        Job job = job(who, jobId);
        try (InputStream content = jobs.result(who, job).orElseThrow(() -> new Refused(new Problem.NotFound("file")))) {
            SentFile.head(
                    response, who.projectName() + "-" + job.files().resultName().orElse("file.xlsx"));
            content.transferTo(response.getOutputStream());
        }
    }

    private Job job(ProjectAccess who, String jobId) {
        return jobs.find(who, jobId).orElseThrow(() -> new Refused(new Problem.NotFound("job")));
    }
}

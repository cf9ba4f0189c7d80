// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.baraza.api.problems.Answer;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobError;
import org.baraza.exchange.JobFiles;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.JobState;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.Workbook;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
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
 * Workbooks of lookup tables as CommCare HQ takes them from programs. What is wrong with the workbook is told with HTTP
 * 200 and a code in the body; only who may not upload hears another status.
 */
@RestController
final class LookupUpload {
    private static final String API = "/a/{domain}/fixtures/fixapi";
    private static final String STARTED =
            "File has been uploaded successfully. The upload is processed in the background.";
    private static final int DONE = 200;
    private static final int WARNINGS = 402;
    private static final int FAILED = 405;
    private static final int SHOWN = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Proxies commonly end a request after a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(55);

    private final Jobs jobs;
    private final JobFiles files;
    private final BlobStore blobs;

    LookupUpload(Jobs jobs, JobFiles files, BlobStore blobs) {
        this.jobs = jobs;
        this.files = files;
        this.blobs = blobs;
    }

    @PostMapping({API, API + "/"})
    void upload(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        jobs.mayUpload(who, Workbook.LOOKUP_TABLES);
        answer(who, request).send(response);
    }

    private Answer answer(ProjectAccess who, HttpServletRequest request) throws IOException {
        try {
            SentWorkbook sent = SentWorkbook.read(request, blobs, who.project(), "file-to-upload");
            boolean later = sent.says("async");
            // All but the one that says which tables there are; what was sent is gone when the job has ended.
            int tables = later ? 0 : Math.max(0, files.sheets(sent.file()) - 1);
            Job job = jobs.upload(
                    who, new JobRequest.Upload(Workbook.LOOKUP_TABLES, false, sent.says("replace")), sent.file());
            if (later) {
                return Answer.json(HttpStatus.OK, started(request, job, DONE, STARTED));
            }
            Job ended = finished(who, job);
            return ended.state().isOver()
                    ? ended(who, ended, tables)
                    : Answer.json(HttpStatus.OK, started(request, ended, WARNINGS, "The upload is still running."));
        } catch (SentWorkbook.TooLarge tooLarge) {
            return said(FAILED, "The file is larger than 50 megabytes.");
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Invalid || refused.problem() instanceof Problem.Conflict) {
                return said(FAILED, refused.problem().message());
            }
            throw refused;
        }
    }

    /** What tells where to ask how it goes. */
    private static ObjectNode started(HttpServletRequest request, Job job, int code, String message) {
        String path = request.getRequestURI().replaceFirst("/*$", "");
        String url = request.getRequestURL().toString().replace(request.getRequestURI(), path);
        return body(code, message)
                .put("status_url", url + "/status/" + job.jobId() + "/")
                .put("download_id", job.jobId());
    }

    /** Waits, as HQ does, for whoever did not ask to be told later. */
    private Job finished(ProjectAccess who, Job begun) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        Job job = begun;
        while (!job.state().isOver() && System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return job;
            }
            job = jobs.find(who, begun.jobId()).orElse(job);
        }
        return job;
    }

    private Answer ended(ProjectAccess who, Job job, int tables) {
        if (job.state() != JobState.DONE) {
            return said(FAILED, problem(job));
        }
        return job.progress().failed() == 0
                ? said(DONE, "Successfully uploaded " + tables + " tables.")
                : said(WARNINGS, warnings(who, job));
    }

    private String warnings(ProjectAccess who, Job job) {
        Page<JobError> errors = jobs.errors(who, java.util.List.of(job.jobId()), PageRequest.first(SHOWN))
                .get(job.jobId());
        StringBuilder text =
                new StringBuilder(job.progress().failed() + " rows have problems, the others were uploaded.");
        if (errors != null) {
            errors.items()
                    .forEach(error -> text.append(" Sheet '")
                            .append(error.place().sheet())
                            .append("', row ")
                            .append(error.place().row())
                            .append(": ")
                            .append(error.fault().message()));
        }
        return text.toString();
    }

    private static String problem(Job job) {
        return job.problem().map(Job.Problem::message).orElse("The upload was cancelled.");
    }

    private static Answer said(int code, String message) {
        return Answer.json(HttpStatus.OK, body(code, message));
    }

    private static ObjectNode body(int code, String message) {
        return JsonMapper.shared().createObjectNode().put("code", code).put("message", message);
    }

    @GetMapping({API + "/status/{downloadId}", API + "/status/{downloadId}/"})
    void status(ProjectAccess who, @PathVariable("downloadId") String downloadId, HttpServletResponse response)
            throws IOException {
        Job job = Optional.of(downloadId)
                .flatMap(id -> jobs.find(who, id))
                .filter(found -> found.request() instanceof JobRequest.Upload upload
                        && upload.workbook() == Workbook.LOOKUP_TABLES)
                .orElseThrow(() -> new Refused(new Problem.NotFound("upload")));
        Answer.json(HttpStatus.OK, status(who, job)).send(response);
    }

    private ObjectNode status(ProjectAccess who, Job job) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        if (!job.state().isOver()) {
            int total = Math.max(1, job.progress().total().orElse(1));
            return json.put("message", "Task in progress. " + job.progress().done() + " rows are done.")
                    .put("progress", 100 * job.progress().done() / total);
        }
        if (job.state() != JobState.DONE) {
            return json.put("error", true).put("message", problem(job));
        }
        String message = job.progress().failed() == 0 ? "Upload complete." : "Upload complete. " + warnings(who, job);
        return json.put("complete", true).put("message", message);
    }
}

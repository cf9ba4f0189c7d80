// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.baraza.api.pages.SentJson;
import org.baraza.api.problems.Answer;
import org.baraza.exchange.BulkAction;
import org.baraza.exchange.Job;
import org.baraza.exchange.JobRequest;
import org.baraza.exchange.Jobs;
import org.baraza.exchange.work.Selection;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Archives many forms, or puts them back, for programs (data API: bulk form action). Needs an API key, {@code edit_data} and
 * {@code access_api}, and to see every location.
 */
@RestController
final class FormBulkAction {
    private static final String LIST = "/a/{domain}/api/form/v1/bulk-action";
    private static final String ONE = LIST + "/{jobId}";
    private static final int MOST = 5_000;
    private static final int LONGEST = 4 * 1024 * 1024;

    private final Jobs jobs;

    FormBulkAction(Jobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping({LIST, LIST + "/"})
    void start(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        require(who);
        Job job = jobs.act(who, wanted(request.getInputStream().readNBytes(LONGEST + 1)));
        String url = request.getRequestURL().toString().replaceFirst("/*$", "") + "/" + job.jobId() + "/";
        Answer.json(
                        HttpStatus.ACCEPTED,
                        new FormBulkStatus(jobs, who, job).json().put("status_url", url))
                .send(response);
    }

    @GetMapping({ONE, ONE + "/"})
    void status(ProjectAccess who, @PathVariable("jobId") String jobId, HttpServletResponse response)
            throws IOException {
        require(who);
        Job job = jobs.find(who, jobId)
                .filter(found -> found.request() instanceof JobRequest.Action action && isOfForms(action.action()))
                .orElseThrow(() -> new Refused(new Problem.NotFound("job")));
        Answer.json(HttpStatus.OK, new FormBulkStatus(jobs, who, job).json()).send(response);
    }

    private static boolean isOfForms(BulkAction action) {
        return action == BulkAction.ARCHIVE_FORMS || action == BulkAction.UNARCHIVE_FORMS;
    }

    private static void require(ProjectAccess who) {
        who.require(Permission.EDIT_DATA);
        who.require(Permission.ACCESS_API);
        who.require(Permission.ACCESS_ALL_LOCATIONS);
    }

    private static JobRequest.Action wanted(byte[] body) {
        JsonNode json = read(body);
        if (!json.isObject()) {
            throw invalid("Payload must be a single JSON object");
        }
        BulkAction action = switch (json.path("action").asString("")) {
            case "archive" -> BulkAction.ARCHIVE_FORMS;
            case "unarchive" -> BulkAction.UNARCHIVE_FORMS;
            default -> throw invalid("'action' must be one of: archive, unarchive");
        };
        return new JobRequest.Action(action, new Selection.Ids(ids(json.path("form_ids"))), "", false, "");
    }

    private static JsonNode read(byte[] body) {
        if (body.length > LONGEST) {
            throw invalid("You cannot submit more than 5000 form ids in a single request");
        }
        try {
            return SentJson.read(body);
        } catch (JacksonException e) {
            throw invalid("Payload must be a single JSON object");
        }
    }

    private static List<String> ids(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw invalid("'form_ids' must be a non-empty list of form ids");
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode id : list) {
            if (!id.isString() || id.stringValue().isBlank()) {
                throw invalid("'form_ids' must contain only non-empty strings");
            }
            ids.add(id.stringValue());
        }
        if (ids.size() > MOST) {
            throw invalid("You cannot submit more than 5000 form ids in a single request");
        }
        return ids;
    }

    private static Refused invalid(String message) {
        return new Refused(Problem.Invalid.field("body", "BODY_INVALID", message));
    }
}

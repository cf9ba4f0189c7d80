// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.problems;

import java.time.Duration;
import java.util.List;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.Barred;
import org.baraza.problem.Problem.Conflict;
import org.baraza.problem.Problem.Forbidden;
import org.baraza.problem.Problem.Invalid;
import org.baraza.problem.Problem.NotFound;
import org.baraza.problem.Problem.TooMany;
import org.baraza.problem.Problem.Unavailable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Problems in endpoints that look like CommCare HQ's: {@code {"error": "…"}}. */
public final class HqJson {
    private static final String CANNED = "Sorry, this request could not be processed. Please try again later.";

    private HqJson() {}

    public static Answer of(Problem problem) {
        return switch (problem) {
            case Invalid _, Conflict _ -> error(HttpStatus.BAD_REQUEST, problem.message());
            case NotFound _ -> missing(problem.message());
            case Forbidden _, Barred _ -> error(HttpStatus.FORBIDDEN, problem.message());
            case TooMany tooMany -> later(HttpStatus.TOO_MANY_REQUESTS, problem, tooMany.retryAfter());
            case Unavailable away -> later(HttpStatus.SERVICE_UNAVAILABLE, problem, away.retryAfter());
        };
    }

    public static Answer error(HttpStatus status, String message) {
        return Answer.json(status, JsonMapper.shared().createObjectNode().put("error", message));
    }

    /** What resources say of something that is not there. */
    public static Answer unknown() {
        return missing(CANNED);
    }

    /** CommCare HQ has a canned text under its own name here, or nothing; clients read {@code error}. */
    private static Answer missing(String message) {
        return Answer.json(
                HttpStatus.NOT_FOUND,
                JsonMapper.shared().createObjectNode().put("error", message).put("error_message", CANNED));
    }

    /** Where a resource of HQ's tells what is wrong under a name of its own. */
    public static Answer told(HttpStatus status, String message) {
        return Answer.json(
                status,
                JsonMapper.shared().createObjectNode().put("error", message).put("error_message", message));
    }

    /** Where a resource of HQ's tells all that is wrong in a list. */
    public static Answer listed(List<String> messages) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("error", String.join(" ", messages));
        ArrayNode errors = body.putArray("errors");
        messages.forEach(errors::add);
        return Answer.json(HttpStatus.BAD_REQUEST, body);
    }

    /** An empty object, where there is nothing more to say. */
    public static Answer nothing(HttpStatus status) {
        return Answer.json(status, JsonMapper.shared().createObjectNode());
    }

    static Answer unforeseen(String traceId) {
        return Answer.json(
                HttpStatus.INTERNAL_SERVER_ERROR,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("error", "Something went wrong on the server.")
                        .put("trace_id", traceId));
    }

    private static Answer later(HttpStatus status, Problem problem, Duration retryAfter) {
        return error(status, problem.message()).with("Retry-After", Long.toString(ProblemJson.seconds(retryAfter)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.problems;

import java.time.Duration;
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
import tools.jackson.databind.node.ObjectNode;

/** Problems in our own REST endpoints: RFC 9457 with the stable code. */
public final class ProblemJson {
    private ProblemJson() {}

    public static Answer of(Problem problem) {
        return switch (problem) {
            case Invalid invalid -> invalid(invalid, false);
            case NotFound _ -> answer(HttpStatus.NOT_FOUND, problem);
            case Forbidden _, Barred _ -> answer(HttpStatus.FORBIDDEN, problem);
            case Conflict conflict ->
                answer(
                        conflict.code().equals(Conflict.CHANGED) ? HttpStatus.PRECONDITION_FAILED : HttpStatus.CONFLICT,
                        problem);
            case TooMany tooMany -> later(HttpStatus.TOO_MANY_REQUESTS, problem, tooMany.retryAfter());
            case Unavailable away -> later(HttpStatus.SERVICE_UNAVAILABLE, problem, away.retryAfter());
        };
    }

    /** An answer that is no problem of the capabilities: signing in, and the protocol itself. */
    public static Answer of(HttpStatus status, String code, String detail) {
        return Answer.problem(status, body(status, code, detail));
    }

    /** As {@link #of(HttpStatus, String, String)}, telling when to come back. */
    public static Answer later(HttpStatus status, String code, String detail, Duration retryAfter) {
        ObjectNode body = body(status, code, detail);
        body.put("retryAfterSeconds", seconds(retryAfter));
        return Answer.problem(status, body).with("Retry-After", Long.toString(seconds(retryAfter)));
    }

    /** Something that should not have happened; the trace id finds it in the log. */
    static Answer unforeseen(String traceId) {
        ObjectNode body = body(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", "Something went wrong on the server.");
        body.put("traceId", traceId);
        return Answer.problem(HttpStatus.INTERNAL_SERVER_ERROR, body);
    }

    /** Whole seconds, never so few that coming back then is too early. */
    public static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }

    /** Broken rules of a body, with where in it each is broken (RFC 9457, as a JSON Pointer). */
    static Answer inBody(Invalid problem) {
        return invalid(problem, true);
    }

    private static Answer invalid(Invalid problem, boolean pointing) {
        ObjectNode body = body(HttpStatus.BAD_REQUEST, problem.code(), problem.message());
        var errors = body.putArray("errors");
        for (var error : problem.errors()) {
            ObjectNode told = errors.addObject()
                    .put("field", error.field())
                    .put("code", error.code())
                    .put("message", error.message());
            if (pointing) {
                told.put(
                        "pointer",
                        error.field().isEmpty() ? "#" : "#/" + error.field().replace('.', '/'));
            }
        }
        return Answer.problem(HttpStatus.BAD_REQUEST, body);
    }

    private static Answer answer(HttpStatus status, Problem problem) {
        return of(status, problem.code(), problem.message());
    }

    private static Answer later(HttpStatus status, Problem problem, Duration retryAfter) {
        return later(status, problem.code(), problem.message(), retryAfter);
    }

    private static ObjectNode body(HttpStatus status, String code, String detail) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("code", code)
                .put("detail", detail);
    }
}

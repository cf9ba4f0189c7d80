// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.baraza.persistence.tenancy.Outage;
import org.baraza.persistence.tenancy.UnstorableText;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;

/** Which answer a failure gets, in the shape of the path it happened on. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    /** Not in the words of CommCare HQ. */
    private static final Pattern OURS = Pattern.compile("/a/[^/]+/bulk/|/api/v1/");

    private static final Set<String> WITH_BODIES = Set.of("POST", "PUT", "PATCH");

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private Failures() {}

    /** Of an address that was asked for, the request to which is wrong as HTTP. */
    static Answer answer(String path, HttpStatus status) {
        return protocol(isInWordsOfHq(path), status);
    }

    private static boolean isInWordsOfHq(String path) {
        return (path.startsWith("/api/") || path.startsWith("/a/") || path.startsWith("/phone/"))
                && !OURS.matcher(path).lookingAt();
    }

    static Answer answer(HttpServletRequest request, Throwable failure) {
        boolean hq = isInWordsOfHq(request.getServletPath());
        if (failure instanceof Refused refused) {
            return !hq && refused.problem() instanceof Problem.Invalid invalid && hasJson(request)
                    ? ProblemJson.inBody(invalid)
                    : translated(hq, refused.problem());
        }
        if (Outage.causes(failure)) {
            LOG.atWarn().addKeyValue("kind", failure.getClass().getSimpleName()).log("database.away");
            return translated(hq, new Problem.Unavailable(TRY_AGAIN));
        }
        if (UnstorableText.causes(failure)) {
            return protocol(hq, HttpStatus.BAD_REQUEST);
        }
        if (failure instanceof InvalidParameterException form) {
            return protocol(hq, HttpStatus.valueOf(form.getErrorCode()));
        }
        if (failure instanceof ClientAbortException gone) {
            return protocol(
                    hq,
                    gone.getCause() instanceof SocketTimeoutException
                            ? HttpStatus.REQUEST_TIMEOUT
                            : HttpStatus.BAD_REQUEST);
        }
        if (failure instanceof ErrorResponse spring) {
            Answer answer =
                    protocol(hq, HttpStatus.valueOf(spring.getStatusCode().value()));
            String allowed = spring.getHeaders().getFirst("Allow");
            return allowed == null ? answer : answer.with("Allow", allowed);
        }
        if (failure instanceof HttpMessageNotReadableException || failure instanceof TypeMismatchException) {
            return protocol(hq, HttpStatus.BAD_REQUEST);
        }
        String traceId = UUID.randomUUID().toString();
        LOG.atError().addKeyValue("trace", traceId).setCause(failure).log("request.failed");
        return hq ? HqJson.unforeseen(traceId) : ProblemJson.unforeseen(traceId);
    }

    /** Whether what breaks rules stands in a body of JSON. */
    private static boolean hasJson(HttpServletRequest request) {
        String type = request.getContentType();
        return WITH_BODIES.contains(request.getMethod())
                && type != null
                && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    /** The request is wrong as HTTP, whatever it was about. */
    private static Answer protocol(boolean hq, HttpStatus status) {
        return hq
                ? HqJson.error(
                        status,
                        status == HttpStatus.METHOD_NOT_ALLOWED
                                ? "Request method not allowed"
                                : status.getReasonPhrase())
                : ProblemJson.of(status, status.name(), status.getReasonPhrase() + ".");
    }

    private static Answer translated(boolean hq, Problem problem) {
        return hq ? HqJson.of(problem) : ProblemJson.of(problem);
    }
}

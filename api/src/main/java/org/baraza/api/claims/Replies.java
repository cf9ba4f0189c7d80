// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.claims;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.claims.CaseResults;
import org.baraza.claims.FoundCases;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.xml.XmlWriter;
import org.springframework.http.HttpStatus;

/** Answers to searches: cases as a phone's database holds them, or a sentence that the phone shows to its user. */
final class Replies {
    private final Clock clock;

    Replies(Clock clock) {
        this.clock = clock;
    }

    void cases(HttpServletResponse response, ProjectAccess access, FoundCases found) throws IOException {
        byte[] body = XmlWriter.bytes(new CaseResults(access.projectName(), found.cases()));
        response.setDateHeader("Date", clock.millis());
        response.setHeader("Cache-Control", "no-store");
        if (found.more()) {
            response.setHeader("X-Baraza-More-Results", "true");
        }
        response.setContentType("text/xml; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static Answer refusal(Problem problem) {
        return switch (problem) {
            case Problem.Invalid _, Problem.Conflict _ -> Answer.text(HttpStatus.BAD_REQUEST, problem.message());
            case Problem.NotFound _ -> Answer.text(HttpStatus.NOT_FOUND, problem.message());
            case Problem.Forbidden _, Problem.Barred _, Problem.TooMany _, Problem.Unavailable _ -> HqJson.of(problem);
        };
    }
}

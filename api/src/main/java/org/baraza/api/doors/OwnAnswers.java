// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.time.Duration;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.ProblemJson;
import org.baraza.oauth.Scope;
import org.baraza.problem.Problem;
import org.baraza.tenancy.Projects;
import org.baraza.tenancy.Switch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What those hear who are turned away where we answer in our own words; {@link Turned} has those of CommCare HQ. */
final class OwnAnswers {
    private OwnAnswers() {}

    static Answer webUsersOnly() {
        return ProblemJson.of(HttpStatus.FORBIDDEN, "WEB_USERS_ONLY", "This is for web users only.");
    }

    static Answer codeMissing() {
        return ProblemJson.of(HttpStatus.UNAUTHORIZED, "CODE_REQUIRED", "Show a code in X-COMMCAREHQ-OTP.");
    }

    static Answer codeWrong() {
        return ProblemJson.of(HttpStatus.UNAUTHORIZED, "CODE_WRONG", "The code is not right, or it is old.");
    }

    static Answer lockedOut(Duration retryAfter) {
        return ProblemJson.later(HttpStatus.UNAUTHORIZED, "LOCKED_OUT", "Too many wrong passwords.", retryAfter);
    }

    static Answer outOfScope(Scope needed) {
        return ProblemJson.of(HttpStatus.FORBIDDEN, "OUT_OF_SCOPE", "The access token is not good for this.")
                .with(HttpHeaders.WWW_AUTHENTICATE, Challenges.outOfScope(needed));
    }

    static Answer unreadable() {
        return ProblemJson.of(HttpStatus.BAD_REQUEST, "AUTHORIZATION_UNREADABLE", "Authorization cannot be read.");
    }

    static Answer tooLarge() {
        return ProblemJson.of(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE", "A request has at most one megabyte.");
    }

    static Answer tooMany(Duration retryAfter) {
        return ProblemJson.of(new Problem.TooMany(retryAfter));
    }

    /** What whoever runs the server switched off in the project. */
    static Answer switchedOff(Switch which) {
        return switch (which) {
            case API_OFF -> ProblemJson.of(HttpStatus.UNAUTHORIZED, "API_OFF", Projects.API_OFF);
            case SUBMISSIONS_OFF, FROZEN -> ProblemJson.of(new Problem.Unavailable(Projects.THAW));
        };
    }

    static Answer sharedKey() {
        return ProblemJson.of(
                HttpStatus.FORBIDDEN, "SIGNATURE_NOT_TAKEN", "Signatures by X-MAC-DIGEST are not taken here.");
    }
}

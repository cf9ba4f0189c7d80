// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import java.time.Duration;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.api.problems.PhoneJson;
import org.baraza.api.problems.ProblemJson;
import org.baraza.oauth.Scope;
import org.baraza.openrosa.OpenRosaNature;
import org.baraza.openrosa.OpenRosaResponse;
import org.baraza.problem.Problem;
import org.baraza.tenancy.Projects;
import org.baraza.tenancy.Switch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What those hear who are turned away from a project's door, in the words of CommCare HQ. */
final class Turned {
    private Turned() {}

    /** @param challenge how she may say who she is */
    static Answer stranger(Family family, String challenge) {
        Answer answer = family.isForPrograms()
                ? HqJson.error(HttpStatus.UNAUTHORIZED, "not authorized")
                : Answer.empty(HttpStatus.UNAUTHORIZED);
        return answer.with(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }

    static Answer lockedOut(Duration retryAfter) {
        return HqJson.error(HttpStatus.UNAUTHORIZED, "maximum password attempts exceeded")
                .with(HttpHeaders.WWW_AUTHENTICATE, Challenges.BASIC)
                .with("Retry-After", Long.toString(ProblemJson.seconds(retryAfter)));
    }

    static Answer codeMissing() {
        return HqJson.error(HttpStatus.UNAUTHORIZED, "must send X-COMMCAREHQ-OTP header or 'otp' URL parameter");
    }

    static Answer codeWrong() {
        return HqJson.error(HttpStatus.UNAUTHORIZED, "OTP token is incorrect");
    }

    /** A member who is not let in from where she is, or without a second factor. */
    static Answer barred(Problem.Barred why) {
        return HqJson.error(HttpStatus.FORBIDDEN, why.message());
    }

    /** As HQ says it where somebody asks for the projects of an account. */
    static Answer strangerInWords() {
        return Answer.text(HttpStatus.UNAUTHORIZED, "Username or API Key is incorrect, expired or deactivated")
                .with(HttpHeaders.WWW_AUTHENTICATE, Challenges.BASIC);
    }

    /** RFC 6750, section 3.1, in the shape of the family. */
    static Answer badToken(Family family) {
        Answer answer = family.isForPrograms()
                ? HqJson.error(HttpStatus.UNAUTHORIZED, "not authorized")
                : Answer.empty(HttpStatus.UNAUTHORIZED);
        return answer.with(HttpHeaders.WWW_AUTHENTICATE, Challenges.BAD_TOKEN);
    }

    static Answer outOfScope(Family family, Scope needed) {
        Answer answer = family.isForPrograms()
                ? HqJson.error(
                        HttpStatus.FORBIDDEN, "The access token is not good for the scope " + needed.wireName() + ".")
                : Answer.empty(HttpStatus.FORBIDDEN);
        return answer.with(HttpHeaders.WWW_AUTHENTICATE, Challenges.outOfScope(needed));
    }

    static Answer deactivated() {
        return PhoneJson.deactivated();
    }

    static Answer deleted() {
        return PhoneJson.deleted();
    }

    /** Never repeats the header: what is unreadable may still hold a password. */
    static Answer unreadable(Family family, String reason) {
        String text = "Bad HTTP_AUTHORIZATION header: " + reason;
        return family.isForPrograms()
                ? HqJson.error(HttpStatus.BAD_REQUEST, text)
                : Answer.text(HttpStatus.BAD_REQUEST, text);
    }

    static Answer notAMember(Family family) {
        return family.isForPrograms()
                ? HqJson.error(HttpStatus.FORBIDDEN, "You are not a member of this project.")
                : Answer.empty(HttpStatus.FORBIDDEN);
    }

    /** Who shows the key by which HQ's own services know each other: nothing here takes it (spec/21, section 1). */
    static Answer sharedKey(Family family) {
        return family.isForPrograms()
                ? HqJson.error(HttpStatus.FORBIDDEN, "Signatures by X-MAC-DIGEST are not taken here.")
                : Answer.empty(HttpStatus.FORBIDDEN);
    }

    static Answer webUsersOnly() {
        return HqJson.error(HttpStatus.FORBIDDEN, "This is for web users only.");
    }

    /** Resources say so in words, functions and what phones use by the status alone. */
    static Answer tooMany(Family family, Duration retryAfter) {
        Answer answer = family.isResource()
                ? HqJson.error(HttpStatus.TOO_MANY_REQUESTS, "Too many requests. Please try again later.")
                : Answer.empty(HttpStatus.TOO_MANY_REQUESTS);
        return answer.with(HttpHeaders.RETRY_AFTER, Long.toString(ProblemJson.seconds(retryAfter)));
    }

    /** The phone shows the text to whoever holds it. */
    static Answer tooManyDevices() {
        return Answer.text(
                HttpStatus.NOT_ACCEPTABLE, "Current usage for this user is too high. Please try again in a minute.");
    }

    /** What whoever runs the server switched off in the project. */
    static Answer switchedOff(Switch which) {
        return switch (which) {
            case API_OFF -> HqJson.error(HttpStatus.UNAUTHORIZED, Projects.API_OFF);
            case SUBMISSIONS_OFF -> submissionsOff();
            case FROZEN -> frozen();
        };
    }

    /** The phone keeps its form (device protocol: what answers mean). */
    private static Answer submissionsOff() {
        byte[] body =
                OpenRosaResponse.write(OpenRosaNature.SUBMIT_ERROR, "This project does not take forms at the moment.");
        return Answer.of(HttpStatus.BANDWIDTH_LIMIT_EXCEEDED, "text/xml; charset=utf-8", body)
                .with("X-OpenRosa-Version", "3.0");
    }

    private static Answer frozen() {
        return Answer.text(HttpStatus.SERVICE_UNAVAILABLE, "Service Temporarily Unavailable")
                .with(HttpHeaders.RETRY_AFTER, Long.toString(Projects.THAW.toSeconds()));
    }

    static Answer noProject(String name, String rest) {
        return rest.equals("receiver") || rest.startsWith("receiver/")
                ? Answer.text(HttpStatus.BAD_REQUEST, "No domain with name " + name)
                : HqJson.error(HttpStatus.NOT_FOUND, "The domain \"" + name + "\" was not found.");
    }
}

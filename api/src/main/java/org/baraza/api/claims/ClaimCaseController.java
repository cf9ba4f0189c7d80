// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.PhoneJson;
import org.baraza.claims.ClaimOutcome;
import org.baraza.claims.Claims;
import org.baraza.forms.ServerForm.User;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.LoginAs;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;

/** Where phones take a case that belongs to others (device protocol: claim). */
@Controller
final class ClaimCaseController {
    private static final String SYNC_TOKEN = "X-CommCareHQ-LastSyncToken";

    private final Claims claims;
    private final LoginAs loginAs;

    ClaimCaseController(Claims claims, LoginAs loginAs) {
        this.claims = claims;
        this.loginAs = loginAs;
    }

    @PostMapping({"/a/{domain}/phone/claim-case", "/a/{domain}/phone/claim-case/"})
    void claim(HttpServletRequest request, HttpServletResponse response, ProjectAccess access) throws IOException {
        Asked asked = Asked.by(request);
        List<String> caseIds = asked.ids("case_id");
        if (caseIds.isEmpty()) {
            throw new Refused(Problem.Invalid.field("case_id", "MISSING", "A case_id is required"));
        }
        claim(access, asked, caseIds, request.getHeader(SYNC_TOKEN))
                .with("Cache-Control", "no-store")
                .send(response);
    }

    private Answer claim(ProjectAccess access, Asked asked, List<String> caseIds, @Nullable String syncToken) {
        List<String> other = asked.all("commcare_login_as");
        if (other.isEmpty()) {
            return answer(claims.claim(access, User.of(access.actor()), caseIds, syncToken));
        }
        return switch (loginAs.as(access, other.getFirst())) {
            case LoginAs.Answer.Granted(var person) ->
                answer(claims.claim(access, new User(person.userId(), person.username()), caseIds, syncToken));
            case LoginAs.Answer.Denied(var reason) -> Answer.text(HttpStatus.FORBIDDEN, reason);
            case LoginAs.Answer.Deactivated _ -> PhoneJson.deactivated();
        };
    }

    private static Answer answer(ClaimOutcome outcome) {
        return switch (outcome) {
            case ClaimOutcome.Claimed _ -> Answer.empty(HttpStatus.CREATED);
            case ClaimOutcome.OnThePhone _ -> Answer.empty(HttpStatus.NO_CONTENT);
            case ClaimOutcome.Gone gone -> Answer.text(HttpStatus.GONE, "There is no case " + gone.caseId() + ".");
        };
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        Replies.refusal(refused.problem()).send(response);
    }
}

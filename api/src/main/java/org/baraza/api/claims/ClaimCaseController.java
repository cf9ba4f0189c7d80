// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.baraza.api.problems.Answer;
import org.baraza.claims.ClaimOutcome;
import org.baraza.claims.Claims;
import org.baraza.forms.ServerForm.User;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;

/** Where phones take a case that belongs to others (device protocol: claim). */
@Controller
final class ClaimCaseController {
    private static final String SYNC_TOKEN = "X-CommCareHQ-LastSyncToken";

    private final Claims claims;

    ClaimCaseController(Claims claims) {
        this.claims = claims;
    }

    @PostMapping({"/a/{domain}/phone/claim-case", "/a/{domain}/phone/claim-case/"})
    void claim(HttpServletRequest request, HttpServletResponse response, ProjectAccess access) throws IOException {
        Asked asked = Asked.by(request);
        List<String> caseIds = asked.ids("case_id");
        if (caseIds.isEmpty()) {
            throw new Refused(Problem.Invalid.field("case_id", "MISSING", "A case_id is required"));
        }
        User holder = User.of(access.actor());
        answer(claims.claim(access, holder, caseIds, request.getHeader(SYNC_TOKEN)))
                .with("Cache-Control", "no-store")
                .send(response);
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

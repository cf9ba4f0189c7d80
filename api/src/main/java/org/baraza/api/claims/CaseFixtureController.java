// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.baraza.claims.CaseSearch;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Gives cases by their ids, with all that they hang together with (device protocol: case fixture). */
@Controller
final class CaseFixtureController {
    private final CaseSearch search;
    private final Replies replies;

    CaseFixtureController(CaseSearch search, Clock clock) {
        this.search = search;
        this.replies = new Replies(clock);
    }

    @RequestMapping(
            path = {
                "/a/{domain}/phone/case_fixture/{appId:[\\w-]+}",
                "/a/{domain}/phone/case_fixture/{appId:[\\w-]+}/",
                "/a/{domain}/phone/registry_case/{appId:[\\w-]+}",
                "/a/{domain}/phone/registry_case/{appId:[\\w-]+}/"
            },
            method = {RequestMethod.GET, RequestMethod.POST})
    void cases(HttpServletRequest request, HttpServletResponse response, ProjectAccess access) throws IOException {
        Asked asked = Asked.by(request);
        List<String> missing = Stream.of("case_type", "case_id")
                .filter(name -> asked.all(name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused(Problem.Invalid.field(
                    missing.getFirst(), "MISSING", "Missing required parameters: " + String.join(", ", missing)));
        }
        if (!asked.all("commcare_registry").isEmpty()) {
            throw new Refused(new Problem.NotFound("data registry"));
        }
        replies.cases(response, access, search.named(access, asked.all("case_type"), asked.ids("case_id")));
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        Replies.refusal(refused.problem()).send(response);
    }
}

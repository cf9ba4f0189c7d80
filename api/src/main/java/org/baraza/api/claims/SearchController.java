// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.baraza.claims.CaseSearch;
import org.baraza.claims.SearchParameters;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Where phones look for cases that they do not have (device protocol: case search). The app in the URL decides nothing. */
@Controller
final class SearchController {
    private final CaseSearch search;
    private final Replies replies;
    private final Clock clock;

    SearchController(CaseSearch search, Clock clock) {
        this.search = search;
        this.replies = new Replies(clock);
        this.clock = clock;
    }

    @RequestMapping(
            path = {
                "/a/{domain}/phone/search",
                "/a/{domain}/phone/search/",
                "/a/{domain}/phone/search/{appId:[\\w-]+}",
                "/a/{domain}/phone/search/{appId:[\\w-]+}/"
            },
            method = {RequestMethod.GET, RequestMethod.POST})
    void search(HttpServletRequest request, HttpServletResponse response, ProjectAccess access) throws IOException {
        var wanted = SearchParameters.read(Asked.by(request).parameters(), clock);
        replies.cases(response, access, search.search(access, wanted));
    }

    @ExceptionHandler
    void refused(Refused refused, HttpServletResponse response) throws IOException {
        Replies.refusal(refused.problem()).send(response);
    }
}

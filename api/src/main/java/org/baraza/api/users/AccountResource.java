// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.baraza.api.doors.QueryText;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.identity.Actor.WebUser;
import org.baraza.identity.Membership;
import org.baraza.identity.Memberships;
import org.baraza.identity.Permission;
import org.baraza.identity.WebProfile;
import org.baraza.identity.WebUsers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a program asks about the account that it acts for: who it is, and which projects it opens. */
@RestController
final class AccountResource {
    private static final Set<String> NO = Set.of("", "false", "0", "no");

    private final WebUsers users;
    private final Memberships memberships;

    AccountResource(WebUsers users, Memberships memberships) {
        this.users = users;
        this.memberships = memberships;
    }

    @GetMapping({"/api/identity/v1", "/api/identity/v1/", "/api/v0.5/identity", "/api/v0.5/identity/"})
    void identity(WebUser caller, HttpServletResponse response) throws IOException {
        WebProfile profile = users.profile(caller.userId()).orElseThrow();
        Answer.json(
                        HttpStatus.OK,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("id", profile.userId())
                                .put("username", profile.username())
                                .put("first_name", profile.firstName())
                                .put("last_name", profile.lastName())
                                .put("email", profile.username()))
                .send(response);
    }

    /** A feature flag that is not known is an error, as in HQ, and none is known here. */
    @GetMapping({"/api/user_domains/v1", "/api/user_domains/v1/", "/api/v0.5/user_domains", "/api/v0.5/user_domains/"})
    void domains(WebUser caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String flag = QueryText.parameter(request, "feature_flag").orElse("");
        if (!flag.isEmpty()) {
            HqJson.error(HttpStatus.BAD_REQUEST, "'" + flag + "' is not a valid feature flag")
                    .send(response);
            return;
        }
        boolean withReports = !NO.contains(
                QueryText.parameter(request, "can_view_reports").orElse("").toLowerCase(Locale.ROOT));
        List<Membership> found = memberships.of(caller).stream()
                .filter(membership -> !withReports || membership.permissions().contains(Permission.VIEW_REPORTS))
                .toList();
        Answer.json(HttpStatus.OK, json(found)).send(response);
    }

    private static ObjectNode json(List<Membership> memberships) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("meta").put("total_count", memberships.size());
        var objects = body.putArray("objects");
        memberships.forEach(membership -> objects.addObject()
                .put("domain_name", membership.projectName())
                .put("project_name", membership.displayName()));
        return body;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.api.doors.QueryText;
import org.baraza.api.pages.JsonBody;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.identity.Member;
import org.baraza.identity.MemberChange;
import org.baraza.identity.Members;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.places.Assigned;
import org.baraza.places.Belongings;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Web users in CommCare HQ's data API. */
@RestController
final class WebUserResource {
    private static final String OLDEST = "/a/{domain}/api/v0.4/web-user";
    private static final String OLD = "/a/{domain}/api/v0.5/web-user";
    private static final String NEW = "/a/{domain}/api/web-user/v1";
    private static final String ONE = "/{userId}";
    private static final int MOST = 1_000;
    static final Set<String> SHOWN = Set.of(
            "id",
            "username",
            "first_name",
            "last_name",
            "email",
            "default_phone_number",
            "phone_numbers",
            "role",
            "is_admin",
            "permissions",
            "primary_location_id",
            "assigned_location_ids",
            "profile",
            "user_data",
            "tableau_role",
            "is_active_in_domain",
            "eulas",
            "resource_uri");

    private final Members members;
    private final Belongings belongings;

    WebUserResource(Members members, Belongings belongings) {
        this.members = members;
        this.belongings = belongings;
    }

    @GetMapping({OLDEST, OLDEST + "/", OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        who.require(Permission.EDIT_WEB_USERS);
        OffsetPage page = OffsetPage.unordered(request, MOST, SHOWN);
        Slice<Member> found = QueryText.parameter(request, "web_username")
                .filter(name -> !name.isEmpty())
                .map(name -> named(who, name, page.request()))
                .orElseGet(() -> members.list(who, page.request()));
        Map<String, Assigned> places = belongings.ofMembers(
                who, found.items().stream().map(Member::userId).toList());
        page.answer(found, member -> json(who, member, places, request)).send(response);
    }

    private Slice<Member> named(ProjectAccess who, String name, SliceRequest slice) {
        List<Member> one = members.named(who, name).stream().toList();
        return new Slice<>(slice.offset() == 0 ? one : List.of(), one.size());
    }

    /** Of an id that is not known nothing is said, not even in a body. */
    @GetMapping({OLDEST + ONE, OLDEST + ONE + "/", OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void read(ProjectAccess who, @PathVariable String userId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_WEB_USERS);
        members.find(who, userId)
                .map(member -> Answer.json(HttpStatus.OK, WebUserJson.alone(json(who, member, request))))
                .orElseGet(HqJson::unknown)
                .send(response);
    }

    @PatchMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void edit(ProjectAccess who, @PathVariable String userId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        mayWrite(who);
        if (members.find(who, userId).isEmpty()) {
            HqJson.unknown().send(response);
            return;
        }
        edited(who, userId, request).send(response);
    }

    /** What is wrong is told in a list. */
    private Answer edited(ProjectAccess who, String userId, HttpServletRequest request) throws IOException {
        try {
            WebUserRequest wanted = WebUserRequest.of(JsonBody.read(request.getInputStream()));
            Member member = members.edit(
                    who, userId, wanted.changes(), (tx, id) -> belongings.setOfMember(tx, who, id, wanted.places()));
            return Answer.json(HttpStatus.ACCEPTED, WebUserJson.alone(json(who, member, request)));
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Invalid(var errors)) {
                return HqJson.listed(errors.stream().map(FieldError::message).toList());
            }
            throw refused;
        }
    }

    @PostMapping({OLD + ONE + "/activate", OLD + ONE + "/activate/", NEW + ONE + "/activate", NEW + ONE + "/activate/"})
    void activate(ProjectAccess who, @PathVariable String userId, HttpServletResponse response) throws IOException {
        let(who, userId, true).send(response);
    }

    @PostMapping({
        OLD + ONE + "/deactivate",
        OLD + ONE + "/deactivate/",
        NEW + ONE + "/deactivate",
        NEW + ONE + "/deactivate/"
    })
    void deactivate(ProjectAccess who, @PathVariable String userId, HttpServletResponse response) throws IOException {
        let(who, userId, false).send(response);
    }

    private Answer let(ProjectAccess who, String userId, boolean in) {
        mayWrite(who);
        if (members.find(who, userId).isEmpty()) {
            return HqJson.unknown();
        }
        members.edit(who, userId, List.of(new MemberChange.Let(in)));
        return HqJson.nothing(HttpStatus.ACCEPTED);
    }

    private static void mayWrite(ProjectAccess who) {
        who.require(Permission.ACCESS_API);
        who.require(Permission.EDIT_WEB_USERS);
    }

    private ObjectNode json(ProjectAccess who, Member member, HttpServletRequest request) {
        return json(who, member, belongings.ofMembers(who, List.of(member.userId())), request);
    }

    private static ObjectNode json(
            ProjectAccess who, Member member, Map<String, Assigned> places, HttpServletRequest request) {
        Assigned assigned = places.getOrDefault(member.userId(), Assigned.NOWHERE);
        return WebUserJson.of(member, assigned, who.projectName(), folder(request.getServletPath()));
    }

    private static String folder(String path) {
        return List.of("v0.4/web-user", "v0.5/web-user").stream()
                .filter(old -> path.contains("/api/" + old))
                .findFirst()
                .orElse("web-user/v1");
    }
}

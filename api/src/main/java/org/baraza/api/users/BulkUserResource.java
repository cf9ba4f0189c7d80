// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.pages.OffsetPage;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.People;
import org.baraza.identity.PeopleQuery;
import org.baraza.identity.Permission;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WebMember;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Mobile workers and web users in one list, of each a few fields. */
@RestController
final class BulkUserResource {
    private static final int MOST = 1_000;
    private static final List<String> FIELDS =
            List.of("id", "email", "username", "first_name", "last_name", "phone_numbers");

    private final People people;

    BulkUserResource(People people) {
        this.people = people;
    }

    @GetMapping({
        "/a/{domain}/api/v0.5/bulk-user",
        "/a/{domain}/api/v0.5/bulk-user/",
        "/a/{domain}/api/bulk-user/v1",
        "/a/{domain}/api/bulk-user/v1/"
    })
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        who.require(Permission.ACCESS_API);
        who.require(Permission.EDIT_COMMCARE_USERS);
        OffsetPage page = OffsetPage.unordered(request, MOST, Set.copyOf(FIELDS));
        List<String> fields = fields(request);
        @Nullable String search = request.getParameter("q");
        page.answer(
                        people.list(who, PeopleQuery.of(search == null ? "" : search, page.request())),
                        person -> json(who, person).retain(fields).put("resource_uri", ""))
                .send(response);
    }

    /** Those that are asked for, all when none is. */
    private static List<String> fields(HttpServletRequest request) {
        List<String> asked = Optional.ofNullable(request.getParameterValues("fields"))
                .map(Arrays::asList)
                .orElse(FIELDS);
        asked.stream().filter(name -> !FIELDS.contains(name)).findFirst().ifPresent(name -> {
            throw new Refused(Problem.Invalid.field("fields", "FIELD_UNKNOWN", name + " is not a valid field"));
        });
        return asked;
    }

    private static ObjectNode json(ProjectAccess who, Person person) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", person.userId())
                .put("first_name", person.firstName())
                .put("last_name", person.lastName());
        var numbers = json.putArray("phone_numbers");
        switch (person) {
            case MobileWorker worker -> {
                json.put("username", MobileWorker.fullName(worker.username(), who.projectName()));
                json.put("email", worker.email());
                worker.phoneNumbers().forEach(numbers::add);
            }
            case WebMember member -> json.put("username", member.username()).put("email", member.username());
        }
        return json;
    }
}

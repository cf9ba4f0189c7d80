// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.baraza.api.pages.JsonBody;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.places.Group;
import org.baraza.places.GroupMembers;
import org.baraza.places.GroupWish;
import org.baraza.places.Groups;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Groups in CommCare HQ's data API. Old and new paths answer alike, with and without a slash at the end. */
@RestController
final class GroupResource {
    private static final String OLDEST = "/a/{domain}/api/v0.4/group";
    private static final String OLD = "/a/{domain}/api/v0.5/group";
    private static final String NEW = "/a/{domain}/api/group/v1";
    private static final String ONE = "/{groupId}";
    private static final int MOST = 1_000;
    private static final Set<String> SHOWN =
            Set.of("id", "name", "domain", "case_sharing", "reporting", "metadata", "users", "resource_uri");

    private final Groups groups;

    GroupResource(Groups groups) {
        this.groups = groups;
    }

    @GetMapping({OLDEST, OLDEST + "/", OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(who);
        OffsetPage page = OffsetPage.unordered(request, MOST, SHOWN);
        ResourcePath path = ResourcePath.of(request);
        page.answer(groups.slice(who, page.request()), group -> json(who, path, group))
                .send(response);
    }

    @GetMapping({OLDEST + ONE, OLDEST + ONE + "/", OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void one(ProjectAccess who, @PathVariable String groupId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        open(who);
        ResourcePath path = ResourcePath.of(request);
        sayingWhy(() -> Answer.json(HttpStatus.OK, json(who, path, whole(who, groupId))))
                .send(response);
    }

    @PostMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void create(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(who);
        JsonBody body = JsonBody.read(request.getInputStream());
        sayingWhy(() -> Answer.json(
                        HttpStatus.CREATED, object().put("id", made(who, body).groupId())))
                .send(response);
    }

    @PatchMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void createAll(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        open(who);
        ArrayNode results = JsonMapper.shared().createArrayNode();
        boolean allMade = true;
        for (JsonBody body : JsonBody.read(request.getInputStream()).objects()) {
            try {
                results.add(made(who, body).groupId());
            } catch (Refused refused) {
                results.add(refused.problem().message());
                allMade = false;
            }
        }
        Answer.json(allMade ? HttpStatus.ACCEPTED : HttpStatus.BAD_REQUEST, results)
                .send(response);
    }

    private Group made(ProjectAccess who, JsonBody body) {
        return groups.create(who, wanted(body).apply(GroupWish.named("")));
    }

    @PutMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void change(
            ProjectAccess who, @PathVariable String groupId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        open(who);
        var change = wanted(JsonBody.read(request.getInputStream()));
        ResourcePath path = ResourcePath.of(request);
        sayingWhy(() -> {
                    groups.edit(who, groupId, change);
                    return Answer.json(HttpStatus.OK, json(who, path, whole(who, groupId)));
                })
                .send(response);
    }

    @DeleteMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void delete(ProjectAccess who, @PathVariable String groupId, HttpServletResponse response) throws IOException {
        open(who);
        sayingWhy(() -> {
                    groups.delete(who, groupId);
                    return Answer.empty(HttpStatus.NO_CONTENT);
                })
                .send(response);
    }

    private static void open(ProjectAccess who) {
        who.require(Permission.ACCESS_API);
        who.require(Permission.EDIT_COMMCARE_USERS);
        who.require(Permission.ACCESS_ALL_LOCATIONS);
    }

    private GroupMembers whole(ProjectAccess who, String groupId) {
        return groups.whole(who, groupId).orElseThrow(() -> new Refused(new Problem.NotFound("group")));
    }

    /** What is not said stays as it is. */
    private static UnaryOperator<GroupWish> wanted(JsonBody body) {
        var name = body.text("name");
        var caseSharing = body.flag("case_sharing");
        var reporting = body.flag("reporting");
        var metadata = body.texts("metadata");
        var users = body.list("users");
        return wish -> new GroupWish(
                name.orElse(wish.name()),
                caseSharing.orElse(wish.caseSharing()),
                reporting.orElse(wish.reporting()),
                metadata.orElse(wish.metadata()),
                users.orElse(wish.userIds()));
    }

    /** Where HQ's groups have a shape of their own for what went wrong. */
    private static Answer sayingWhy(Supplier<Answer> deed) {
        try {
            return deed.get();
        } catch (Refused refused) {
            return switch (refused.problem()) {
                case Problem.Invalid invalid -> HqJson.told(HttpStatus.BAD_REQUEST, invalid.message());
                case Problem.Conflict conflict -> HqJson.told(HttpStatus.BAD_REQUEST, conflict.message());
                case Problem.NotFound _ -> HqJson.unknown();
                case Problem.Forbidden _, Problem.Barred _, Problem.TooMany _, Problem.Unavailable _ -> throw refused;
            };
        }
    }

    private static ObjectNode json(ProjectAccess who, ResourcePath path, GroupMembers whole) {
        Group group = whole.group();
        ObjectNode json = object();
        json.put("id", group.groupId());
        json.put("name", group.name());
        json.put("domain", who.projectName());
        json.put("case_sharing", group.caseSharing());
        json.put("reporting", group.reporting());
        ObjectNode metadata = json.putObject("metadata");
        group.metadata().forEach(metadata::put);
        ArrayNode users = json.putArray("users");
        whole.userIds().forEach(users::add);
        json.put("resource_uri", path.local("group", group.groupId()));
        return json;
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}

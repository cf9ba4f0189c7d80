// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.api.doors.QueryText;
import org.baraza.api.pages.JsonBody;
import org.baraza.api.pages.OffsetPage;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.forms.Forms;
import org.baraza.forms.WorkTally;
import org.baraza.identity.MobileWorker;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.WorkerMails;
import org.baraza.identity.WorkerQuery.Status;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.places.Belonging;
import org.baraza.places.Belongings;
import org.baraza.places.GroupMembers;
import org.baraza.places.Groups;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Mobile workers in CommCare HQ's data API. Old and new paths answer alike, with and without a slash at the end. */
@RestController
final class UserResource {
    private static final String OLDEST = "/a/{domain}/api/v0.4/user";
    private static final String OLD = "/a/{domain}/api/v0.5/user";
    private static final String NEW = "/a/{domain}/api/user/v1";
    private static final String ONE = "/{userId}";
    private static final int MOST = 1_000;
    private static final Set<String> SHOWN = Set.of(
            "id",
            "username",
            "first_name",
            "last_name",
            "email",
            "default_phone_number",
            "phone_numbers",
            "groups",
            "user_data",
            "primary_location",
            "locations",
            "eulas",
            "resource_uri");
    private static final Set<String> YES = Set.of("true", "1", "yes");

    private final MobileWorkers workers;
    private final WorkerMails mails;
    private final Belongings belongings;
    private final Groups groups;
    private final Forms forms;

    UserResource(MobileWorkers workers, WorkerMails mails, Belongings belongings, Groups groups, Forms forms) {
        this.workers = workers;
        this.mails = mails;
        this.belongings = belongings;
        this.groups = groups;
        this.forms = forms;
    }

    @GetMapping({OLDEST, OLDEST + "/", OLD, OLD + "/", NEW, NEW + "/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mayUse(who);
        OffsetPage page = OffsetPage.unordered(request, MOST, SHOWN);
        Optional<String> group = QueryText.parameter(request, "group");
        Slice<MobileWorker> found = group.isPresent()
                ? ofGroup(who, group.get(), status(request), page.request())
                : workers.list(who, status(request), page.request());
        List<String> ids = found.items().stream().map(MobileWorker::userId).toList();
        Map<String, Belonging> places = belongings.of(who, ids);
        Map<String, WorkTally> tallies = isYes(request, "extras") ? forms.tallies(who, ids) : Map.of();
        page.answer(found, worker -> {
                    ObjectNode json = json(who, worker, places.getOrDefault(worker.userId(), Belonging.NONE), request);
                    return isYes(request, "extras")
                            ? WorkerJson.withExtras(json, tallies.getOrDefault(worker.userId(), WorkTally.NOTHING))
                            : json;
                })
                .send(response);
    }

    private static Status status(HttpServletRequest request) {
        return isYes(request, "archived") ? Status.INACTIVE : Status.ACTIVE;
    }

    private static boolean isYes(HttpServletRequest request, String parameter) {
        return YES.contains(QueryText.parameter(request, parameter).orElse("").toLowerCase(Locale.ROOT));
    }

    /** By username. A group has as many members as one person can know, so they are picked here. */
    private Slice<MobileWorker> ofGroup(ProjectAccess who, String groupId, Status status, SliceRequest slice) {
        GroupMembers group = groups.whole(who, groupId)
                .orElseThrow(() -> new Refused(Problem.Invalid.field(
                        "group",
                        "GROUP_UNKNOWN",
                        "Project " + who.projectName() + " has no group with id=" + groupId)));
        List<MobileWorker> members = workers.find(who, group.userIds()).values().stream()
                .filter(worker -> worker.active() == (status == Status.ACTIVE))
                .sorted(Comparator.comparing(MobileWorker::username))
                .toList();
        return Slice.of(members, slice);
    }

    @PostMapping({OLD, OLD + "/", NEW, NEW + "/"})
    void create(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        mayUse(who);
        WorkerRequest wanted = WorkerRequest.of(JsonBody.read(request.getInputStream()));
        if (wanted.mailsNow()) {
            mails.requireMails();
        }
        MobileWorker made = workers.create(
                who, wanted.worker(), (tx, worker) -> belongings.set(tx, who, worker.userId(), wanted.belonging()));
        if (wanted.mailsNow()) {
            mails.confirm(who, made.userId());
        }
        Answer.json(HttpStatus.CREATED, json(who, made, request)).send(response);
    }

    /** An unknown id is a bad request here and not found elsewhere, as in HQ. */
    @GetMapping({OLDEST + ONE, OLDEST + ONE + "/", OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void read(ProjectAccess who, @PathVariable String userId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        mayUse(who);
        workers.find(who, userId)
                .map(worker -> Answer.json(HttpStatus.OK, withExtras(who, json(who, worker, request), request)))
                .orElseGet(() -> HqJson.error(HttpStatus.BAD_REQUEST, "There is no such mobile worker."))
                .send(response);
    }

    private ObjectNode withExtras(ProjectAccess who, ObjectNode json, HttpServletRequest request) {
        if (!isYes(request, "extras")) {
            return json;
        }
        String id = json.path("id").asString();
        return WorkerJson.withExtras(json, forms.tallies(who, List.of(id)).getOrDefault(id, WorkTally.NOTHING));
    }

    @PutMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void edit(ProjectAccess who, @PathVariable String userId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        mayUse(who);
        WorkerRequest wanted = WorkerRequest.of(JsonBody.read(request.getInputStream()));
        MobileWorker edited = workers.edit(
                who, userId, wanted.changes(), (tx, worker) -> belongings.set(tx, who, userId, wanted.belonging()));
        Answer.json(HttpStatus.OK, json(who, edited, request)).send(response);
    }

    @DeleteMapping({OLD + ONE, OLD + ONE + "/", NEW + ONE, NEW + ONE + "/"})
    void delete(ProjectAccess who, @PathVariable String userId, HttpServletResponse response) throws IOException {
        mayUse(who);
        if (workers.find(who, userId).isEmpty()) {
            HqJson.unknown().send(response);
            return;
        }
        workers.delete(who, userId, (tx, worker) -> belongings.clear(tx, who, userId));
        Answer.empty(HttpStatus.ACCEPTED).send(response);
    }

    @PostMapping({OLD + ONE + "/activate", OLD + ONE + "/activate/", NEW + ONE + "/activate", NEW + ONE + "/activate/"})
    void activate(ProjectAccess who, @PathVariable String userId, HttpServletResponse response) throws IOException {
        setActive(who, userId, true).send(response);
    }

    @PostMapping({
        OLD + ONE + "/deactivate",
        OLD + ONE + "/deactivate/",
        NEW + ONE + "/deactivate",
        NEW + ONE + "/deactivate/"
    })
    void deactivate(ProjectAccess who, @PathVariable String userId, HttpServletResponse response) throws IOException {
        setActive(who, userId, false).send(response);
    }

    /** Whoever has no address or no password to be reset, or is kept out, is a bad request. */
    @PostMapping({
        OLD + ONE + "/email_password_reset",
        OLD + ONE + "/email_password_reset/",
        NEW + ONE + "/email_password_reset",
        NEW + ONE + "/email_password_reset/"
    })
    void mailReset(ProjectAccess who, @PathVariable String userId, HttpServletResponse response) throws IOException {
        mayUse(who);
        if (workers.find(who, userId).isEmpty()) {
            HqJson.unknown().send(response);
            return;
        }
        mails.requireMails();
        mails.reset(who, userId);
        Answer.empty(HttpStatus.ACCEPTED).send(response);
    }

    private Answer setActive(ProjectAccess who, String userId, boolean active) {
        mayUse(who);
        if (workers.find(who, userId).isEmpty()) {
            return HqJson.unknown();
        }
        workers.setActive(who, userId, active);
        return HqJson.nothing(HttpStatus.ACCEPTED);
    }

    private static void mayUse(ProjectAccess who) {
        who.require(Permission.ACCESS_API);
        who.require(Permission.EDIT_COMMCARE_USERS);
    }

    private ObjectNode json(ProjectAccess who, MobileWorker worker, HttpServletRequest request) {
        Belonging belonging =
                belongings.of(who, List.of(worker.userId())).getOrDefault(worker.userId(), Belonging.NONE);
        return json(who, worker, belonging, request);
    }

    private static ObjectNode json(
            ProjectAccess who, MobileWorker worker, Belonging belonging, HttpServletRequest request) {
        return WorkerJson.of(worker, belonging, who.projectName(), folder(request.getServletPath()));
    }

    private static String folder(String path) {
        return List.of("v0.4/user", "v0.5/user").stream()
                .filter(old -> path.contains("/api/" + old))
                .findFirst()
                .orElse("user/v1");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baraza.api.pages.FormBody;
import org.baraza.api.problems.Answer;
import org.baraza.api.problems.HqJson;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Apps;
import org.baraza.apps.Making;
import org.baraza.apps.Reverting;
import org.baraza.apps.VersionHead;
import org.baraza.apps.Versions;
import org.baraza.apps.checks.Severity;
import org.baraza.identity.Permission;
import org.baraza.identity.Person;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Versions as CommCare HQ's pages make, list, release and take them back (releases, sections 2 and 3). */
@RestController
final class ReleaseController {
    private static final String APPS = "/a/{domain}/apps";
    private static final String VIEW = APPS + "/view/{appId:[\\w-]+}";
    private static final String SAVE = APPS + "/save/{appId:[\\w-]+}";
    private static final String LIST = VIEW + "/releases/json";
    private static final String RELEASE = VIEW + "/releases/release/{buildId:[\\w-]+}";
    private static final String UNRELEASE = VIEW + "/releases/unrelease/{buildId:[\\w-]+}";
    private static final String COMMENT = VIEW + "/update_build_comment";
    private static final String REVERT = APPS + "/revert/{appId:[\\w-]+}";
    private static final String DELETE = APPS + "/delete_copy/{appId:[\\w-]+}";
    private static final int USUAL = 10;
    private static final int MOST = 100;

    private final Apps apps;
    private final Versions versions;
    private final Reverting reverting;
    private final UserDirectory people;
    private final PublicAddress address;

    ReleaseController(Apps apps, Versions versions, Reverting reverting, UserDirectory people, PublicAddress address) {
        this.apps = apps;
        this.versions = versions;
        this.reverting = reverting;
        this.people = people;
        this.address = address;
    }

    /** Makes a version; what stops it is told with 200 too, as HQ does. */
    @PostMapping({SAVE, SAVE + "/"})
    void save(ProjectAccess who, @PathVariable String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_APPS);
        String comment = FormBody.read(request).text("comment").orElse("");
        ObjectNode json = JsonMapper.shared().createObjectNode();
        switch (versions.make(who, appId, comment, address.of(request))) {
            case Making.Made(AppVersion version, var _) ->
                json.set("saved_app", row(who, version)).put("error_html", "");
            case Making.Stopped(var problems) -> json.putNull("saved_app").put("error_html", html(problems));
        }
        Answer.json(HttpStatus.OK, json).send(response);
    }

    private static String html(List<org.baraza.apps.checks.Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> "<li>" + HtmlUtils.htmlEscape(problem.sentence()) + "</li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private ObjectNode row(ProjectAccess who, AppVersion version) {
        return rows(who, List.of(version)).getFirst();
    }

    private List<ObjectNode> rows(ProjectAccess who, List<AppVersion> found) {
        Map<String, VersionHead> heads =
                versions.heads(who, found.stream().map(AppVersion::buildId).toList());
        Map<String, Person> makers =
                people.find(who, found.stream().map(AppVersion::builtBy).collect(Collectors.toSet()));
        return found.stream()
                .filter(version -> heads.containsKey(version.buildId()))
                .map(version -> ReleaseRow.of(version, Objects.requireNonNull(heads.get(version.buildId())), makers))
                .toList();
    }

    @GetMapping({LIST, LIST + "/"})
    void list(ProjectAccess who, @PathVariable String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (apps.find(who, appId).filter(app -> !app.deleted()).isEmpty()) {
            throw unknown("app");
        }
        int limit = Math.clamp(number(request.getParameter("limit"), USUAL), 1, MOST);
        int page = Math.max(1, number(request.getParameter("page"), 1));
        boolean released = "true".equals(request.getParameter("only_show_released"));
        String search = Optional.ofNullable(request.getParameter("query")).orElse("");
        Slice<AppVersion> found =
                versions.slice(who, appId, released, search, new SliceRequest(limit, (page - 1L) * limit));
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.putArray("apps").addAll(rows(who, found.items()));
        json.putObject("pagination")
                .put("total", found.total())
                .put("num_pages", (found.total() + limit - 1) / limit)
                .put("current_page", page)
                .put("more", (long) page * limit < found.total());
        Answer.json(HttpStatus.OK, json).send(response);
    }

    private static int number(@Nullable String text, int usual) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : usual;
    }

    @PostMapping({RELEASE, RELEASE + "/"})
    void release(
            ProjectAccess who,
            @PathVariable String appId,
            @PathVariable String buildId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String wanted = FormBody.read(request).text("is_released").orElse("true");
        released(who, appId, buildId, wanted.equals("true")).send(response);
    }

    @PostMapping({UNRELEASE, UNRELEASE + "/"})
    void unrelease(
            ProjectAccess who, @PathVariable String appId, @PathVariable String buildId, HttpServletResponse response)
            throws IOException {
        released(who, appId, buildId, false).send(response);
    }

    /** A version that is kept to somebody stays released; that is told with 200, as HQ does. */
    private Answer released(ProjectAccess who, String appId, String buildId, boolean released) {
        who.require(Permission.EDIT_APPS);
        of(who, appId, buildId);
        ObjectNode json = JsonMapper.shared().createObjectNode();
        try {
            json.put("is_released", versions.release(who, buildId, released).released());
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Conflict conflict) {
                return HqJson.error(HttpStatus.OK, conflict.message());
            }
            throw refused;
        }
        return Answer.json(
                HttpStatus.OK,
                json.put(
                        "latest_released_version",
                        versions.newest(who, appId, true)
                                .map(AppVersion::number)
                                .orElse(null)));
    }

    private AppVersion of(ProjectAccess who, String appId, String buildId) {
        return versions.find(who, buildId)
                .filter(version -> version.appId().equals(appId))
                .orElseThrow(() -> unknown("version"));
    }

    @PostMapping({COMMENT, COMMENT + "/"})
    void comment(
            ProjectAccess who, @PathVariable String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_APPS);
        FormBody form = FormBody.read(request);
        String buildId = of(who, appId, form.text("build_id").orElse("")).buildId();
        versions.comment(who, buildId, form.text("comment").orElse(""));
        Answer.json(HttpStatus.OK, JsonMapper.shared().createObjectNode().put("status", "success"))
                .send(response);
    }

    /** HQ's page goes back to the list; a program is told what came of it as well. */
    @PostMapping({REVERT, REVERT + "/"})
    void revert(ProjectAccess who, @PathVariable String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_APPS);
        String buildId = of(who, appId, FormBody.read(request).text("build_id").orElse(""))
                .buildId();
        Reverting.Reverted reverted = reverting.revert(who, buildId, address.of(request));
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("status", "success")
                .put("version", reverted.copy().summary().version());
        json.set(
                "saved_app",
                reverted.version().<JsonNode>map(version -> row(who, version)).orElseGet(() -> json.nullNode()));
        Answer.json(HttpStatus.OK, json).send(response);
    }

    @PostMapping({DELETE, DELETE + "/"})
    void delete(ProjectAccess who, @PathVariable String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_APPS);
        String buildId = of(who, appId, FormBody.read(request).text("saved_app").orElse(""))
                .buildId();
        versions.delete(who, buildId);
        Answer.json(HttpStatus.OK, JsonMapper.shared().createObjectNode().put("status", "success"))
                .send(response);
    }

    private static Refused unknown(String kind) {
        return new Refused(new Problem.NotFound(kind));
    }
}

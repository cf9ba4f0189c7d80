// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppSummary;
import org.baraza.apps.AppVersion;
import org.baraza.apps.Apps;
import org.baraza.apps.Versions;
import org.baraza.apps.WorkingCopy;
import org.baraza.apps.model.ImportNotice;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Addresses under which scripts bring apps in, list them and fetch them, with the answers of CommCare HQ. */
@RestController
final class AppApi {
    private static final String API = "/a/{domain}/apps/api";
    private static final String SOURCE = "/a/{domain}/apps/source/{id:[\\w-]+}";
    private static final String FORM_SOURCE = "/a/{domain}/apps/browse/{appId:[\\w-]+}/{formId:[\\w-]+}/source";
    private static final String VIEW = "/a/{domain}/apps/view/{appId:[\\w-]+}";

    private final Apps apps;
    private final Versions versions;
    private final PublicAddress address;

    AppApi(Apps apps, Versions versions, PublicAddress address) {
        this.apps = apps;
        this.versions = versions;
        this.address = address;
    }

    @PostMapping({API + "/import_app", API + "/import_app/"})
    void importApp(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        who.require(Permission.EDIT_APPS);
        imported(who, request).send(response);
    }

    private Answer imported(ProjectAccess who, HttpServletRequest request) throws IOException {
        try {
            AppUpload upload = AppUpload.read(request);
            if (upload.name().isEmpty()) {
                return failed("app_name is required");
            }
            if (upload.file().isEmpty()) {
                return failed("app_file is required");
            }
            JsonNode source = JsonMapper.shared().readTree(upload.file().get());
            return made(apps.importApp(who, upload.name().get(), source));
        } catch (AppUpload.Unreadable unreadable) {
            return failed("app_file is required");
        } catch (JacksonException noJson) {
            return failed("Invalid JSON file");
        } catch (Refused refused) {
            if (refused.problem() instanceof Problem.Invalid invalid) {
                return failed(invalid.message());
            }
            throw refused;
        }
    }

    private static Answer made(Apps.Imported imported) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("success", true).put("app_id", imported.app().appId());
        List<ImportNotice> notices = imported.notices();
        if (!notices.isEmpty()) {
            ArrayNode warnings = json.putArray("warnings");
            notices.forEach(notice -> warnings.add(notice.place() + ": " + notice.sentence()));
        }
        return Answer.json(HttpStatus.CREATED, json);
    }

    private static Answer failed(String error) {
        return Answer.json(
                HttpStatus.BAD_REQUEST,
                JsonMapper.shared().createObjectNode().put("success", false).put("error", error));
    }

    @GetMapping({API + "/list_apps", API + "/list_apps/"})
    void list(ProjectAccess who, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("status", "success");
        ArrayNode listed = json.putArray("applications");
        String base = address.of(request) + "/a/" + who.projectName() + "/apps/api/download_ccz/?app_id=";
        for (AppSummary app : apps.all(who)) {
            listed.addObject()
                    .put("name", app.name())
                    .put("version", app.version())
                    .put("app_id", app.appId())
                    .put("download_url", base + app.appId());
        }
        Answer.json(HttpStatus.OK, json).send(response);
    }

    /** The document with the sources of its forms, to be imported elsewhere. */
    @GetMapping({SOURCE, SOURCE + "/"})
    void source(ProjectAccess who, @PathVariable String id, HttpServletResponse response) throws IOException {
        Answer.json(HttpStatus.OK, apps.export(who, id).orElseThrow(AppApi::unknown))
                .send(response);
    }

    /** The document of a version as it was when that was made, or of an app as it is. */
    @GetMapping("/a/{domain}/apps/download/{id:[\\w-]+}/app.json")
    void document(ProjectAccess who, @PathVariable String id, HttpServletResponse response) throws IOException {
        WorkingCopy copy = apps.readAny(who, id).orElseThrow(AppApi::unknown);
        ObjectNode json = copy.document().deepCopy();
        json.put("_id", id)
                .put("domain", who.projectName())
                .put("version", copy.summary().version())
                .putNull("copy_of");
        versions.find(who, id)
                .ifPresent(version -> json.put("copy_of", version.appId())
                        .put("built_on", version.builtAt().toString())
                        .put("build_comment", version.comment())
                        .put("is_released", version.released()));
        Answer.json(HttpStatus.OK, json).send(response);
    }

    @GetMapping({FORM_SOURCE, FORM_SOURCE + "/"})
    void formSource(
            ProjectAccess who, @PathVariable String appId, @PathVariable String formId, HttpServletResponse response)
            throws IOException {
        String source = apps.source(who, appId, formId).orElseThrow(() -> new Refused(new Problem.NotFound("form")));
        Answer.of(HttpStatus.OK, "application/xml; charset=utf-8", source.getBytes(StandardCharsets.UTF_8))
                .send(response);
    }

    @GetMapping({VIEW + "/current_version", VIEW + "/current_version/"})
    void currentVersion(ProjectAccess who, @PathVariable String appId, HttpServletResponse response)
            throws IOException {
        var app = apps.find(who, appId).filter(found -> !found.deleted()).orElseThrow(AppApi::unknown);
        Answer.json(
                        HttpStatus.OK,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("currentVersion", app.version())
                                .put("latestBuild", newest(who, appId, false))
                                .put("latestReleasedBuild", newest(who, appId, true)))
                .send(response);
    }

    private @Nullable Integer newest(ProjectAccess who, String appId, boolean released) {
        return versions.newest(who, appId, released).map(AppVersion::number).orElse(null);
    }

    private static Refused unknown() {
        return new Refused(new Problem.NotFound("app"));
    }
}

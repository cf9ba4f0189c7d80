// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.api.problems.Answer;
import org.baraza.apps.AppEditing;
import org.baraza.apps.Apps;
import org.baraza.apps.WorkingCopy;
import org.baraza.apps.editing.AppChange;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Language profiles, saved as CommCare HQ's page does (releases, section 5). */
@RestController
final class ProfilesController {
    private static final String PROFILES = "/a/{domain}/apps/view/{appId:[\\w-]+}/releases/profiles";
    private static final int LONGEST = 64 * 1024;
    private static final int MOST = 100;

    private final Apps apps;
    private final AppEditing editing;

    ProfilesController(Apps apps, AppEditing editing) {
        this.apps = apps;
        this.editing = editing;
    }

    /** What is sent takes the place of all there were; one without an id is new. Settings that are not named stay. */
    @PostMapping({PROFILES, PROFILES + "/"})
    void save(ProjectAccess who, @PathVariable String appId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        who.require(Permission.EDIT_APPS);
        WorkingCopy copy = apps.read(who, appId)
                .filter(app -> !app.summary().deleted())
                .orElseThrow(() -> new Refused(new Problem.NotFound("app")));
        ObjectNode profiles = read(request.getInputStream().readNBytes(LONGEST + 1), copy);
        editing.edit(who, appId, copy.summary().version(), List.of(new AppChange.Put("build_profiles", profiles)));
        Answer.empty(HttpStatus.OK).send(response);
    }

    private static ObjectNode read(byte[] body, WorkingCopy copy) {
        JsonNode sent;
        try {
            sent = JsonMapper.shared().readTree(body).path("profiles");
        } catch (JacksonException noJson) {
            throw invalid("The request is not valid JSON.");
        }
        if (body.length > LONGEST || !sent.isArray() || sent.size() > MOST) {
            throw invalid("Send a list of at most " + MOST + " profiles.");
        }
        ObjectNode profiles = JsonMapper.shared().createObjectNode();
        for (JsonNode profile : sent) {
            String id = Optional.of(profile.path("id").asString(""))
                    .filter(given -> given.matches("[\\w-]{1,64}"))
                    .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
            profiles.set(id, checked(id, profile, copy));
        }
        return profiles;
    }

    private static ObjectNode checked(String id, JsonNode sent, WorkingCopy copy) {
        List<String> langs =
                sent.path("langs").valueStream().map(JsonNode::asString).toList();
        String name = sent.path("name").asString("").strip();
        if (name.isEmpty() || langs.isEmpty() || !copy.app().langs().containsAll(langs)) {
            throw invalid("A profile has a name and at least one of the languages of the app.");
        }
        ObjectNode profile = JsonMapper.shared()
                .createObjectNode()
                .put("doc_type", "BuildProfile")
                .put("name", name);
        var list = profile.putArray("langs");
        langs.forEach(list::add);
        JsonNode settings = sent.has("settings")
                ? sent.path("settings")
                : copy.document().path("build_profiles").path(id).path("settings");
        if (settings.isObject() && !settings.isEmpty()) {
            profile.set("settings", settings);
        }
        String practice = sent.path("practice_user_id").asString("");
        return profile.put("practice_mobile_worker_id", practice.isEmpty() ? null : practice);
    }

    private static Refused invalid(String sentence) {
        return new Refused(Problem.Invalid.field("profiles", "PROFILES_INVALID", sentence));
    }
}

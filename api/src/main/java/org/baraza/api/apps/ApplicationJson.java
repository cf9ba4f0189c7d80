// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import org.baraza.apps.AppVersion;
import org.baraza.apps.WorkingCopy;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.model.AppModule;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.QuestionJson;
import org.baraza.apps.questions.Questions;
import org.baraza.xml.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The structure of an app as the data API tells it (app model, section 10). */
final class ApplicationJson {
    /** As CommCare HQ writes this one time: in UTC, without saying so. */
    private static final DateTimeFormatter NAIVE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ProjectProperties properties;

    /** What the cases of each type have, by the apps of the project. */
    @FunctionalInterface
    interface ProjectProperties {
        SequencedSet<String> of(String caseType);
    }

    ApplicationJson(ProjectProperties properties) {
        this.properties = properties;
    }

    /**
     * An app, or a version.
     *
     * @param version null for a working copy
     * @param versions of the app, newest first; none for a version
     */
    ObjectNode of(WorkingCopy copy, @Nullable AppVersion version, List<AppVersion> versions, boolean extras) {
        ObjectNode json =
                extras ? copy.document().deepCopy() : JsonMapper.shared().createObjectNode();
        App app = copy.app();
        json.put("id", copy.appId());
        json.put("name", app.name());
        json.put("version", copy.summary().version());
        json.put("is_released", version == null ? null : version.released());
        json.put("built_on", version == null ? null : NAIVE.format(version.builtAt()));
        json.put("build_comment", version == null ? null : version.comment());
        json.put("built_from_app_id", version == null ? null : version.appId());
        ArrayNode modules = json.putArray("modules");
        app.modules().forEach(module -> modules.add(module(app, module, copy.sources())));
        ArrayNode listed = json.putArray("versions");
        versions.forEach(each -> listed.add(version(each)));
        json.put("resource_uri", "");
        return json;
    }

    private static ObjectNode version(AppVersion version) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", version.buildId())
                .put("built_on", Timestamps.format(version.builtAt()))
                .put("build_comment", version.comment())
                .put("is_released", version.released())
                .put("version", version.number());
    }

    /** A menu; one with a form that cannot be read says so in its place. */
    private ObjectNode module(App app, AppModule module, Map<String, String> sources) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        try {
            json.set("name", texts(module.menu().name().byLanguage()));
            json.put("case_type", module.menu().caseType());
            ArrayNode names = json.putArray("case_properties");
            properties.of(module.menu().caseType()).forEach(names::add);
            json.put("unique_id", module.uniqueId());
            ArrayNode forms = json.putArray("forms");
            for (AppForm form : module.forms()) {
                forms.add(form(app, form, sources.getOrDefault(form.uniqueId(), "")));
            }
            return json;
        } catch (BadForm bad) {
            return JsonMapper.shared().createObjectNode().put("error", bad.sentence());
        }
    }

    private static ObjectNode form(App app, AppForm form, String source) throws BadForm {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("xmlns", form.xmlns());
        json.set("name", texts(form.settings().name().byLanguage()));
        json.put("unique_id", form.uniqueId());
        ArrayNode questions = json.putArray("questions");
        if (!source.isEmpty()) {
            Questions.of(source)
                    .forEach(question ->
                            questions.add(QuestionJson.of(question, app.langs().getFirst())));
        }
        return json;
    }

    private static ObjectNode texts(Map<String, String> byLanguage) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        byLanguage.forEach(json::put);
        return json;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.App;
import org.baraza.xml.EditableElement;

/** The file that an installation begins with (generated build, section 3). */
final class Profile {
    private static final String LEGACY_BACKUP = "file:///E:/CommCare.Backup";
    private static final Map<String, String> USUAL_SETTINGS = usual();

    private final App app;
    private final BuildContext context;
    private final Resources resources;

    Profile(App app, BuildContext context, Resources resources) {
        this.app = app;
        this.context = context;
        this.resources = resources;
    }

    /**
     * One of the profiles.
     *
     * @param fileName what it is called, which it tells phones to ask for again
     * @param withMedia whether it names the media, too
     */
    EditableElement document(String fileName, boolean withMedia, Optional<String> androidPackage) {
        EditableElement profile = tag("profile")
                .set("version", Integer.toString(context.goal().version()))
                .set(
                        "update",
                        resources.download(fileName) + "?latest=true&profile="
                                + resources.profileId().orElse("None"))
                .set("requiredMajor", Integer.toString(context.goal().engine().major()))
                .set("requiredMinor", Integer.toString(context.goal().engine().minor()))
                .set("requiredMinimal", Integer.toString(context.goal().engine().minimal()))
                .set("uniqueid", context.goal().appId())
                .set("name", app.name())
                .set("descriptor", "Profile File")
                .set("buildProfileID", resources.profileId().orElse(""));
        fixed(profile, androidPackage);
        settings().forEach((key, value) -> add(profile, key, value, !key.equals("cc-maps-default-layer")));
        app.settings().customProperties().forEach((key, value) -> add(profile, key, value, true));
        profile.add(features());
        profile.add(suite("suite", "suite.xml", "Suite Definition"));
        if (withMedia) {
            profile.add(suite("media-suite", "media_suite.xml", "Media Suite Definition"));
        }
        return profile;
    }

    private void fixed(EditableElement profile, Optional<String> androidPackage) {
        String project = resources.base() + "/a/" + context.goal().domain();
        String restore = project + "/phone/restore/" + context.goal().buildId() + "/";
        String receiver = project + "/receiver/" + (app.secureSubmissions() ? "secure/" : "")
                + context.goal().buildId() + "/";
        add(profile, "BackupMode", "file_mode", true);
        add(profile, "backup-url", LEGACY_BACKUP, true);
        add(profile, "restore-url", LEGACY_BACKUP, true);
        add(profile, "ota-restore-url", restore, true);
        add(profile, "ota-restore-url-testing", restore, true);
        add(profile, "PostURL", receiver, true);
        add(profile, "PostTestURL", receiver, true);
        add(profile, "key_server", project + "/phone/keys/", true);
        add(profile, "cur_locale", app.langs().getFirst(), false);
        add(profile, "cc_user_domain", context.goal().domain() + ".commcarehq.org", true);
        add(profile, "jr_openrosa_api", "1.0", true);
        add(
                profile,
                "heartbeat-url",
                project + "/phone/heartbeat/" + context.goal().buildId() + "/?build_profile_id="
                        + resources.profileId().orElse(""),
                true);
        add(
                profile,
                "recovery-measures-url",
                project + "/phone/recovery_measures/" + context.goal().buildId() + "/",
                true);
        androidPackage.ifPresent(name -> add(profile, "target-package-id", name, true));
        logo(profile, "brand-banner-home", "hq_logo_android_home");
        logo(profile, "brand-banner-login", "hq_logo_android_login");
        logo(profile, "brand-banner-home-demo", "hq_logo_android_demo");
    }

    private void logo(EditableElement profile, String key, String slot) {
        String path = app.logos().getOrDefault(slot, "");
        if (!path.isBlank()) {
            add(profile, key, path, true);
        }
    }

    private static void add(EditableElement profile, String key, String value, boolean force) {
        profile.add(tag("property").set("key", key).set("value", value).set("force", Boolean.toString(force)));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(USUAL_SETTINGS);
        settings.putAll(app.settings().properties());
        if (app.caseSharing()) {
            settings.put("server-tether", "sync");
        }
        return settings;
    }

    private EditableElement features() {
        EditableElement features = tag("features")
                .add(active("checkoff", "true"))
                .add(active("reminders", "false").add(tag("time").addText("0")))
                .add(active("package", "false"))
                .add(active("sense", app.settings().features().getOrDefault("sense", "false")))
                .add(active("users", app.settings().features().getOrDefault("users", "true")));
        if (!app.settings().dependencies().isEmpty()) {
            EditableElement dependencies = tag("dependencies");
            app.settings()
                    .dependencies()
                    .forEach(id -> dependencies.add(
                            tag("dependency").add(tag("android_package").set("id", id))));
            features.add(dependencies);
        }
        return features;
    }

    private static EditableElement active(String feature, String value) {
        return tag(feature).set("active", value);
    }

    private EditableElement suite(String id, String path, String descriptor) {
        return tag("suite").add(resources.absolute(id, context.goal().version(), descriptor, path));
    }

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        String all = """
                cc-autoup-freq=freq-never purge-freq=0 cc-days-form-retain=-1 logenabled=Enabled
                log_prop_weekly=log_short log_prop_daily=log_never cc-send-procedure=cc-send-http password_format=a
                user_reg_server=required server-tether=push-only cc-autosync-freq=freq-never restore-tolerance=loose
                ViewStyle=v_chatterbox cc-user-mode=cc-u-normal cc-entry-mode=cc-entry-quick cc-send-unsent=cc-su-auto
                extra_key_action=audio loose_media=no cc-content-valid=yes unsent-number-limit=5 unsent-time-limit=5
                cc-login-images=No cc-show-saved=no cc-show-incomplete=no cc-resize-images=none
                cc-fuzzy-search-enabled=yes cc-login-duration-seconds=86400 cc-inflation-target-density=none
                cc-maps-default-layer=normal cc-enable-tts=no
                """;
        for (String setting : all.strip().split("\\s+", -1)) {
            int equals = setting.indexOf('=');
            usual.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return usual;
    }
}

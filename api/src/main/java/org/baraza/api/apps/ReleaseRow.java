// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.baraza.apps.AppVersion;
import org.baraza.apps.VersionHead;
import org.baraza.apps.model.App;
import org.baraza.identity.Person;
import tools.jackson.databind.node.ObjectNode;

/** A version as CommCare HQ's list of releases shows it (releases, section 2). */
final class ReleaseRow {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM dd, yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ReleaseRow() {}

    static ObjectNode of(AppVersion version, VersionHead head, Map<String, Person> people) {
        ObjectNode row = head.document().deepCopy();
        String id = version.buildId();
        String name = row.path("name").asString("");
        row.put("_id", id).put("id", id).put("copy_of", version.appId()).put("version", version.number());
        row.put("built_on", version.builtAt().toString())
                .put("built_on_date", DATE.format(version.builtAt()))
                .put("built_on_time", TIME.format(version.builtAt()))
                .put("build_comment", version.comment())
                .put("comment_from", version.builtBy())
                .put("is_released", version.released())
                .put("is_auto_generated", false)
                .put(
                        "last_released",
                        version.releasedAt() == null
                                ? null
                                : version.releasedAt().toString())
                .put("menu_item_label", App.of(row).engine().toString())
                .put("short_name", name.substring(0, Math.min(name.length(), 8)))
                .put("include_media", head.hasMedia())
                .put("commcare_flavor", row.path("target_commcare_flavor").asString("none"))
                .put(
                        "comment_user_name",
                        people.containsKey(version.builtBy())
                                ? people.get(version.builtBy()).username()
                                : "");
        return row;
    }
}

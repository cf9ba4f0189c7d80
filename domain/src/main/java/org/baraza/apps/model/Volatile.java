// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;

/** What a document says of where it is kept and how it was built, and not of the app (app model, section 9). */
final class Volatile {
    private Volatile() {}

    static List<String> ofApp() {
        return List.of(
                "_id",
                "_rev",
                "domain",
                "copy_of",
                "version",
                "external_blobs",
                "short_odk_url",
                "short_odk_media_url",
                "built_on",
                "built_with",
                "build_comment",
                "comment_from",
                "is_released",
                "last_released",
                "is_auto_generated",
                "build_broken",
                "build_broken_reason",
                "build_signed",
                "copy_history",
                "date_created",
                "last_modified");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.baraza.apps.model.App;
import org.baraza.apps.model.MediaEntry;
import org.baraza.xml.EditableElement;

/** The media that phones download (generated build, section 4). */
final class MediaSuite {
    static final String PREFIX = "jr://file/";

    private final App app;
    private final BuildContext context;
    private final Resources resources;

    MediaSuite(App app, BuildContext context, Resources resources) {
        this.app = app;
        this.context = context;
        this.resources = resources;
    }

    /** @param versions by path, of those that are used */
    EditableElement document(Map<String, Integer> versions) {
        EditableElement suite = tag("suite")
                .set("version", Integer.toString(context.goal().version()))
                .set("descriptor", "Media Suite File");
        new TreeMap<>(versions).forEach((path, version) -> {
            MediaEntry entry = app.media().get(path);
            if (entry != null && path.startsWith(PREFIX)) {
                suite.add(medium(path, entry, version));
            }
        });
        return suite;
    }

    private EditableElement medium(String path, MediaEntry entry, int version) {
        String below = path.substring(PREFIX.length());
        int slash = below.lastIndexOf('/');
        String name = below.substring(slash + 1);
        String folder = slash < 0 ? "" : below.substring(0, slash);
        String id = entry.uniqueId().isBlank() ? Ids.md5(path) : entry.uniqueId();
        return tag("media")
                .set("path", "../../" + folder)
                .add(Resources.resource(
                        "media-" + id + "-" + name,
                        version,
                        kind(entry.mediaType()) + " File: " + name,
                        "./" + below,
                        resources.base() + "/hq/multimedia/file/" + entry.mediaType() + "/" + entry.multimediaId() + "/"
                                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                                        .replace("+", "%20")));
    }

    private static String kind(String mediaType) {
        return switch (mediaType) {
            case "CommCareImage" -> "Image";
            case "CommCareAudio" -> "Audio";
            case "CommCareVideo" -> "Video";
            default -> "Media";
        };
    }
}

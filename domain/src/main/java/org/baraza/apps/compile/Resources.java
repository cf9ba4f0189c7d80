// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static org.baraza.apps.compile.Tags.tag;

import java.util.Optional;
import org.baraza.xml.EditableElement;

/**
 * Where phones find the files of a build: beside the file that names them, or on the server.
 *
 * @param profileId of the language profile whose files they are
 */
record Resources(String base, BuildContext context, Optional<String> profileId) {

    String download(String path) {
        return base + "/a/" + context.goal().domain() + "/apps/download/"
                + context.goal().buildId() + "/" + path;
    }

    private String query() {
        String profile = profileId.map(id -> "profile=" + id).orElse("");
        String target = context.draft() ? "latest=true&target=save" : "";
        String both = target + (target.isEmpty() || profile.isEmpty() ? "" : "&") + profile;
        return both.isEmpty() ? "" : "?" + both;
    }

    /** A file beside the suite, wherever that came from. */
    EditableElement relative(String id, int version, String descriptor, String path) {
        return resource(id, version, descriptor, "./" + path, "./" + path + query());
    }

    /** A file whose address on the server is written out. */
    EditableElement absolute(String id, int version, String descriptor, String path) {
        return resource(id, version, descriptor, "./" + path, download(path) + query());
    }

    static EditableElement resource(String id, int version, String descriptor, String local, String remote) {
        return tag("resource")
                .set("id", id)
                .set("version", Integer.toString(version))
                .set("descriptor", descriptor)
                .add(tag("location").set("authority", "local").addText(local))
                .add(tag("location").set("authority", "remote").addText(remote));
    }
}

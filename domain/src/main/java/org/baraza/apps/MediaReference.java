// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.baraza.apps.checks.Place;
import org.baraza.paging.Cursor;

/**
 * A media file that an app names, whether it has been uploaded or not.
 *
 * @param path {@code jr://file/commcare/…}
 * @param mediaType the class in its address: {@code CommCareImage}, …
 * @param file its content; empty where nobody has uploaded it
 * @param places where the app names it; none if it is only kept
 */
public record MediaReference(String path, String mediaType, Optional<MediaFile> file, List<Place> places) {
    static final String LIST = "appMedia";

    public MediaReference {
        places = List.copyOf(places);
    }

    /** Whether phones would look for it in vain. */
    public boolean isMissing() {
        return file.isEmpty() && !places.isEmpty();
    }

    /** Where its content can be looked at. */
    public String address(MediaFile content) {
        return address(mediaType, content, path);
    }

    public static String address(String mediaType, MediaFile content, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return "/hq/multimedia/file/" + mediaType + "/" + content.mediaId() + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Its place in the list, which is by path. */
    public String cursor() {
        return Cursor.of(LIST, path);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;
import tools.jackson.databind.JsonNode;

/** Pictures of an app on their way to the server. */
final class SentMedia {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private SentMedia() {}

    static HttpResponse<String> send(Place place, String appId, Map<String, byte[]> files) {
        return place.client()
                .send(
                        "POST",
                        "/a/" + place.name() + "/apps/api/" + appId + "/multimedia/",
                        new Multipart()
                                .file("bulk_upload_file", "media.zip", "application/zip", zip(files))
                                .bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        place.authorization());
    }

    /** A picture for each path that the app names. */
    static void pictures(Place place, String appId, JsonNode app) {
        Map<String, byte[]> files = new HashMap<>();
        app.path("multimedia_map")
                .propertyNames()
                .forEach(path -> files.put(path.substring("jr://file/".length()), PICTURE));
        if (!files.isEmpty()) {
            HttpResponse<String> sent = send(place, appId, files);
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        }
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.baraza.api.testing.Multipart;
import org.baraza.api.testing.Place;

/** Brings apps in as scripts do. */
final class AppImports {
    private AppImports() {}

    static HttpResponse<String> upload(Place place, String name, String source) {
        return place.client()
                .send(
                        "POST",
                        "/a/" + place.name() + "/apps/api/import_app/",
                        new Multipart()
                                .field("app_name", name)
                                .file(
                                        "app_file",
                                        "app.json",
                                        "application/json",
                                        source.getBytes(StandardCharsets.UTF_8))
                                .bytes(),
                        "Content-Type",
                        Multipart.TYPE,
                        "Authorization",
                        place.authorization());
    }

    /** The id of the app that came in. */
    static String imported(Place place, String name, String source) {
        HttpResponse<String> answer = upload(place, name, source);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).path("success").asBoolean()).isTrue();
        return json(answer).path("app_id").asString();
    }
}

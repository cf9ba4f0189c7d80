// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.isolation;

import java.net.http.HttpResponse;

/** What a probe heard. */
record Answer(int status, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    /** With what was asked for taken out, and what is made afresh each time. */
    Answer without(String project, String id) {
        return new Answer(
                status,
                body.replace(id, "ID")
                        .replace(project, "PROJECT")
                        .replaceAll("[0-9a-f]{32}", "MADE")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME"));
    }

    boolean isGood() {
        return status >= 200 && status < 300 && !body.contains("\"errors\":[{") && !body.contains("\"userErrors\":[{");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Multipart;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The requests of OpenFn's adaptor for CommCare (REST data API, section 15): without a slash at the end, JSON as the type of
 * everything, and a body that is read as JSON wherever the answer says so.
 */
record OpenFn(Client client, String project, String authorization) {

    /** Goes through all pages; gives the objects of all of them. */
    List<JsonNode> get(String path, String parameters) {
        List<JsonNode> all = new ArrayList<>();
        int offset = 0;
        int limit = 0;
        while (true) {
            String page = limit == 0 ? "" : "&offset=" + offset + "&limit=" + limit;
            JsonNode body = parsed(sent("GET", "/a/" + project + "/api/v0.5/" + path + "?" + parameters + page, ""));
            body.path("objects").forEach(all::add);
            JsonNode meta = body.path("meta");
            if (meta.path("next").isMissingNode() || meta.path("next").isNull()) {
                return all;
            }
            assertThat(meta.path("offset").isNumber() && meta.path("limit").isNumber())
                    .isTrue();
            limit = meta.path("limit").asInt();
            offset = meta.path("offset").asInt() + limit;
        }
    }

    JsonNode post(String path, Object data) {
        String body = JsonMapper.shared().writeValueAsString(data);
        return parsed(sent("POST", "/a/" + project + "/api/v0.5/" + path, body));
    }

    /** {@code http.request}: a path of today's API; lists go as text that was JSON already. */
    JsonNode request(String method, String path, String body) {
        return parsed(sent(method, "/a/" + project + "/api/" + path, body));
    }

    /** {@code submit}: a form, whose answer is read as text. */
    HttpResponse<String> submit(String app, String xml) {
        return client.send(
                "POST",
                "/a/" + project + "/receiver/" + app + "/",
                xml.getBytes(UTF_8),
                "content-type",
                "text/xml",
                "Authorization",
                authorization);
    }

    /** {@code bulk('case-data')}: a workbook. */
    JsonNode bulk(String path, Multipart parts) {
        HttpResponse<String> answer = client.send(
                "POST",
                "/a/" + project + path,
                parts.bytes(),
                "Content-Type",
                Multipart.TYPE,
                "Authorization",
                authorization);
        return parsed(answer);
    }

    private HttpResponse<String> sent(String method, String path, String body) {
        return client.send(
                method, path, body.getBytes(UTF_8), "Content-Type", "application/json", "Authorization", authorization);
    }

    /** It follows one redirect and loses the body on the way, so there must be none. */
    private static JsonNode parsed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        boolean typed = !header(answer, "Content-Type").isEmpty();
        boolean empty = header(answer, "Content-Length").equals("0");
        assertThat(typed && !empty && answer.body().isEmpty())
                .as("an answer without a body says so")
                .isFalse();
        return typed && !empty ? json(answer) : MissingNode.getInstance();
    }
}

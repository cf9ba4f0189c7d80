// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Contract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses our own REST API, where every answer is one that the document has. */
final class OwnApi {
    static final String PROJECTS = "/api/v1/projects";
    static final String PROJECT = PROJECTS + "/{project}";

    private final Contract contract = new Contract();
    private final Client client;
    private final String authorization;

    OwnApi(Client client, String authorization) {
        this.client = client;
        this.authorization = authorization;
    }

    /** @param path behind {@code /api/v1/projects} */
    HttpResponse<String> send(String method, String pattern, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", authorization));
        var answer = client.send(method.toUpperCase(Locale.ROOT), PROJECTS + path, body, all.toArray(String[]::new));
        contract.holds(method, pattern, answer);
        if (method.equals("get")
                && headers.length == 0
                && !header(answer, "ETag").isEmpty()) {
            isNotSentAgain(pattern, path, header(answer, "ETag"));
        }
        return answer;
    }

    /** What somebody has already is not sent again, unless it changed meanwhile. */
    private void isNotSentAgain(String pattern, String path, String tag) {
        var again = client.get(PROJECTS + path, "Authorization", authorization, "If-None-Match", tag);
        contract.holds("get", pattern, again);
        assertThat(again.statusCode()).isEqualTo(header(again, "ETag").equals(tag) ? 304 : 200);
    }

    /** What an answer of that status says. */
    JsonNode send(int status, String method, String pattern, String path, String body, String... headers) {
        var answer = send(method, pattern, path, body, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? JsonMapper.shared().createObjectNode() : json(answer);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The GraphQL API over HTTP, as somebody. */
public record GraphQl(Client client, String authorization) {

    /** The data of an answer without errors. */
    public JsonNode ask(String document, Map<String, ?> variables) {
        HttpResponse<String> answer = post(document, variables);
        JsonNode json = Client.json(answer);
        assertThat(json.has("errors")).as(answer.body()).isFalse();
        return json.path("data");
    }

    public HttpResponse<String> post(String document, Map<String, ?> variables) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("query", document, "variables", variables));
        return client.post("/graphql", body, "Authorization", authorization);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.cookie;
import static org.baraza.api.testing.Client.header;
import static org.baraza.api.testing.Client.json;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.baraza.api.testing.Client;
import org.baraza.api.testing.Server;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A browser in which somebody is signed in to the web client, and answers as its consent page does. */
record Browser(Client client, String session) {

    static Browser of(Client client, String email) {
        HttpResponse<String> answer = client.post(
                "/session",
                JsonMapper.shared().writeValueAsString(Map.of("username", email, "password", Server.PASSWORD)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new Browser(client, cookie(answer, "BARAZA_SESSION"));
    }

    HttpResponse<String> open(String address) {
        URI uri = URI.create(address);
        String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        return client.get(path, "Cookie", "BARAZA_SESSION=" + session, "Accept", "text/html");
    }

    /** What she says to a question; the address to which she goes then. */
    String answer(String consentPage, String... scopes) {
        Map<String, String> asked = query(consentPage);
        StringBuilder form = new StringBuilder(
                "client_id=" + asked.get("client_id") + "&state=" + encoded(asked.getOrDefault("state", "")));
        for (String scope : scopes) {
            form.append("&scope=").append(encoded(scope));
        }
        return json(post(form.toString())).path("location").asString();
    }

    String deny(String consentPage) {
        Map<String, String> asked = query(consentPage);
        return json(post("client_id=" + asked.get("client_id") + "&state=" + encoded(asked.getOrDefault("state", ""))
                        + "&deny=true"))
                .path("location")
                .asString();
    }

    HttpResponse<String> post(String form) {
        return client.send(
                "POST",
                "/oauth/authorize/",
                form.getBytes(StandardCharsets.UTF_8),
                "Cookie",
                "BARAZA_SESSION=" + session,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "application/json");
    }

    /** Opens the address, and agrees to all if she is asked; where she goes then. */
    String agree(String address, String... scopes) {
        HttpResponse<String> answer = open(address);
        String location = header(answer, "Location");
        return location.contains("/app/oauth/consent") ? answer(location, scopes) : location;
    }

    static Map<String, String> query(String address) {
        return UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> java.net.URLDecoder.decode(
                                entry.getValue() == null ? "" : entry.getValue(), StandardCharsets.UTF_8)));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

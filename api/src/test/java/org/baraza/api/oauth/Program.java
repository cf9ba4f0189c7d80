// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.json;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.api.testing.Client;
import org.baraza.oauth.NewApplication;
import tools.jackson.databind.JsonNode;

/** A program of somebody else's, written from the protocol alone. */
record Program(Client client, String clientId, Optional<String> secret) {
    static final String BACK = "https://app.example.org/back";
    static final String VERIFIER = "a-verifier-that-is-long-enough-for-anybody-who-counts-43";

    static Program of(Client client, NewApplication made) {
        return new Program(client, made.application().clientId(), made.secret());
    }

    /** Where it sends its user. */
    String address(String scopes, Map<String, String> more) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", BACK);
        parameters.put("scope", scopes);
        parameters.put("state", "its own state");
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(more);
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                pairs.add(name + "=" + Browser.encoded(value));
            }
        });
        return "/oauth/authorize/?" + String.join("&", pairs);
    }

    String address(String scopes) {
        return address(scopes, Map.of());
    }

    /** What it gets for the code in the address to which its user came back. */
    HttpResponse<String> exchange(String back, String verifier) {
        return token(
                "grant_type",
                "authorization_code",
                "code",
                Browser.query(back).getOrDefault("code", "none"),
                "redirect_uri",
                BACK,
                "code_verifier",
                verifier);
    }

    HttpResponse<String> refresh(String refreshToken, String... more) {
        List<String> parameters =
                new ArrayList<>(List.of("grant_type", "refresh_token", "refresh_token", refreshToken));
        parameters.addAll(List.of(more));
        return token(parameters.toArray(String[]::new));
    }

    HttpResponse<String> token(String... parameters) {
        return post("/oauth/token/", parameters);
    }

    HttpResponse<String> post(String path, String... parameters) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(parameters[i] + "=" + Browser.encoded(parameters[i + 1]));
        }
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        if (secret.isPresent()) {
            headers.addAll(List.of("Authorization", Client.basic(clientId, secret.get())));
        } else {
            pairs.add("client_id=" + clientId);
        }
        return client.send(
                "POST", path, String.join("&", pairs).getBytes(StandardCharsets.UTF_8), headers.toArray(String[]::new));
    }

    /** Tokens for whoever sits at the browser, who agrees to everything. */
    JsonNode tokens(Browser browser, String scopes) {
        HttpResponse<String> answer = exchange(browser.agree(address(scopes), scopes.split(" ")), VERIFIER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    Program withSecret(String other) {
        return new Program(client, clientId, Optional.of(other));
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

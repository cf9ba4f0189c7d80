// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import tools.jackson.databind.json.JsonMapper;

/** An authorization request as it is kept, with all that it said. */
record Asked(
        String uri,
        String clientId,
        @Nullable String redirectUri,
        @Nullable String state,
        Set<String> scopes,
        Map<String, Object> more) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Asked of(OAuth2AuthorizationRequest request) {
        return new Asked(
                request.getAuthorizationUri(),
                request.getClientId(),
                request.getRedirectUri(),
                request.getState(),
                new TreeSet<>(request.getScopes()),
                request.getAdditionalParameters());
    }

    static Asked read(String json) {
        return JSON.readValue(json, Asked.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    OAuth2AuthorizationRequest request() {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(uri)
                .clientId(clientId)
                .redirectUri(redirectUri)
                .state(state)
                .scopes(scopes)
                .additionalParameters(more)
                .build();
    }
}

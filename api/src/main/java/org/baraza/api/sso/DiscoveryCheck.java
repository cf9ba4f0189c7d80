// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import java.net.URI;
import java.util.Optional;
import org.baraza.api.egress.GuardedRequests;
import org.baraza.enterprise.Discovery;
import org.baraza.enterprise.IdentityProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a provider what a sign-in would ask it first. */
@Component
final class DiscoveryCheck implements Discovery {
    private final ProviderMetadata metadata;
    private final RestClient http;

    DiscoveryCheck(ProviderMetadata metadata, GuardedRequests requests) {
        this.metadata = metadata;
        this.http = RestClient.builder().requestFactory(requests.factory()).build();
    }

    @Override
    public Optional<String> fault(IdentityProvider provider) {
        ClientRegistration found;
        try {
            found = metadata.fresh(provider);
        } catch (RuntimeException failure) {
            return Optional.of("Its discovery document cannot be read at " + provider.issuer()
                    + "/.well-known/openid-configuration, or names another issuer.");
        }
        @Nullable String keys = found.getProviderDetails().getJwkSetUri();
        if (keys == null) {
            return Optional.of("Its discovery document names no keys (jwks_uri).");
        }
        try {
            @Nullable String set = http.get().uri(URI.create(keys)).retrieve().body(String.class);
            JsonNode read = JsonMapper.shared().readTree(set == null ? "" : set);
            return read.path("keys").isEmpty() ? Optional.of("It has no keys at " + keys + ".") : Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of("Its keys cannot be read at " + keys + ".");
        }
    }
}

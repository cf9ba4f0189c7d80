// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.baraza.api.egress.GuardedRequests;
import org.baraza.api.wiring.BarazaSettings;
import org.baraza.enterprise.IdentityProvider;
import org.baraza.memory.ShortMemory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** What identity providers say of themselves (OpenID Connect Discovery), remembered for a while. */
@Component
final class ProviderMetadata {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration AWAY = Duration.ofSeconds(15);
    private static final int MOST_REMEMBERED = 1_000;
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> SAID = new ParameterizedTypeReference<>() {};

    private record Version(UUID providerId, Instant changedAt) {}

    private final RestClient http;
    private final String home;
    private final ShortMemory<Version, Map<String, Object>> recent;
    private final ShortMemory<Version, Boolean> away;

    ProviderMetadata(GuardedRequests requests, BarazaSettings settings, Clock clock) {
        this.http = RestClient.builder().requestFactory(requests.factory()).build();
        String address = settings.publicUrl().replaceFirst("/+$", "");
        this.home = address.isEmpty() ? "{baseUrl}" : address;
        this.recent = new ShortMemory<>(clock, REMEMBERED, MOST_REMEMBERED);
        this.away = new ShortMemory<>(clock, AWAY, MOST_REMEMBERED);
    }

    /**
     * What a sign-in needs.
     *
     * @throws RuntimeException when the provider does not answer, or not as one does
     */
    ClientRegistration registration(IdentityProvider provider, String secret) {
        Version version = new Version(provider.providerId(), provider.changedAt());
        return registration(provider, secret, recent.get(version).orElseGet(() -> askedAgain(provider, version)));
    }

    /** Whoever signs in at a provider that was away a moment ago does not wait for it again. */
    private Map<String, Object> askedAgain(IdentityProvider provider, Version version) {
        if (away.get(version).isPresent()) {
            throw new IllegalStateException("it was away a moment ago");
        }
        return asked(provider, version);
    }

    /** As {@link #registration}, asked for now. */
    ClientRegistration fresh(IdentityProvider provider) {
        return registration(provider, "", asked(provider, new Version(provider.providerId(), provider.changedAt())));
    }

    private Map<String, Object> asked(IdentityProvider provider, Version version) {
        try {
            Map<String, Object> said = said(provider);
            recent.put(version, said);
            away.forget(version);
            return said;
        } catch (RuntimeException failure) {
            away.put(version, true);
            throw failure;
        }
    }

    private Map<String, Object> said(IdentityProvider provider) {
        @Nullable
        Map<String, Object> said = http.get()
                .uri(URI.create(provider.issuer().replaceFirst("/+$", "") + DISCOVERY))
                .retrieve()
                .body(SAID);
        if (said == null || !provider.issuer().equals(said.get("issuer"))) {
            throw new IllegalStateException("it calls itself otherwise");
        }
        return said;
    }

    private ClientRegistration registration(IdentityProvider provider, String secret, Map<String, Object> said) {
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(provider.slug())
                .clientName(provider.name())
                .clientId(provider.clientId())
                .clientSecret(secret)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope("openid", "email", "profile")
                .redirectUri(home + "/sso/{registrationId}/oidc/auth/");
        // One that knows several ways of showing the secret is asked the way that all of them know.
        return said.get("token_endpoint_auth_methods_supported") instanceof Iterable<?> methods
                        && holds(methods, ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue())
                ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .build()
                : builder.build();
    }

    private static boolean holds(Iterable<?> values, String wanted) {
        for (Object value : values) {
            if (wanted.equals(value)) {
                return true;
            }
        }
        return false;
    }
}

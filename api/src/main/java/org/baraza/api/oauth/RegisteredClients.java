// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.AUTHORIZATION_CODE;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.CLIENT_CREDENTIALS;
import static org.springframework.security.oauth2.core.AuthorizationGrantType.REFRESH_TOKEN;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.NONE;

import java.time.Duration;
import org.baraza.oauth.Application;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Registered programs as Spring knows them. They are registered elsewhere. */
@Component
final class RegisteredClients implements RegisteredClientRepository {
    /** As CommCare HQ's (spec: OAuth2 provider). */
    private static final Duration ACCESS = Duration.ofSeconds(900);

    private static final Duration REFRESH = Duration.ofDays(15);
    private static final Duration CODE = Duration.ofMinutes(5);

    private final Applications applications;

    RegisteredClients(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("programs are registered by their makers");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return applications.find(clientId).map(this::client).orElse(null);
    }

    private RegisteredClient client(Application application) {
        var client = RegisteredClient.withId(application.clientId())
                .clientId(application.clientId())
                .clientIdIssuedAt(application.createdAt())
                .clientName(application.name())
                .redirectUris(uris -> uris.addAll(application.redirectUris()))
                .scopes(scopes -> scopes.addAll(Scope.wireNames(application.scopes())))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                        .accessTokenTimeToLive(ACCESS)
                        .refreshTokenTimeToLive(REFRESH)
                        .authorizationCodeTimeToLive(CODE)
                        .reuseRefreshTokens(false)
                        .build());
        switch (application.kind()) {
            case CONFIDENTIAL ->
                secret(client, application)
                        .authorizationGrantType(AUTHORIZATION_CODE)
                        .authorizationGrantType(REFRESH_TOKEN);
            case PUBLIC ->
                client.clientAuthenticationMethod(NONE)
                        .authorizationGrantType(AUTHORIZATION_CODE)
                        .authorizationGrantType(REFRESH_TOKEN);
            case SERVICE -> secret(client, application).authorizationGrantType(CLIENT_CREDENTIALS);
        }
        return client.build();
    }

    private RegisteredClient.Builder secret(RegisteredClient.Builder client, Application application) {
        return client.clientSecret(applications.secretHash(application.clientId()))
                .clientAuthenticationMethod(CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(CLIENT_SECRET_POST);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import static org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token.CLAIMS_METADATA_NAME;
import static org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token.INVALIDATED_METADATA_NAME;

import java.security.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.identity.Standing;
import org.baraza.identity.credentials.Secrets;
import org.baraza.oauth.Application;
import org.baraza.oauth.Applications;
import org.baraza.oauth.Grant;
import org.baraza.oauth.Grant.Flow;
import org.baraza.oauth.Grant.Kind;
import org.baraza.oauth.Grant.Secret;
import org.baraza.oauth.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * The two forms of a grant: as it is kept, and as Spring handles it. A secret that is only known by its digest appears to
 * Spring as {@code sha256:…}, which is never compared with what anybody shows: that is always digested first.
 */
@Component
final class GrantForms {
    private static final String VERSION = "org.baraza.version";
    private static final String ONLY_DIGEST = "sha256:";

    private final RegisteredClients clients;
    private final Applications applications;
    private final Grants grants;
    private final Resources resources;

    GrantForms(RegisteredClients clients, Applications applications, Grants grants, Resources resources) {
        this.clients = clients;
        this.applications = applications;
        this.grants = grants;
        this.resources = resources;
    }

    /** Empty when the program is gone. */
    Optional<OAuth2Authorization> authorization(Grant grant, Kind shown, String value) {
        @Nullable RegisteredClient client = clients.findByClientId(grant.clientId());
        return client == null ? Optional.empty() : Optional.of(authorization(client, grant, shown, value));
    }

    private OAuth2Authorization authorization(RegisteredClient client, Grant grant, Kind shown, String value) {
        boolean service = grant.flow() == Flow.CLIENT_CREDENTIALS;
        var made = OAuth2Authorization.withRegisteredClient(client)
                .id(grant.grantId().toString())
                .principalName(service ? grant.clientId() : grant.userId())
                .authorizationGrantType(
                        service ? AuthorizationGrantType.CLIENT_CREDENTIALS : AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(grant.scopes())
                .attribute(VERSION, grant.version())
                .attribute(
                        Principal.class.getName(),
                        new Grantor(grant.userId(), grant.credentialVersion(), grant.signedInAt()));
        grant.request()
                .map(Asked::read)
                .ifPresent(asked -> made.attribute(OAuth2AuthorizationRequest.class.getName(), asked.request()));
        if (shown == Kind.STATE) {
            made.attribute(OAuth2ParameterNames.STATE, value);
        }
        grant.code().ifPresent(code -> {
            String text = shown == Kind.CODE ? value : ONLY_DIGEST + code.hash();
            made.token(
                    new OAuth2AuthorizationCode(text, code.issuedAt(), code.expiresAt()),
                    about -> about.put(INVALIDATED_METADATA_NAME, code.ended()));
        });
        grant.access().ifPresent(access -> {
            String text = shown == Kind.ACCESS ? value : ONLY_DIGEST + access.hash();
            made.token(
                    new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER,
                            text,
                            access.issuedAt(),
                            access.expiresAt(),
                            grant.accessScopes()),
                    about -> {
                        about.put(INVALIDATED_METADATA_NAME, access.ended());
                        about.put(
                                CLAIMS_METADATA_NAME,
                                Map.of(
                                        "sub",
                                        service ? grant.clientId() : grant.userId(),
                                        OAuth2ParameterNames.SCOPE,
                                        grant.accessScopes()));
                    });
            if (grant.scopes().contains(OidcScopes.OPENID)) {
                made.token(new OidcIdToken(
                        ONLY_DIGEST, access.issuedAt(), access.expiresAt(), Map.of("sub", grant.userId())));
            }
        });
        grant.refresh().ifPresent(refresh -> {
            String text = shown == Kind.REFRESH ? value : ONLY_DIGEST + refresh.hash();
            made.token(
                    new OAuth2RefreshToken(text, refresh.issuedAt(), refresh.expiresAt()),
                    about -> about.put(INVALIDATED_METADATA_NAME, refresh.ended()));
        });
        return made.build();
    }

    /** What is to be kept of an authorization. */
    Grant grant(OAuth2Authorization authorization) {
        return AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())
                ? ofService(authorization)
                : ofUser(authorization);
    }

    private Grant ofUser(OAuth2Authorization authorization) {
        if (!(authorization.getAttribute(Principal.class.getName()) instanceof Grantor grantor)) {
            throw new IllegalStateException("nobody granted this");
        }
        Optional<OAuth2AuthorizationRequest> request =
                Optional.ofNullable(authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
        Optional<String> state = Optional.ofNullable(authorization.getAttribute(OAuth2ParameterNames.STATE));
        return new Grant(
                UUID.fromString(authorization.getId()),
                authorization.getRegisteredClientId(),
                grantor.getPrincipal(),
                grantor.credentialVersion(),
                grantor.signedInAt(),
                version(authorization),
                Flow.AUTHORIZATION_CODE,
                authorization.getAuthorizedScopes(),
                request.flatMap(resources::project),
                request.map(Asked::of).map(Asked::json),
                state.map(Secrets::hexDigest),
                secret(authorization.getToken(OAuth2AuthorizationCode.class)),
                secret(authorization.getAccessToken()),
                scopes(authorization),
                secret(authorization.getRefreshToken()));
    }

    /** A service acts for its maker, as she stands now. */
    private Grant ofService(OAuth2Authorization authorization) {
        Application application =
                applications.find(authorization.getRegisteredClientId()).orElseThrow(GrantForms::nobody);
        Standing maker = grants.standing(application.ownerId()).orElseThrow(GrantForms::nobody);
        return new Grant(
                UUID.fromString(authorization.getId()),
                application.clientId(),
                application.ownerId(),
                maker.version(),
                Instant.now(),
                version(authorization),
                Flow.CLIENT_CREDENTIALS,
                authorization.getAuthorizedScopes(),
                application.bond().map(Application.Bond::project),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                secret(authorization.getAccessToken()),
                scopes(authorization),
                Optional.empty());
    }

    /** The maker's account is closed, or the program was deleted a moment ago. */
    private static OAuth2AuthenticationException nobody() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
    }

    private static int version(OAuth2Authorization authorization) {
        return authorization.getAttribute(VERSION) instanceof Integer version ? version : 0;
    }

    private static Set<String> scopes(OAuth2Authorization authorization) {
        OAuth2Authorization.@Nullable Token<OAuth2AccessToken> access = authorization.getAccessToken();
        return access == null ? Set.of() : access.getToken().getScopes();
    }

    private static Optional<Secret> secret(OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
        if (token == null) {
            return Optional.empty();
        }
        @Nullable Instant issuedAt = token.getToken().getIssuedAt();
        @Nullable Instant expiresAt = token.getToken().getExpiresAt();
        return issuedAt == null || expiresAt == null
                ? Optional.empty()
                : Optional.of(
                        new Secret(hash(token.getToken().getTokenValue()), issuedAt, expiresAt, token.isInvalidated()));
    }

    private static String hash(String value) {
        return value.startsWith(ONLY_DIGEST) ? value.substring(ONLY_DIGEST.length()) : Secrets.hexDigest(value);
    }
}

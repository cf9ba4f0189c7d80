// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.time.Instant;
import org.baraza.identity.credentials.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * How tokens are made: those that open something are random and mean nothing (docs/adr), those that tell who somebody is
 * are signed. Programs without a secret get refresh tokens too, because each is good once.
 */
final class TokenMaking {
    private TokenMaking() {}

    static OAuth2TokenGenerator<? extends OAuth2Token> generator(SigningKeySource keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(keys::signing);
        var idTokens = new JwtGenerator(encoder);
        idTokens.setJwtCustomizer(TokenMaking::sayWhenSheSignedIn);
        return new DelegatingOAuth2TokenGenerator(new OAuth2AccessTokenGenerator(), new RefreshTokens(), idTokens);
    }

    private static void sayWhenSheSignedIn(JwtEncodingContext context) {
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())
                && context.getPrincipal() instanceof Grantor grantor) {
            context.getClaims()
                    .claim(IdTokenClaimNames.AUTH_TIME, grantor.signedInAt().getEpochSecond());
        }
    }

    private static final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {
        private final Secrets secrets = new Secrets();

        @Override
        public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
            if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
                return null;
            }
            Instant now = Instant.now();
            return new OAuth2RefreshToken(
                    secrets.token(),
                    now,
                    now.plus(context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive()));
        }
    }
}

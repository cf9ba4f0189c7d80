// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.baraza.oauth.AccessTokens;
import org.baraza.oauth.TokenHolder;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Who asks who the user is. What such a token may tell is decided where it is told. No bean: Spring would ask it first. */
final class BearerCallers implements AuthenticationManager {
    private final AccessTokens tokens;

    BearerCallers(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        String token = ((BearerTokenAuthenticationToken) shown).getToken();
        TokenHolder holder = tokens.holder(token)
                .orElseThrow(() -> new InvalidBearerTokenException("The access token is over, or never was."));
        Instant expires = holder.expiresAt();
        return new BearerTokenAuthentication(
                new DefaultOAuth2AuthenticatedPrincipal(
                        holder.user().userId(), Map.of("sub", holder.user().userId()), List.of()),
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, token, null, expires),
                List.of());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/** A program learns about its own tokens; another's is to it as one that never was. */
final class OwnTokensOnly implements AuthenticationProvider {
    private final AuthenticationProvider inner;

    OwnTokensOnly(AuthenticationProvider inner) {
        this.inner = inner;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        @Nullable Authentication told = inner.authenticate(asked);
        return told instanceof OAuth2TokenIntrospectionAuthenticationToken token
                        && token.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                        && isOfAnother(token, client)
                ? new OAuth2TokenIntrospectionAuthenticationToken(
                        token.getToken(),
                        client,
                        OAuth2TokenIntrospection.builder().build())
                : told;
    }

    private static boolean isOfAnother(
            OAuth2TokenIntrospectionAuthenticationToken token, OAuth2ClientAuthenticationToken client) {
        return token.getTokenClaims().isActive()
                && !String.valueOf(client.getPrincipal())
                        .equals(token.getTokenClaims().getClientId());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return inner.supports(authentication);
    }
}

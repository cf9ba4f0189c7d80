// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;

/** A service that asks for no scope in particular gets all that it was registered with (RFC 6749, section 3.3). */
final class AllScopes implements AuthenticationProvider {
    private final OAuth2ClientCredentialsAuthenticationProvider inner;

    AllScopes(OAuth2ClientCredentialsAuthenticationProvider inner) {
        this.inner = inner;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        return inner.authenticate(
                asked instanceof OAuth2ClientCredentialsAuthenticationToken token
                                && token.getScopes().isEmpty()
                        ? withAll(token)
                        : asked);
    }

    private static Authentication withAll(OAuth2ClientCredentialsAuthenticationToken asked) {
        return asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                        && client.getRegisteredClient() != null
                ? new OAuth2ClientCredentialsAuthenticationToken(
                        client, client.getRegisteredClient().getScopes(), asked.getAdditionalParameters())
                : asked;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return inner.supports(authentication);
    }
}

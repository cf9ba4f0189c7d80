// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.util.Set;
import java.util.function.Function;
import org.baraza.identity.WebProfile;
import org.baraza.identity.WebUsers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;

/** What a program learns about the user, by the scopes that she agreed to (OpenID Connect Core, section 5.4). */
final class UserInfo implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {
    private final WebUsers users;

    UserInfo(WebUsers users) {
        this.users = users;
    }

    @Override
    public OidcUserInfo apply(OidcUserInfoAuthenticationContext context) {
        WebProfile user = users.profile(context.getAuthorization().getPrincipalName())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
        Set<String> scopes = context.getAccessToken().getScopes();
        OidcUserInfo.Builder told = OidcUserInfo.builder().subject(user.userId());
        if (scopes.contains(OidcScopes.PROFILE)) {
            String name = (user.firstName() + " " + user.lastName()).strip();
            told.name(name.isEmpty() ? user.username() : name)
                    .givenName(user.firstName())
                    .familyName(user.lastName())
                    .preferredUsername(user.username());
        }
        if (scopes.contains(OidcScopes.EMAIL)) {
            told.email(user.username());
        }
        return told.build();
    }
}

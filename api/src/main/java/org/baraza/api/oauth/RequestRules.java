// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.util.function.Consumer;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** What a request must say besides what Spring demands: some scope, and no resource that does not exist here. */
final class RequestRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {
    private final Resources resources;

    RequestRules(Resources resources) {
        this.resources = resources;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        if (request.getScopes().isEmpty()) {
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "Say which scopes are wanted.", request);
        }
        Object resource = request.getAdditionalParameters().get(Resources.PARAMETER);
        if (resource != null
                && !(resource instanceof String text && resources.project(text).isPresent())) {
            throw refused("invalid_target", "The resource is no project of this server.", request);
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            String code, String reason, OAuth2AuthorizationCodeRequestAuthenticationToken request) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code, reason, null), request);
    }
}

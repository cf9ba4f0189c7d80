// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.util.Optional;
import org.baraza.oauth.Grant;
import org.baraza.oauth.Grant.Kind;
import org.baraza.oauth.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Grants as Spring knows them. */
@Component
final class Authorizations implements OAuth2AuthorizationService {
    private final Grants grants;
    private final GrantForms forms;

    Authorizations(Grants grants, GrantForms forms) {
        this.grants = grants;
        this.forms = forms;
    }

    /** Whoever uses a secret that somebody else used meanwhile gets nothing, and neither does the other any more. */
    @Override
    public void save(OAuth2Authorization authorization) {
        if (!grants.keep(forms.grant(authorization))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        grants.remove(forms.grant(authorization));
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        throw new UnsupportedOperationException("a grant is found by what is shown");
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type == null) {
            return find(token, Kind.ACCESS).or(() -> find(token, Kind.REFRESH)).orElse(null);
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.STATE -> find(token, Kind.STATE).orElse(null);
            case OAuth2ParameterNames.CODE -> find(token, Kind.CODE).orElse(null);
            case OAuth2ParameterNames.ACCESS_TOKEN -> find(token, Kind.ACCESS).orElse(null);
            case OAuth2ParameterNames.REFRESH_TOKEN -> find(token, Kind.REFRESH).orElse(null);
            default -> null;
        };
    }

    private Optional<OAuth2Authorization> find(String token, Kind kind) {
        Optional<Grant> found = grants.find(kind, token);
        return found.flatMap(grant -> forms.authorization(grant, kind, token));
    }
}

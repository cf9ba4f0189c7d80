// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import org.baraza.oauth.Consents;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** What users agreed to, as Spring knows it. */
@Component
final class ConsentRecords implements OAuth2AuthorizationConsentService {
    private final Consents consents;

    ConsentRecords(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        consents.agree(consent.getPrincipalName(), consent.getRegisteredClientId(), consent.getScopes());
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        consents.withdraw(consent.getPrincipalName(), consent.getRegisteredClientId());
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String clientId, String userId) {
        return consents.scopes(userId, clientId)
                .map(scopes -> {
                    var consent = OAuth2AuthorizationConsent.withId(clientId, userId);
                    scopes.forEach(consent::scope);
                    return consent.build();
                })
                .orElse(null);
    }
}

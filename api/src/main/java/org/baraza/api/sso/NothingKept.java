// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Nothing is asked of a provider after somebody signed in, so none of its tokens is kept. */
final class NothingKept implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String slug, Authentication who, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response) {
        // There is no further use for it.
    }

    @Override
    public void removeAuthorizedClient(
            String slug, Authentication who, HttpServletRequest request, HttpServletResponse response) {
        // There is none.
    }
}

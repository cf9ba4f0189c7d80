// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What is asked of a provider: an authorization code for openid, with a state, a nonce and a proof of possession (RFC 7636),
 * and for whom, if the sign-in page knows it.
 */
final class Questions implements OAuth2AuthorizationRequestResolver {
    private static final int LONGEST = 2_000;

    private final Registrations registrations;
    private final DefaultOAuth2AuthorizationRequestResolver usual;

    Questions(Registrations registrations) {
        this.registrations = registrations;
        usual = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/sso");
        usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return SignOnPath.of(request)
                .filter(path -> path.step() == SignOnPath.Step.LOGIN)
                .flatMap(path -> question(request, path.slug()))
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String slug) {
        return question(request, slug).orElse(null);
    }

    private Optional<OAuth2AuthorizationRequest> question(HttpServletRequest request, String slug) {
        // Spring throws where there is no such provider, which is a page of plain words here.
        return registrations.find(slug).map(_ -> usual.resolve(request, slug)).map(asked -> {
            var more = OAuth2AuthorizationRequest.from(asked);
            given(request, "username")
                    .ifPresent(name -> more.additionalParameters(parameters -> parameters.put("login_hint", name)));
            given(request, OngoingSignOn.NEXT)
                    .ifPresent(next -> more.attributes(attributes -> attributes.put(OngoingSignOn.NEXT, next)));
            return more.build();
        });
    }

    private static Optional<String> given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(value -> !value.isBlank() && value.length() <= LONGEST);
    }
}

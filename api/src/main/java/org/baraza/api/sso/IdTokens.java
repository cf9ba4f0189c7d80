// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.sso;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.baraza.api.egress.GuardedRequests;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Reads what a provider signed about somebody: by its keys, with signatures that need them, for this server, now (OpenID
 * Connect Core, section 3.1.3.7).
 */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(
            SignatureAlgorithm.RS256,
            SignatureAlgorithm.RS384,
            SignatureAlgorithm.RS512,
            SignatureAlgorithm.PS256,
            SignatureAlgorithm.PS384,
            SignatureAlgorithm.PS512,
            SignatureAlgorithm.ES256,
            SignatureAlgorithm.ES384,
            SignatureAlgorithm.ES512);

    private final RestTemplate http;

    IdTokens(GuardedRequests requests) {
        http = new RestTemplate(requests.factory());
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        OidcIdTokenValidator rules = new OidcIdTokenValidator(registration);
        rules.setClockSkew(SKEW);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri(), "a provider has keys"))
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .restOperations(http)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(SKEW), rules));
        return decoder;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.baraza.identity.credentials.Secrets;
import org.baraza.oauth.Applications;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Lets programs in by their secret; wrong ones lock a program out as wrong passwords lock a person out. */
final class GuardedSecrets implements AuthenticationProvider {
    private final ClientSecretAuthenticationProvider inner;
    private final Applications applications;

    GuardedSecrets(ClientSecretAuthenticationProvider inner, Applications applications) {
        inner.setPasswordEncoder(new DigestComparison());
        this.inner = inner;
        this.applications = applications;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication shown) {
        String clientId = String.valueOf(shown.getPrincipal());
        if (shown.getCredentials() == null) {
            return inner.authenticate(shown);
        }
        applications.lockLeft(clientId).ifPresent(left -> {
            throw new LockedClient(left);
        });
        try {
            @Nullable Authentication known = inner.authenticate(shown);
            Optional.ofNullable(known).ifPresent(_ -> applications.succeeded(clientId));
            return known;
        } catch (OAuth2AuthenticationException refused) {
            // A wrong code verifier is another thing: whoever showed it knew the secret.
            if (OAuth2ErrorCodes.INVALID_CLIENT.equals(refused.getError().getErrorCode())) {
                applications.failed(clientId);
            }
            throw refused;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Secrets are long and random, so that a fast digest is enough to keep them. */
    private static final class DigestComparison implements PasswordEncoder {
        @Override
        public @Nullable String encode(@Nullable CharSequence secret) {
            return secret == null ? null : Secrets.hexDigest(secret.toString());
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String kept) {
            return secret != null
                    && kept != null
                    && MessageDigest.isEqual(
                            Secrets.hexDigest(secret.toString()).getBytes(StandardCharsets.US_ASCII),
                            kept.getBytes(StandardCharsets.US_ASCII));
        }
    }
}

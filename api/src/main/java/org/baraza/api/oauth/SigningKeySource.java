// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.baraza.oauth.SigningKey;
import org.baraza.oauth.SigningKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The signing keys as JSON web keys; their private parts leave nowhere. */
@Component
final class SigningKeySource implements JWKSource<SecurityContext> {
    private final SigningKeys keys;

    SigningKeySource(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(
                new JWKSet(keys.published().stream().map(SigningKeySource::jwk).toList()));
    }

    /** Of several that fit, the one whose turn it is. */
    JWK signing(List<JWK> fitting) {
        String current = keys.current().keyId();
        return fitting.stream()
                .filter(key -> key.getKeyID().equals(current))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no key to sign with"));
    }

    private static JWK jwk(SigningKey key) {
        return new RSAKey.Builder(key.publicKey())
                .privateKey(key.privateKey())
                .keyID(key.keyId())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.oauth;

import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** A web user who is asked, or was, whether a program may act for her. */
final class Grantor extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;
    private static final String FACTOR = "FACTOR_PASSWORD";

    private final String userId;
    private final int credentialVersion;
    private final Instant signedInAt;

    Grantor(String userId, int credentialVersion, Instant signedInAt) {
        super(List.of(FactorGrantedAuthority.withAuthority(FACTOR)
                .issuedAt(signedInAt)
                .build()));
        this.userId = userId;
        this.credentialVersion = credentialVersion;
        this.signedInAt = signedInAt;
        setAuthenticated(true);
    }

    int credentialVersion() {
        return credentialVersion;
    }

    Instant signedInAt() {
        return signedInAt;
    }

    @Override
    public String getPrincipal() {
        return userId;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return userId;
    }
}

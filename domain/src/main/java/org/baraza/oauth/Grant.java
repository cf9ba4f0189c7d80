// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * What one program was granted at one time, from the request until its last token is over: one family of tokens, of which
 * at most one of each kind is good.
 *
 * @param userId for whom the program acts; a service acts for its maker
 * @param credentialVersion of her account when she granted it
 * @param signedInAt when she proved who she is
 * @param version 0 for one that was not kept yet; raised with every change
 * @param scopes what was granted, which is nothing before she agreed
 * @param onlyProject the project that the program asked for; empty for all of hers
 * @param request the request as it came, in JSON; empty for a service
 * @param stateHash of the secret that joins the question to her answer, while she is asked
 * @param accessScopes of the access token: what was granted, or less
 */
public record Grant(
        UUID grantId,
        String clientId,
        String userId,
        int credentialVersion,
        Instant signedInAt,
        int version,
        Flow flow,
        Set<String> scopes,
        Optional<ProjectId> onlyProject,
        Optional<String> request,
        Optional<String> stateHash,
        Optional<Secret> code,
        Optional<Secret> access,
        Set<String> accessScopes,
        Optional<Secret> refresh) {

    public Grant {
        scopes = Set.copyOf(scopes);
        accessScopes = Set.copyOf(accessScopes);
    }

    /** How it came about. */
    public enum Flow {
        AUTHORIZATION_CODE,
        CLIENT_CREDENTIALS
    }

    /** Which of its secrets somebody shows. */
    public enum Kind {
        STATE,
        CODE,
        ACCESS,
        REFRESH
    }

    /**
     * A code or token, of which only the digest is known.
     *
     * @param hash SHA-256 in hexadecimal
     * @param ended whether it was used up or revoked
     */
    public record Secret(String hash, Instant issuedAt, Instant expiresAt, boolean ended) {}

    /** The last moment at which anything in it may be good. */
    Optional<Instant> lastExpiry() {
        return Stream.of(code, access, refresh)
                .flatMap(Optional::stream)
                .map(Secret::expiresAt)
                .max(Instant::compareTo);
    }

    @Override
    public String toString() {
        return "Grant[" + grantId + "]";
    }
}

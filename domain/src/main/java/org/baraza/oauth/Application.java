// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;

/**
 * A program that was registered with this server.
 *
 * @param ownerId the web user who registered it
 * @param redirectUris where users are sent back to, letter by letter; none for a service
 * @param scopes the most that it may ask for
 * @param bond what a service is bound to; empty for others
 * @param secretMadeAt empty for a program that cannot keep a secret
 */
public record Application(
        String clientId,
        String ownerId,
        Kind kind,
        String name,
        List<String> redirectUris,
        Set<Scope> scopes,
        Optional<Bond> bond,
        Instant createdAt,
        Optional<Instant> secretMadeAt) {

    public Application {
        redirectUris = List.copyOf(redirectUris);
        scopes = Set.copyOf(scopes);
    }

    /** How far it can be trusted with a secret, and for whom it acts. */
    public enum Kind {
        /** Runs on a server of its maker, and acts for the users who let it. */
        CONFIDENTIAL,
        /** Runs in a browser or on a phone, where a secret would not be one, and acts for the users who let it. */
        PUBLIC,
        /** Acts for itself, in one project. */
        SERVICE
    }

    /** The project in which a service acts, and the role beyond which it may do nothing. */
    public record Bond(ProjectId project, UUID roleId) {}

    public boolean isService() {
        return kind == Kind.SERVICE;
    }
}

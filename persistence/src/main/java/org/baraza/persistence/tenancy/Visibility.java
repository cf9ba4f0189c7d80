// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * What a transaction may see: the settings that the policies of the database compare rows with. An empty visibility
 * sees no tenant's row and no person's.
 *
 * @param settings names and values of transaction-local settings
 */
public record Visibility(SequencedMap<String, String> settings) {

    /** Rows of one project. */
    public static Visibility project(ProjectId project) {
        return of("baraza.project", project.toString());
    }

    /** The project space of that name, and nothing in it. */
    public static Visibility projectNamed(String name) {
        return of("baraza.project_name", name);
    }

    /** What belongs to one web user: the account, its keys, sessions and memberships. */
    public static Visibility user(String userId) {
        return of("baraza.user", userId);
    }

    /** The account with that login name, for the time of signing in. */
    public static Visibility login(String username) {
        return of("baraza.login", username);
    }

    /** The session with that token hash. */
    public static Visibility session(String tokenHashHex) {
        return of("baraza.session", tokenHashHex);
    }

    /** The program registered under that id. */
    public static Visibility client(String clientId) {
        return of("baraza.client", clientId);
    }

    /** What was granted to whoever holds the token with that hash. */
    public static Visibility token(String tokenHashHex) {
        return of("baraza.token", tokenHashHex);
    }

    /** What belongs to nobody but a part of the server itself. */
    public static Visibility server(String part) {
        return of("baraza.server", part);
    }

    /** What belongs to one enterprise account, for whoever administers it. */
    public static Visibility account(UUID accountId) {
        return of("baraza.account", accountId.toString());
    }

    /** The identity provider whose addresses have that name in them. */
    public static Visibility provider(String slug) {
        return of("baraza.provider", slug);
    }

    /** Who vouches for the people of an e-mail domain. */
    public static Visibility emailDomain(String domain) {
        return of("baraza.email_domain", domain);
    }

    /** The sessions that an identity provider brought about. */
    public static Visibility vouching(UUID providerId) {
        return of("baraza.vouching", providerId.toString());
    }

    /** Everything that either of the two sees. */
    public Visibility and(Visibility other) {
        SequencedMap<String, String> both = new LinkedHashMap<>(settings);
        both.putAll(other.settings);
        return new Visibility(both);
    }

    private static Visibility of(String setting, String value) {
        return new Visibility(new LinkedHashMap<>(Map.of(setting, value)));
    }
}

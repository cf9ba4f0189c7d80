// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What somebody wants a program to be.
 *
 * @param scopes by their names
 * @param project name of the project that a service acts in; empty for others
 * @param roleId role of a service; empty for others
 */
public record ApplicationWish(
        Application.Kind kind,
        String name,
        List<String> redirectUris,
        Set<String> scopes,
        Optional<String> project,
        Optional<UUID> roleId) {
    public ApplicationWish {
        redirectUris = redirectUris.stream()
                .map(String::strip)
                .filter(uri -> !uri.isEmpty())
                .distinct()
                .toList();
        scopes = Set.copyOf(scopes);
    }
}

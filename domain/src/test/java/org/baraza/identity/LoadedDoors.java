// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baraza.identity.DigestSecrets.Owner;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.vault.Vault;

/** For test support that writes people into a database: what only this package knows of them. */
public final class LoadedDoors {
    private LoadedDoors() {}

    /** The roles that every project starts with, by name. */
    public static Map<String, List<String>> firstRoles() {
        return Arrays.stream(DefaultRole.values())
                .collect(Collectors.toMap(DefaultRole::title, role -> wireNames(role)));
    }

    private static List<String> wireNames(DefaultRole role) {
        return role.permissions().stream().map(Permission::wireName).sorted().toList();
    }

    /** What Digest is checked against, for each way in which somebody may write her name. */
    public static byte[] digest(Vault vault, ProjectId project, String projectName, Actor actor, String password) {
        return DigestSecrets.sealed(
                vault,
                new Owner(project, actor.userId()),
                projectName,
                DigestSecrets.names(actor, projectName),
                password);
    }
}

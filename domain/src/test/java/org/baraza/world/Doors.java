// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.baraza.identity.Actor;
import org.baraza.identity.LoadedDoors;
import org.baraza.identity.Permission;
import org.baraza.identity.credentials.Passwords;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.vault.Vault;
import org.baraza.world.WorldFile.Membership;
import org.baraza.world.WorldFile.WebUser;
import org.baraza.world.WorldFile.Worker;
import org.jspecify.annotations.Nullable;

/** Writes who gets into the projects of a world and with what: accounts, roles, members, mobile workers, Digest. */
final class Doors {
    /** What a project has of it. */
    static final Set<String> TABLES = Set.of(
            "identity.role",
            "identity.membership",
            "identity.mobile_worker",
            "identity.project_security",
            "identity.digest_secret");

    private static final String WORKER_HOST = ".commcarehq.org";

    private final Sql sql;
    private final WorldFile world;
    private final Optional<Vault> vault;
    private final Map<String, String> hashes;
    private final Map<String, Integer> versions = new LinkedHashMap<>();

    Doors(Sql sql, WorldFile world, Optional<Vault> vault) {
        this.sql = sql;
        this.world = world;
        this.vault = vault;
        Passwords passwords = new Passwords();
        Map<String, String> known = new LinkedHashMap<>();
        world.webUsers().forEach(user -> known.put(user.id(), user.password()));
        world.mobileWorkers().forEach(worker -> known.put(worker.id(), worker.password()));
        // hashing is most of what a load costs, and two go at once
        hashes = known.entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> passwords.hash(entry.getValue())));
    }

    void writeAccounts() {
        Accounts accounts = new Accounts(sql);
        for (WebUser user : world.webUsers()) {
            versions.put(user.id(), accounts.write(user, hash(user.id())));
        }
    }

    /** Versions of credentials go up, so that no password that was right before is remembered. */
    void rememberVersions(ProjectRow project) {
        sql.rows(
                        row -> Map.entry(row.getString(1), row.getInt(2)),
                        "select user_id, credential_version from identity.mobile_worker where project_id = ?",
                        project.id())
                .forEach(known -> versions.put(known.getKey(), known.getValue()));
    }

    /** Into a project that has nothing of it yet. */
    void write(ProjectRow project) {
        sql.run("insert into identity.project_security (project_id, digest_allowed) values (?, true)", project.id());
        Map<String, UUID> roles = writeRoles(project);
        for (WebUser user : world.webUsers()) {
            Membership membership = user.domains().get(project.name());
            if (membership != null) {
                writeMember(project, user, membership.isAdmin() ? null : role(roles, project, membership.role()));
            }
        }
        world.mobileWorkers().stream()
                .filter(worker -> worker.domain().equals(project.name()))
                .forEach(worker -> writeWorker(project, worker, role(roles, project, worker.role())));
    }

    private Map<String, UUID> writeRoles(ProjectRow project) {
        Map<String, List<String>> wanted = new LinkedHashMap<>(LoadedDoors.firstRoles());
        world.roles().stream()
                .filter(role -> role.domain().equals(project.name()))
                .forEach(role -> wanted.put(role.name(), role.permissions()));
        Map<String, UUID> written = new LinkedHashMap<>();
        wanted.forEach((name, permissions) -> {
            permissions.forEach(Doors::requireKnown);
            written.put(
                    name,
                    sql.first(
                                    row -> row.getObject(1, UUID.class),
                                    "insert into identity.role (project_id, name, permissions) values (?, ?, ?) returning role_id",
                                    project.id(),
                                    name,
                                    sql.texts(permissions))
                            .orElseThrow());
        });
        return written;
    }

    private static void requireKnown(String permission) {
        if (Permission.ofWireName(permission).isEmpty()) {
            throw new WorldRefused("There is no permission " + permission + ".");
        }
    }

    private static UUID role(Map<String, UUID> roles, ProjectRow project, @Nullable String name) {
        return Optional.ofNullable(name)
                .map(roles::get)
                .orElseThrow(() -> new WorldRefused("There is no role " + name + " in " + project.name() + "."));
    }

    private void writeMember(ProjectRow project, WebUser user, @Nullable UUID role) {
        sql.run(
                "insert into identity.membership (project_id, user_id, role_id) values (?, ?, ?)",
                project.id(),
                user.id(),
                role);
        allowDigest(
                project,
                new Actor.WebUser(user.id(), user.username(), false, Optional.empty()),
                versions.getOrDefault(user.id(), 1),
                user.password());
    }

    private void writeWorker(ProjectRow project, Worker worker, UUID role) {
        String host = "@" + project.name() + WORKER_HOST;
        if (!worker.username().endsWith(host)) {
            throw new WorldRefused("The name of " + worker.username() + " does not end in " + host + ".");
        }
        String bare = worker.username().substring(0, worker.username().length() - host.length());
        int version = versions.getOrDefault(worker.id(), 0) + 1;
        sql.run(
                """
                insert into identity.mobile_worker (
                    project_id, user_id, username, first_name, last_name, email, phone_numbers, user_data, role_id,
                    password_hash, credential_version, active, created_by)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, 'world')""",
                project.id(),
                worker.id(),
                bare,
                worker.firstName(),
                worker.lastName(),
                worker.email(),
                sql.texts(worker.phoneNumbers()),
                Sql.json(worker.userData()),
                role,
                hash(worker.id()),
                version,
                worker.isActive());
        allowDigest(
                project,
                new Actor.MobileWorker(worker.id(), bare, new ProjectId(project.id())),
                version,
                worker.password());
    }

    /** Without the key of the running server, Digest is learned when the password is first used otherwise. */
    private void allowDigest(ProjectRow project, Actor actor, int version, String password) {
        vault.ifPresent(key -> sql.run(
                """
                insert into identity.digest_secret (project_id, user_id, credential_version, sealed_secrets)
                values (?, ?, ?, ?)""",
                project.id(),
                actor.userId(),
                version,
                LoadedDoors.digest(key, new ProjectId(project.id()), project.name(), actor, password)));
    }

    private String hash(String userId) {
        return Optional.ofNullable(hashes.get(userId)).orElseThrow();
    }
}

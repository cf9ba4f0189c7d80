// SPDX-License-Identifier: Apache-2.0
package org.baraza.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.baraza.persistence.postgres.ConnectionSettings;
import org.baraza.persistence.postgres.Login;
import org.baraza.vault.Vault;
import org.baraza.world.Sql.SqlFailed;
import org.baraza.world.WorldFile.Domain;

/** Loads worlds afresh into a database, as its owner, and returns when every node that runs on it sees them. */
public final class WorldLoader {
    /** Raised when a load writes something else of the same file. */
    private static final String FORMAT = "1";

    /** Nodes remember who gets in for up to four seconds. */
    private static final Duration REMEMBERED = Duration.ofMillis(4_100);

    /** Any number that nothing else locks; it spells "world". */
    private static final long LOCK = 0x776f726c64L;

    private static final int TRIES = 5;

    private final String url;
    private final Login owner;
    private final Optional<Vault> vault;

    /** @param vault with the key of the server, so that Digest works at once; without it, it is learned */
    public WorldLoader(String url, Login owner, Optional<Vault> vault) {
        this.url = url;
        this.owner = owner;
        this.vault = vault;
    }

    /** @throws WorldRefused when the file is no world; nothing is changed then */
    public void load(String json) throws InterruptedException {
        WorldFile world = WorldFile.read(json);
        String digest = WorldFile.digest(FORMAT + vault.isPresent() + json);
        if (loadTrying(world, digest)) {
            Thread.sleep(REMEMBERED);
        }
    }

    /** Nodes at work may hold what is to be replaced. */
    private boolean loadTrying(WorldFile world, String digest) {
        for (int tried = 1; ; tried++) {
            try {
                return loadOnce(world, digest);
            } catch (SqlFailed e) {
                if (!e.isPassing() || tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** @return whether a node may remember what is not true any more */
    private boolean loadOnce(WorldFile world, String digest) {
        try (Connection connection = owner.connect(url)) {
            connection.setAutoCommit(false);
            Sql sql = new Sql(connection);
            sql.run("set local lock_timeout = '5s'");
            sql.rows(row -> true, "select pg_advisory_xact_lock(?)", LOCK);
            boolean lent = borrowRoles(sql);
            boolean doorsMoved = write(sql, world, digest);
            boolean nodesRun = nodesRun(sql);
            if (lent) {
                returnRoles(sql);
            }
            connection.commit();
            return doorsMoved && nodesRun;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be written to as its owner: " + e.getMessage(), e);
        }
    }

    /**
     * Row-level security is forced on the owner too, who is in no policy. For the time of the transaction, and seen by
     * nobody else, she is what the application is.
     */
    private static boolean borrowRoles(Sql sql) {
        boolean has = sql.first(row -> row.getBoolean(1), """
                        select pg_has_role(current_user, 'baraza_app', 'usage')
                           and pg_has_role(current_user, 'baraza_system', 'usage')""").orElseThrow();
        if (!has) {
            sql.run("grant baraza_app, baraza_system to current_user with inherit true");
        }
        return !has;
    }

    private static void returnRoles(Sql sql) {
        sql.run("revoke baraza_app, baraza_system from current_user granted by current_user");
    }

    private boolean write(Sql sql, WorldFile world, String digest) {
        List<ProjectRow> known = new ArrayList<>();
        world.domains().forEach(domain -> find(sql, domain).ifPresent(known::add));
        DoorMarks marks = new DoorMarks(sql, world, digest);
        if (known.size() == world.domains().size() && marks.areUntouched(known)) {
            known.forEach(project -> {
                new Clearing(sql).clear(project, Doors.TABLES);
                writeContent(sql, world, project);
            });
            marks.keep(known);
            return false;
        }
        writeAll(sql, world, marks);
        return true;
    }

    private void writeAll(Sql sql, WorldFile world, DoorMarks marks) {
        Doors doors = new Doors(sql, world, vault);
        doors.writeAccounts();
        List<ProjectRow> projects = new ArrayList<>();
        for (Domain domain : world.domains()) {
            ProjectRow project = put(sql, world, domain);
            projects.add(project);
            doors.rememberVersions(project);
            new Clearing(sql).clear(project, Set.of());
            doors.write(project);
            writeContent(sql, world, project);
        }
        marks.keep(projects);
    }

    private static Optional<ProjectRow> find(Sql sql, Domain domain) {
        sql.see("baraza.project_name", domain.name());
        return sql.first(
                        row -> row.getObject(1, UUID.class),
                        "select project_id from tenancy.project where name = ?",
                        domain.name())
                .map(id -> new ProjectRow(id, domain));
    }

    /** A project that is there keeps its id, by which nodes know it. */
    private static ProjectRow put(Sql sql, WorldFile world, Domain domain) {
        Optional<ProjectRow> known = find(sql, domain);
        ProjectRow project = known.orElseGet(() -> new ProjectRow(UUID.randomUUID(), domain));
        sql.see("baraza.project", project.id());
        if (known.isPresent()) {
            sql.run(
                    "update tenancy.project set display_name = ?, time_zone = ? where project_id = ?",
                    domain.displayName(),
                    domain.timezone(),
                    project.id());
        } else {
            sql.run(
                    """
                    insert into tenancy.project (project_id, name, display_name, time_zone, created_by)
                    values (?, ?, ?, ?, ?)""",
                    project.id(),
                    domain.name(),
                    domain.displayName(),
                    domain.timezone(),
                    world.webUsers().getFirst().id());
        }
        return project;
    }

    private static void writeContent(Sql sql, WorldFile world, ProjectRow project) {
        sql.see("baraza.project", project.id());
        sql.run(
                "insert into usercases.setting (project_id, enabled) values (?, ?)",
                project.id(),
                project.domain().userCases());
        new Places(sql, world, project).write();
        world.lookupTables().stream()
                .filter(table -> table.domain().equals(project.name()))
                .forEach(new Tables(sql, project)::write);
        new Applications(sql, project).write(world.applications());
        new Records(sql, world, project).write();
    }

    private static boolean nodesRun(Sql sql) {
        return sql.first(row -> row.getBoolean(1), """
                        select exists (
                            select from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
                            where a.datname = current_database() and r.rolname = ?)""", ConnectionSettings.APP).orElseThrow();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.baraza.fixtures.FixtureProvider;
import org.baraza.identity.Actor;
import org.baraza.identity.Audit;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDirectory;
import org.baraza.persistence.postgres.ConnectionSettings;
import org.baraza.persistence.tenancy.Databases;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Visibility;
import org.baraza.places.LoginAs;
import org.baraza.places.Ownership;
import org.baraza.places.UserGroups;
import org.baraza.sync.testing.CheckedRestore;
import org.baraza.sync.testing.RestoreChecker;

/** Projects, workers and cases in a real database, and restores of them. */
public final class RestoreWorld implements AutoCloseable {
    public static final RestoreRequest FIRST = new RestoreRequest(null, null, null, "device-1", null, true, false);

    private static final int SPARE_CONNECTIONS = 2;

    private final HikariDataSource pool;
    private final RestoreReading reading;
    final Transactions transactions;
    private final Restore restore;
    private final PreparationLine line;

    public RestoreWorld(ConnectionSettings settings, Path folder, FixtureProvider... more) {
        pool = Databases.pool(
                "test",
                settings.url(),
                settings.app().user(),
                settings.app().password(),
                ReadingTurns.AT_ONCE + SPARE_CONNECTIONS);
        transactions = new Transactions(pool);
        List<FixtureProvider> providers = new ArrayList<>(List.of(more));
        providers.addFirst(new UserGroups());
        var logs = new SyncLogStore();
        reading = new RestoreReading(
                transactions,
                new RecipientStore(new Ownership()),
                new CaseGraphStore(),
                new CaseBodyStore(),
                logs,
                Clock.systemUTC(),
                providers);
        restore = new Restore(transactions, logs, reading, folder, Clock.systemUTC());
        line = new PreparationLine(transactions, reading, logs, Clock.systemUTC());
    }

    /** All there is to answer phones. Nothing is large here. */
    public Restores restores() {
        return restores(Integer.MAX_VALUE - 1, (tx, userId, deviceId, since) -> false);
    }

    /** @param threshold a first restore of more open cases than this is prepared */
    Restores restores(int threshold, PhoneForms forms) {
        var clock = Clock.systemUTC();
        return new Restores(
                demos(),
                new PreparedRestores(transactions, new Ownership(), forms, line, threshold, clock),
                restore,
                new SyncSweep(transactions, clock));
    }

    /** Somebody with one permission, who may not see every location and works at none. */
    static ProjectAccess limited(ProjectAccess who, Permission permission) {
        return new ProjectAccess(who.project(), who.projectName(), who.actor(), "Limited", EnumSet.of(permission));
    }

    DemoRestores demos() {
        return new DemoRestores(transactions, line, new Audit(), Clock.systemUTC());
    }

    public LoginAs loginAs() {
        return new LoginAs(transactions, new UserDirectory(transactions));
    }

    int busyConnections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** How many first restores wait to be read. */
    int waiting() {
        return reading.waiting();
    }

    /** A project with one worker, whose id is the same in every project. */
    public ProjectAccess projectWithWorker(String name) {
        ProjectId project = new ProjectId(UUID.randomUUID());
        ProjectScope.run(
                project,
                () -> transactions.writing(tx -> {
                    var sql = tx.sql();
                    sql.execute(
                            "insert into tenancy.project (project_id, name, display_name, created_by) values (?, ?, ?, 'test')",
                            project.value(),
                            name,
                            name);
                    var role = UUID.randomUUID();
                    sql.execute(
                            "insert into identity.role (project_id, role_id, name, permissions) values (?, ?, 'Worker', '{}')",
                            project.value(),
                            role);
                    sql.execute("""
                    insert into identity.mobile_worker (project_id, user_id, username, first_name, last_name,
                        phone_numbers, user_data, role_id, password_hash, created_at, created_by)
                    values (?, 'u-amina', 'amina', 'Amina', 'Juma', '{254700000001}',
                        '{"village":"Kisima & Mto","commcare_first_name":"Other","age":31}', ?, 'x',
                        '2024-01-31T23:30:00Z', 'test')
                    """, project.value(), role);
                }));
        return new ProjectAccess(
                project,
                name,
                new Actor.MobileWorker("u-amina", "amina", project),
                "Worker",
                EnumSet.of(Permission.ACCESS_MOBILE_ENDPOINTS));
    }

    /** A web user who is a member of the project. */
    ProjectAccess webUserIn(ProjectAccess access) {
        var visible = Visibility.project(access.project()).and(Visibility.user("w-brian"));
        transactions.writeAs(visible, tx -> {
            tx.sql()
                    .execute("insert into identity.web_user (user_id, username, first_name, password_hash)"
                            + " values ('w-brian', 'brian@example.org', 'Brian', 'x') on conflict do nothing");
            return tx.sql()
                    .execute(
                            "insert into identity.membership (project_id, user_id) values (?, 'w-brian')",
                            access.project().value());
        });
        var actor = new Actor.WebUser("w-brian", "brian@example.org", false, Optional.empty());
        return new ProjectAccess(
                access.project(), access.projectName(), actor, "Admin", EnumSet.allOf(Permission.class));
    }

    public Restore restore() {
        return restore;
    }

    RestoreAnswer ask(ProjectAccess access, RestoreRequest request) {
        return ProjectScope.in(access.project(), () -> restore.prepare(access, request));
    }

    byte[] payload(ProjectAccess access, RestoreRequest request) {
        if (!(ask(access, request) instanceof RestoreAnswer.Payload payload)) {
            throw new AssertionError("told to start over");
        }
        try (InputStream bytes = payload.bytes()) {
            byte[] all = bytes.readAllBytes();
            return request.gzip() ? new GZIPInputStream(new ByteArrayInputStream(all)).readAllBytes() : all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CheckedRestore firstSync(ProjectAccess access) {
        return RestoreChecker.check(payload(access, FIRST));
    }

    Set<String> idsOnPhone(ProjectAccess access) {
        return firstSync(access).cases().keySet();
    }

    /** Rows of cases, straight into the tables. */
    public CaseRows in(ProjectAccess access) {
        return new CaseRows(transactions, access.project());
    }

    @Override
    public void close() {
        pool.close();
    }
}

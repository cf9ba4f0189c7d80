// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.baraza.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads the catalogue, so that no table, view, key or function can be forgotten. */
class TenantSafetyTest {
    /** Tables that are not a project's; each has policies of its own, or nothing that belongs to anybody. */
    private static final Set<String> NOT_A_PROJECTS = Set.of(
            "tenancy.project", // seen by name, by members, by its own work
            "identity.web_user", // seen by herself, by fellow members
            "identity.api_key", // seen by its user
            "identity.session", // seen by its holder
            "identity.second_factor", // seen by its user
            "identity.recovery_code", // seen by its user
            "identity.password_reset", // seen by its user
            "identity.account_event", // seen by the one it is about
            "oauth.application", // seen by its owner, by its users, by whoever names it
            "oauth.access_grant", // seen by its user, by the holder of its token
            "oauth.spent_token", // as the grant that it was of
            "oauth.consent", // seen by whoever gave it
            "oauth.signing_key", // seen by the server alone
            "enterprise.account", // seen by its administrators
            "enterprise.admin", // as the account, and by herself
            "enterprise.project", // as the account, by the project, by members of the source
            "enterprise.event", // as the account
            "enterprise.provider", // as the account, by those who sign in, by projects that it may bring people to
            "enterprise.email_domain", // as the account, and by those who sign in once it is proved
            "enterprise.listed_user", // as the account, and by herself
            "idempotency.own_request", // seen by the user who sent it
            "feed.consumer", // cursors of the server itself
            "feed.partition_cursor", // cursors of the server itself
            "queue.task", // which work, never what is in it; a project adds its own and sees none
            "feed.head"); // newest position of the feed

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyTableIsUnderForcedRowLevelSecurityOrIsTheServersOwn() throws SQLException {
        assertThat(names("""
                select n.nspname || '.' || c.relname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and %s and n.nspname <> 'public'
                  and not (c.relrowsecurity and c.relforcerowsecurity)""".formatted(ours())))
                .containsExactlyInAnyOrder("feed.consumer", "feed.head", "feed.partition_cursor");
    }

    @Test
    void everyTableOfAProjectHasThePolicyForReadingAndWriting() throws SQLException {
        assertThat(names("""
                select n.nspname || '.' || c.relname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and %s and n.nspname <> 'public'
                  and not exists (
                      select from pg_policies p
                      where p.schemaname = n.nspname and p.tablename = c.relname and p.policyname = 'project'
                        and p.cmd = 'ALL' and p.qual like '%%baraza.project%%' and p.with_check = p.qual
                        and p.roles = array['baraza_app']::name[])""".formatted(ours()))).containsExactlyInAnyOrderElementsOf(NOT_A_PROJECTS);
    }

    @Test
    void everyKeyAndIndexOfAProjectsTableBeginsWithTheProject() throws SQLException {
        assertThat(names("""
                select i.relname
                from pg_index x
                join pg_class i on i.oid = x.indexrelid
                join pg_class c on c.oid = x.indrelid
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'project_id'
                where %s and (x.indkey::int2[])[0] <> a.attnum""".formatted(ours())))
                .containsExactlyInAnyOrder(
                        "membership_by_user", // the projects of a user
                        "project_by_account", // the projects of an account
                        "project_by_source", // where members of a project act besides
                        "access_event_by_age", // what is kept no longer, in all projects
                        "join_request_by_user", // the projects that somebody waits for
                        "invitation_by_email", // whether anybody invited somebody who has no account
                        "project_name_key", // names are unique on the server
                        "lane_due", // the nodes look for forwarders of all projects
                        "change_by_time", // leads to a stretch of the feed, whosever
                        "change_waiting", // the sequencer numbers all projects
                        "change_by_position"); // consumers read all projects
    }

    @Test
    void everyForeignKeyBetweenProjectsTablesCarriesTheProject() throws SQLException {
        assertThat(names("""
                select k.conname
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = k.confrelid and a.attname = 'project_id'
                where k.contype = 'f' and %s and not a.attnum = any (k.confkey)""".formatted(ours()))).isEmpty();
    }

    @Test
    void noViewAndNoFunctionRunsWithTheRightsOfItsOwner() throws SQLException {
        assertThat(names("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where %s and (c.relkind = 'm'
                    or (c.relkind = 'v' and not coalesce(c.reloptions::text like '%%security_invoker=true%%', false)))""".formatted(ours()))).isEmpty();
        assertThat(names("""
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname !~ '^(pg_|information_schema)'""")).isEmpty();
    }

    @Test
    void theApplicationsRolesOwnNothingAndBypassNothing() throws SQLException {
        assertThat(names("""
                select rolname from pg_roles
                where rolname in ('baraza_app', 'baraza_system')
                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""")).isEmpty();
        assertThat(names("""
                select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                where r.rolname in ('baraza_app', 'baraza_system')""")).isEmpty();
        assertThat(names("""
                select grantee || ' ' || privilege_type || ' ' || table_schema || '.' || table_name
                from information_schema.role_table_grants
                where grantee in ('baraza_app', 'baraza_system')
                  and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')""")).isEmpty();
    }

    @Test
    void theRoleForWorkAcrossProjectsSeesTheFeedTheQueueAndWhichProjectsHaveWork() throws SQLException {
        assertThat(names("""
                select distinct table_schema || '.' || table_name from information_schema.column_privileges
                where grantee = 'baraza_system' and table_schema in ('feed', 'queue')
                union
                select table_schema || '.' || table_name || '.' || column_name from information_schema.column_privileges
                where grantee = 'baraza_system' and table_schema not in ('feed', 'queue')"""))
                .containsExactlyInAnyOrder(
                        "apps.rollout.project_id",
                        "apps.rollout.state",
                        "feed.change",
                        "feed.consumer",
                        "feed.head",
                        "feed.partition_cursor",
                        "feed.set_aside",
                        "forwarding.lane.cancelled",
                        "forwarding.lane.due_at",
                        "forwarding.lane.empty",
                        "forwarding.lane.failed",
                        "forwarding.lane.forwarder_id",
                        "forwarding.lane.held_until",
                        "forwarding.lane.invalid",
                        "forwarding.lane.pending",
                        "forwarding.lane.project_id",
                        "forwarding.lane.succeeded",
                        "queue.task",
                        "usercases.due.project_id");
    }

    @Test
    void withoutAProjectEveryTableReadsAsEmptyEvenWhereThereAreRows() throws SQLException {
        try (Connection superuser = database.asSuperuser();
                Statement fill = superuser.createStatement()) {
            fillEveryTable(fill);
        }
        try (Connection app = database.asApp();
                Statement read = app.createStatement()) {
            for (String table : names("""
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and %s and n.nspname not in ('public')""".formatted(ours()))) {
                if ((table.startsWith("feed.") && !table.equals("feed.change")) || table.equals("queue.task")) {
                    continue; // no grant to read
                }
                assertThat(first(read, "select count(*) from " + table))
                        .as(table)
                        .isEqualTo("0");
            }
        }
    }

    /** One row in every table, whatever its rules: constraints and triggers are off for the time of it. */
    private static void fillEveryTable(Statement sql) throws SQLException {
        sql.execute("set session_replication_role = replica");
        for (String table : names("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and %s and n.nspname not in ('public', 'feed')""".formatted(ours()))) {
            List<String> columns = new ArrayList<>();
            List<String> values = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery("""
                    select column_name, udt_name from information_schema.columns
                    where table_schema || '.' || table_name = '%s' and is_identity = 'NO'
                      and is_generated = 'NEVER'
                      and is_nullable = 'NO' order by ordinal_position""".formatted(table))) {
                while (rows.next()) {
                    columns.add('"' + rows.getString(1) + '"');
                    values.add(sample(table, rows.getString(2), rows.getString(1)));
                }
            }
            sql.execute("insert into %s (%s) values (%s)"
                    .formatted(table, String.join(", ", columns), String.join(", ", values)));
            assertThat(first(sql, "select count(*) from " + table)).as(table).isEqualTo("1");
        }
        sql.execute("insert into feed.change (project_id, kind, document_id) values (gen_random_uuid(), 'form', 'f')");
    }

    private static String sample(String table, String type, String column) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text" ->
                switch (column) {
                    case "operation" -> "'edit'";
                    case "sharing" -> "'private'";
                    case "type" -> "'case'";
                    case "flow" -> "'client_credentials'";
                    case "kind" -> table.equals("apps.pinned_release") ? "'location'" : "'public'";
                    case "state" -> table.equals("apps.rollout") ? "'running'" : "'x'";
                    case "enforcement", "list" -> "'test'";
                    case "relationship" -> "'child'";
                    case "client_prompt", "app_prompt" -> "'off'";
                    case "method" -> "'POST'";
                    default -> "'x'";
                };
            case "timestamptz" -> "now()";
            case "bool" -> column.equals("odata") ? "false" : "true";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "'\\x00'";
            case "_text", "_int4", "_int8", "_uuid" -> "'{}'";
            default -> "1";
        };
    }

    private static String ours() {
        return "n.nspname !~ '^(pg_|information_schema)' and n.nspname <> 'baraza'";
    }

    private static List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String first(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

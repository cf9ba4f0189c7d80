// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.baraza.persistence.postgres.PostgresFailure.Reason;
import org.baraza.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseRolesTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final ConnectionSettings settings = database.settings();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void noRoleLooksPastRowLevelSecurity() throws Exception {
        for (Login role : List.of(settings.owner(), settings.app(), settings.system())) {
            assertThat(Sql.ask(
                            Sql.as(role, settings),
                            "select concat_ws(' ', rolsuper, rolbypassrls, rolcreatedb, rolreplication) from pg_roles"
                                    + " where rolname = current_user"))
                    .as(role.user())
                    .isEqualTo("f f f f");
        }
    }

    @Test
    void theApplicationOwnsNothingAndCannotBecomeTheOwner() throws Exception {
        assertThat(Sql.ask(
                        database.asApp(),
                        "select count(*) from pg_class where pg_get_userbyid(relowner) in ('baraza_app',"
                                + " 'baraza_system')"))
                .isEqualTo("0");
        assertThatThrownBy(() -> Sql.run(database.asApp(), "set role baraza_owner"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Sql.run(database.asApp(), "create table public.mine (n int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void nodesThatStartTogetherComeToTheSamePasswords() throws Exception {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> start = () -> {
                var own = ConnectionSettings.of(settings.url(), settings.owner());
                DatabaseRoles.ensure(own);
                Sql.ask(Sql.as(own.system(), own), "select 1");
                return null;
            };
            for (var node :
                    nodes.invokeAll(IntStream.range(0, 6).mapToObj(n -> start).toList())) {
                node.get();
            }
        }
        assertThat(Sql.ask(database.asApp(), "select current_user")).isEqualTo("baraza_app");
    }

    @Test
    void anOwnerWhoMayNotMakeRolesIsToldWhatIsMissing() throws Exception {
        Sql.run(database.asSuperuser(), "create role clerk login password 'clerk'");
        var clerk = ConnectionSettings.of(settings.url(), new Login("clerk", "clerk"));
        assertThatThrownBy(() -> DatabaseRoles.ensure(clerk))
                .isInstanceOfSatisfying(
                        PostgresFailure.class, e -> assertThat(e.reason()).isEqualTo(Reason.ROLES_REFUSED))
                .hasMessageContaining("alter role clerk createrole");
    }

    @Test
    void aWrongPasswordIsNotToldToAnyone() {
        var wrong = ConnectionSettings.of(settings.url() + "?password=shown", new Login("baraza_owner", "wr0ng"));
        assertThatThrownBy(() -> DatabaseRoles.ensure(wrong))
                .isInstanceOfSatisfying(
                        PostgresFailure.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE))
                .message()
                .contains("BARAZA_DATABASE_PASSWORD")
                .doesNotContain("wr0ng", "shown");
    }

    @Test
    void searchesUnderRowLevelSecurityUseTheirIndexes() throws Exception {
        assertThat(Sql.ask(
                        database.asApp(),
                        "select bool_and(proleakproof) from pg_proc where oid in"
                                + " ('jsonb_contains(jsonb,jsonb)'::regprocedure,"
                                + " 'texticlike(text,text)'::regprocedure)"))
                .isEqualTo("t");
        Sql.run(database.asOwner(), """
                create table public.people (
                    project_id uuid not null, person_id int, name text, properties jsonb,
                    primary key (project_id, person_id));
                insert into public.people
                select '00000000-0000-0000-0000-000000000001', n, md5(n::text), jsonb_build_object('n', n)
                from generate_series(1, 20000) n;
                create index on public.people using gin (project_id, name gin_trgm_ops);
                create index on public.people using gin (project_id, properties jsonb_path_ops);
                select baraza.isolate('public.people')""");
        Sql.run(database.asOwner(), "vacuum analyze public.people");
        for (String condition : List.of("name ilike '%abcdef%'", "properties @> '{\"n\": 7}'")) {
            try (var app = database.asApp();
                    var statement = app.createStatement()) {
                statement.execute("set baraza.project = '00000000-0000-0000-0000-000000000001'");
                try (var rows = statement.executeQuery(
                        "explain (format json) select * from public.people where " + condition)) {
                    rows.next();
                    assertThat(rows.getString(1))
                            .as(condition)
                            .contains("Bitmap Index Scan")
                            .doesNotContain("Seq Scan");
                }
            }
        }
    }
}

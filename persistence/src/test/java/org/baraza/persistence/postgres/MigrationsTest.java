// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.baraza.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private final TestDatabase database = TestDatabase.withoutTables();

    @AfterEach
    void drop() {
        database.close();
    }

    private String ask(String query) throws Exception {
        return Sql.ask(database.asOwner(), query);
    }

    @Test
    void aSecondRunFindsNothingToDo() throws Exception {
        Migrations.run(database.settings());
        String first = ask("select count(*) || ' ' || max(dateexecuted) from databasechangelog");
        Migrations.run(database.settings());
        assertThat(ask("select count(*) || ' ' || max(dateexecuted) from databasechangelog"))
                .isEqualTo(first);
    }

    @Test
    void nodesThatStartTogetherTakeTurns() throws Exception {
        Callable<Void> node = () -> {
            Migrations.run(database.settings());
            return null;
        };
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var run : nodes.invokeAll(List.of(node, node, node))) {
                run.get();
            }
        }
        assertThat(ask("select count(*) - count(distinct (id, author, filename)) from databasechangelog"))
                .isEqualTo("0");
    }

    @Test
    void aLockThatAKilledNodeLeftDoesNotBlock() throws Exception {
        Migrations.run(database.settings());
        Sql.run(
                database.asOwner(),
                "update databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'a dead node'");
        Sql.run(database.asOwner(), "delete from databasechangelog where id = 'lock' and author = 'cases'");
        Sql.run(database.asOwner(), "drop function cases.lock_cases(text[])");
        long started = System.nanoTime();
        Migrations.run(database.settings());
        assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
        assertThat(ask("select locked from databasechangeloglock")).isEqualTo("f");
    }

    @Test
    void nothingIsPrinted() {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Migrations.run(database.settings());
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}

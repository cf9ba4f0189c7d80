// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.tenancy;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.baraza.persistence.crash.CrashPoint;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.SQLDataType;

/** An open transaction. Holding one is the permission to touch SQL; it is worthless after its work has returned. */
public final class Tx {
    private static final String CANCELLED = "57014";

    private final DSLContext sql;
    private final Opening opening;
    private final Visibility visibility;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Stage stage = Stage.NEW;

    private enum Stage {
        NEW,
        OPEN,
        COMMITTED
    }

    Tx(DSLContext sql, Opening opening, Visibility visibility) {
        this.sql = sql;
        this.opening = opening;
        this.visibility = visibility;
    }

    /** For the stores: statements of this transaction. */
    public DSLContext sql() {
        switch (stage) {
            case NEW -> {
                stage = Stage.OPEN;
                sql.connection(connection -> opening.send(connection, visibility));
            }
            case OPEN -> {}
            case COMMITTED -> throw new IllegalStateException("the transaction is over");
        }
        return sql;
    }

    /**
     * Begins with a statement that selects the fields, in one round trip where {@link #sql()} would take one for itself.
     *
     * @return its row, with the fields from place 1 on
     * @throws IllegalStateException when the transaction is open already
     */
    public Record first(Field<?>... fields) {
        if (stage != Stage.NEW) {
            throw new IllegalStateException("the transaction is open already");
        }
        stage = Stage.OPEN;
        return sql.connectionResult(connection -> {
            List<Record> rows = new ArrayList<>();
            Opening.ownBegin(
                    connection,
                    () -> sql.fetchMany(
                                    opening.begin() + "{0}",
                                    sql.select(settings()).select(fields))
                            .forEach(rows::addAll));
            return rows.getFirst();
        });
    }

    /** Selected before anything else, as every field is in its order. If it were not, the others would see nothing. */
    private Field<String> settings() {
        List<Field<String>> calls = new ArrayList<>();
        visibility
                .settings()
                .forEach((name, value) ->
                        calls.add(field("set_config({0}, {1}, true)", SQLDataType.VARCHAR, val(name), val(value))));
        return concat(calls.toArray(Field<?>[]::new));
    }

    /** Executes the last statement and commits, in one round trip: durable when this returns. */
    public void finish(Query last) {
        if (CrashPoint.isArmed()) {
            // Who is to die between the two needs something between them.
            last.execute();
            return;
        }
        sql().query("{0}; commit", last).execute();
        stage = Stage.COMMITTED;
    }

    /**
     * Does a part of the transaction's work that may fail alone: when it throws, what it did is undone and forgotten, and
     * the transaction goes on.
     */
    public <R> R part(Supplier<R> work) {
        int told = afterCommit.size();
        Savepoint before = sql().connectionResult(connection -> connection.setSavepoint());
        try {
            R result = work.get();
            sql.connection(connection -> connection.releaseSavepoint(before));
            return result;
        } catch (RuntimeException failure) {
            undo(before, told, failure);
            throw failure;
        }
    }

    /**
     * As {@link #part}, for work that sees more than the rest of the transaction: what belongs to a person who is changed among
     * many, for example.
     */
    public <R> R seeing(Visibility more, Supplier<R> work) {
        if (more.settings().keySet().stream().anyMatch(visibility.settings()::containsKey)) {
            throw new IllegalArgumentException("a transaction does not change for whom it works");
        }
        return part(() -> {
            more.settings().forEach(this::set);
            R result = work.get();
            more.settings().keySet().forEach(name -> set(name, ""));
            return result;
        });
    }

    private void set(String name, String value) {
        sql.select(field("set_config({0}, {1}, true)", SQLDataType.VARCHAR, val(name), val(value)))
                .fetch();
    }

    /** As {@link #part}, for work of which only the answer is wanted: what it did is undone however it ends. */
    public <R> R rehearsal(Supplier<R> work) {
        int told = afterCommit.size();
        Savepoint before = sql().connectionResult(connection -> connection.setSavepoint());
        R result;
        try {
            result = work.get();
        } catch (RuntimeException failure) {
            undo(before, told, failure);
            throw failure;
        }
        back(before, told);
        return result;
    }

    /** A connection that is gone undoes everything by itself. */
    private void undo(Savepoint before, int told, RuntimeException failure) {
        try {
            back(before, told);
        } catch (RuntimeException gone) {
            failure.addSuppressed(gone);
        }
    }

    private void back(Savepoint before, int told) {
        afterCommit.subList(told, afterCommit.size()).clear();
        sql.connection(connection -> {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        });
    }

    /**
     * Reads what may keep the database busy for so long at most, each statement of it and of what follows.
     *
     * @param late what is thrown when a statement took longer
     */
    public <R> R within(Duration longest, Supplier<R> reading, Supplier<? extends RuntimeException> late) {
        sql().execute("set local statement_timeout = " + longest.toMillis());
        try {
            return reading.get();
        } catch (DataAccessException failure) {
            if (CANCELLED.equals(failure.sqlState())) {
                throw late.get();
            }
            throw failure;
        }
    }

    /** Runs once the transaction is durable, and never when it rolled back. Must not fail and must not block. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    boolean isCommitted() {
        return stage == Stage.COMMITTED;
    }

    void tellAll() {
        afterCommit.forEach(Runnable::run);
    }
}

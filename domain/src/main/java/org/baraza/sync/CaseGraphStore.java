// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.cases.Tables.CASE_INDEX;
import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.baraza.persistence.schema.cases.tables.CaseRecord;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;

/**
 * Reads the links between cases, and of the cases only numbers and flags. Each method is one statement, however many cases
 * it is about.
 */
public final class CaseGraphStore {
    private static final int FETCH_SIZE = 5_000;
    /** Constants stand in the text of the statement: a partial index serves no condition on a parameter. */
    private static final Param<String> EXTENSION = inline("extension");

    private static final Param<String> NONE = inline("");
    /**
     * An offset of nothing keeps the planner from merging a sub-select into the join, so that every row is looked up by
     * its key. Without it, and before the tables were ever analyzed, all links are compared with all cases.
     */
    private static final Param<Integer> ROW_BY_ROW = inline(0);
    /** The case that a link leads away from. */
    private static final CaseRecord SOURCE = CASE_RECORD.as("source");
    /** The case that a link leads to. */
    private static final CaseRecord TARGET = CASE_RECORD.as("target");

    /** Takes a case. */
    interface CaseVisitor {
        void visit(int number, boolean owned, boolean open);
    }

    /** Takes an open case that is an extension of another. */
    interface ExtensionVisitor {
        void visit(int number, boolean owned, int host);
    }

    /** Takes links. */
    interface LinkVisitor {
        void visit(int source, int target, boolean extension, boolean targetOwned, boolean targetOpen);

        /** A link to the case itself, or to one that is not there. */
        void visitHidden(int source, String name);
    }

    /** Open cases of these owners; index case_open_by_owner. */
    void ownOpen(Tx tx, String[] owners, IntConsumer visitor) {
        var rows = tx.sql().select(CASE_RECORD.CASE_NO).from(CASE_RECORD).where(isOwn(CASE_RECORD, owners));
        forEach(rows, row -> visitor.accept(row.getInt(1)));
    }

    /** Those of the cases that are there. */
    void cases(Tx tx, BitSet numbers, String[] owners, CaseVisitor visitor) {
        if (numbers.isEmpty()) {
            return;
        }
        var rows = tx.sql()
                .select(
                        CASE_RECORD.CASE_NO,
                        field(CASE_RECORD.OWNER_ID.eq(any(owners))),
                        field(not(CASE_RECORD.CLOSED)))
                .from(CASE_RECORD)
                .where(isAmong(CASE_RECORD, numbers))
                .and(CASE_RECORD.DELETED_ON.isNull());
        forEach(rows, row -> visitor.visit(row.getInt(1), row.getBoolean(2), row.getBoolean(3)));
    }

    /** Numbers of those cases that are deleted. */
    BitSet deletedAmong(Tx tx, BitSet numbers) {
        BitSet deleted = new BitSet();
        if (!numbers.isEmpty()) {
            var rows = tx.sql()
                    .select(CASE_RECORD.CASE_NO)
                    .from(CASE_RECORD)
                    .where(isAmong(CASE_RECORD, numbers))
                    .and(CASE_RECORD.DELETED_ON.isNotNull());
            forEach(rows, row -> deleted.set(row.getInt(1)));
        }
        return deleted;
    }

    /** Open extensions among the cases, with each case that they extend. */
    void extensionsAmong(Tx tx, BitSet numbers, String[] owners, ExtensionVisitor visitor) {
        if (numbers.isEmpty()) {
            return;
        }
        var link = linksOf(SOURCE);
        var target = caseOf(TARGET, link.field(CASE_INDEX.TARGET_ID));
        var rows = tx.sql()
                .select(SOURCE.CASE_NO, field(SOURCE.OWNER_ID.eq(any(owners))), target.field(TARGET.CASE_NO))
                .from(SOURCE)
                .crossJoin(link)
                .crossJoin(target)
                .where(isAmong(SOURCE, numbers))
                .and(SOURCE.DELETED_ON.isNull())
                .and(not(SOURCE.CLOSED))
                .and(link.field(CASE_INDEX.RELATIONSHIP).eq(EXTENSION));
        forEach(rows, row -> visitor.visit(row.getInt(1), row.getBoolean(2), row.getInt(3)));
    }

    /** Cases with links to these; index case_index_by_target. */
    BitSet linkedTo(Tx tx, BitSet numbers) {
        var link = lateral(select(CASE_INDEX.CASE_ID)
                        .from(CASE_INDEX)
                        .where(CASE_INDEX.TARGET_ID.eq(TARGET.CASE_ID))
                        .and(CASE_INDEX.TARGET_ID.ne(NONE))
                        .offset(ROW_BY_ROW))
                .as("link");
        var source = caseOf(SOURCE, link.field(CASE_INDEX.CASE_ID));
        BitSet sources = new BitSet();
        if (!numbers.isEmpty()) {
            var rows = tx.sql()
                    .select(source.field(SOURCE.CASE_NO))
                    .from(TARGET)
                    .crossJoin(link)
                    .crossJoin(source)
                    .where(isAmong(TARGET, numbers));
            forEach(rows, row -> sources.set(row.getInt(1)));
        }
        return sources;
    }

    /** Which cases a statement is about. */
    interface Which {
        Condition holds(CaseRecord at);

        /** All open ones of these owners. */
        static Which ownedBy(String[] owners) {
            return at -> isOwn(at, owners);
        }

        static Which numbered(int[] numbers) {
            Integer[] boxed = boxed(numbers);
            return at -> at.CASE_NO.eq(any(boxed));
        }
    }

    /** Links that lead away from these cases. */
    void links(Tx tx, Which sources, String[] owners, LinkVisitor visitor) {
        var link = linksOf(SOURCE);
        var target = caseOf(TARGET, link.field(CASE_INDEX.TARGET_ID));
        Field<Integer> targetNo = target.field(TARGET.CASE_NO);
        var rows = tx.sql()
                .select(
                        SOURCE.CASE_NO,
                        targetNo,
                        field(link.field(CASE_INDEX.RELATIONSHIP).eq(EXTENSION)),
                        field(target.field(TARGET.OWNER_ID).eq(any(owners))),
                        field(not(target.field(TARGET.CLOSED))),
                        when(targetNo.isNull(), link.field(CASE_INDEX.IDENTIFIER)))
                .from(SOURCE)
                .crossJoin(link)
                .leftJoin(target)
                .on(target.field(TARGET.DELETED_ON).isNull())
                .and(targetNo.ne(SOURCE.CASE_NO))
                .where(sources.holds(SOURCE));
        forEach(rows, row -> {
            int targetNumber = row.getInt(2);
            if (row.wasNull()) {
                visitor.visitHidden(row.getInt(1), row.getString(6));
            } else {
                visitor.visit(row.getInt(1), targetNumber, row.getBoolean(3), row.getBoolean(4), row.getBoolean(5));
            }
        });
    }

    /** Open extensions of these cases, which may be deleted; index case_index_by_target. */
    void extensionsOf(Tx tx, Which hosts, String[] owners, ExtensionVisitor visitor) {
        var link = lateral(select(CASE_INDEX.CASE_ID)
                        .from(CASE_INDEX)
                        .where(CASE_INDEX.TARGET_ID.eq(TARGET.CASE_ID))
                        .and(CASE_INDEX.TARGET_ID.ne(NONE))
                        .and(CASE_INDEX.RELATIONSHIP.eq(EXTENSION))
                        .offset(ROW_BY_ROW))
                .as("link");
        var source = caseOf(SOURCE, link.field(CASE_INDEX.CASE_ID));
        var rows = tx.sql()
                .select(
                        source.field(SOURCE.CASE_NO),
                        field(source.field(SOURCE.OWNER_ID).eq(any(owners))),
                        TARGET.CASE_NO)
                .from(TARGET)
                .crossJoin(link)
                .crossJoin(source)
                .where(hosts.holds(TARGET))
                .and(source.field(SOURCE.DELETED_ON).isNull())
                .and(not(source.field(SOURCE.CLOSED)));
        forEach(rows, row -> visitor.visit(row.getInt(1), row.getBoolean(2), row.getInt(3)));
    }

    private static Condition isAmong(CaseRecord at, BitSet numbers) {
        return at.CASE_NO.eq(any(boxed(numbers.stream().toArray())));
    }

    /** Index case_open_by_owner. */
    private static Condition isOwn(CaseRecord at, String[] owners) {
        return at.OWNER_ID.eq(any(owners)).and(at.DELETED_ON.isNull()).and(not(at.CLOSED));
    }

    private static Table<?> linksOf(CaseRecord at) {
        return lateral(select(CASE_INDEX.IDENTIFIER, CASE_INDEX.TARGET_ID, CASE_INDEX.RELATIONSHIP)
                        .from(CASE_INDEX)
                        .where(CASE_INDEX.CASE_ID.eq(at.CASE_ID))
                        .and(CASE_INDEX.TARGET_ID.ne(NONE))
                        .offset(ROW_BY_ROW))
                .as("link");
    }

    /** By the primary key; a further condition would make other indexes look as good. */
    private static Table<?> caseOf(CaseRecord as, Field<String> caseId) {
        return lateral(select(as.CASE_NO, as.OWNER_ID, as.CLOSED, as.DELETED_ON)
                        .from(as)
                        .where(as.CASE_ID.eq(caseId))
                        .offset(ROW_BY_ROW))
                .as(as);
    }

    /** Hides the links between cases of one circle. */
    void hideCircles(Tx tx, LoadedGraph loaded) {
        CaseGraph graph = loaded.graph();
        int[] circles = Cycles.of(graph);
        Integer[] members = IntStream.range(0, circles.length)
                .filter(place -> circles[place] != Cycles.NONE)
                .mapToObj(graph::number)
                .toArray(Integer[]::new);
        if (members.length == 0) {
            return;
        }
        var links = tx.sql()
                .select(SOURCE.CASE_NO, TARGET.CASE_NO, CASE_INDEX.IDENTIFIER)
                .from(SOURCE)
                .join(CASE_INDEX)
                .on(CASE_INDEX.CASE_ID.eq(SOURCE.CASE_ID))
                .join(TARGET)
                .on(TARGET.CASE_ID.eq(CASE_INDEX.TARGET_ID).and(TARGET.DELETED_ON.isNull()))
                .where(SOURCE.CASE_NO.eq(any(members)).and(TARGET.CASE_NO.eq(any(members))));
        forEach(links, row -> {
            if (circles[graph.place(row.getInt(1))] == circles[graph.place(row.getInt(2))]) {
                loaded.hidden().hide(row.getInt(1), row.getString(3));
            }
        });
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void forEach(ResultQuery<?> query, RowReader reader) {
        try (ResultSet rows = query.fetchSize(FETCH_SIZE).fetchResultSet()) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new DataAccessException("reading the case graph failed", e);
        }
    }

    private static Integer[] boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }
}

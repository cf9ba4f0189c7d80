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
import java.util.Collection;
import java.util.Set;
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
 * Reads the part of the case graph that decides about one person: her open cases, and round by round what they point to
 * and what extends them. Only numbers and flags are read, with two statements a round however many cases it has.
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

    /**
     * Cases that can be on the phone of whoever owns with these ids, and links that cannot be shown there.
     *
     * <p>Closed extensions need no look: they are never available, so nothing comes onto a phone because of them.
     */
    LoadedGraph load(Tx tx, Collection<String> ownerIds) {
        String[] owners = ownerIds.toArray(String[]::new);
        var graph = new CaseGraphBuilder();
        var hidden = new HiddenLinks();
        if (ownOpen(tx, owners, graph).length > 0) {
            explore(tx, Frontier.owners(owners), owners, graph, hidden);
        }
        return new LoadedGraph(graph.build(), hidden);
    }

    /** Round by round what the frontier points to and what extends it, as far as the graph does not know it yet. */
    private static void explore(Tx tx, Frontier from, String[] owners, CaseGraphBuilder graph, HiddenLinks hidden) {
        for (Frontier frontier = from; !frontier.isEmpty(); ) {
            var next = new NumberList();
            followLinks(tx, frontier, owners, graph, hidden, next);
            findExtensions(tx, frontier, owners, graph, next);
            frontier = Frontier.numbers(next.toArray());
        }
    }

    /**
     * As {@link #load}, for a phone that holds cases already: what it knows is taken as it is, but for the stale ones, and
     * only what is stale or new is looked at in the database.
     *
     * @param stale numbers of cases of the phone that may have changed
     * @param moved numbers of cases that changed and that the phone does not hold
     */
    LoadedGraph continueFrom(Tx tx, Collection<String> ownerIds, Shadow phone, BitSet stale, BitSet moved) {
        String[] owners = ownerIds.toArray(String[]::new);
        var graph = new CaseGraphBuilder();
        var hidden = new HiddenLinks();
        var frontier = new NumberList();
        readAgain(tx, stale, owners, graph, frontier);
        remember(phone, Set.copyOf(ownerIds), stale, graph);
        for (int own : ownOpenBeyond(tx, owners, graph)) {
            frontier.add(own);
        }
        extensionsAmong(tx, moved, owners, graph, frontier);
        explore(tx, Frontier.numbers(frontier.toArray()), owners, graph, hidden);
        return new LoadedGraph(graph.build(), hidden);
    }

    /** Numbers of those cases that are deleted. */
    BitSet deletedAmong(Tx tx, BitSet numbers) {
        BitSet deleted = new BitSet();
        if (!numbers.isEmpty()) {
            forEach(
                    tx.sql()
                            .select(CASE_RECORD.CASE_NO)
                            .from(CASE_RECORD)
                            .where(CASE_RECORD.CASE_NO.eq(
                                    any(boxed(numbers.stream().toArray()))))
                            .and(CASE_RECORD.DELETED_ON.isNotNull()),
                    row -> deleted.set(row.getInt(1)));
        }
        return deleted;
    }

    private static void readAgain(Tx tx, BitSet stale, String[] owners, CaseGraphBuilder graph, NumberList frontier) {
        var rows = tx.sql()
                .select(
                        CASE_RECORD.CASE_NO,
                        field(CASE_RECORD.OWNER_ID.eq(any(owners))),
                        field(not(CASE_RECORD.CLOSED)))
                .from(CASE_RECORD)
                .where(CASE_RECORD.CASE_NO.eq(any(boxed(stale.stream().toArray()))))
                .and(CASE_RECORD.DELETED_ON.isNull());
        forEach(rows, row -> {
            graph.add(row.getInt(1), row.getBoolean(2), row.getBoolean(3));
            frontier.add(row.getInt(1));
        });
    }

    /** What did not change is as the phone was told. */
    private static void remember(Shadow phone, Set<String> owners, BitSet stale, CaseGraphBuilder graph) {
        BitSet owned = phone.ownedBy(owners);
        for (int place = 0; place < phone.size(); place++) {
            int number = phone.number(place);
            if (!stale.get(number)) {
                graph.add(number, owned.get(place), !phone.isClosed(place));
                for (int link = phone.firstLink(place); link < phone.firstLink(place + 1); link++) {
                    graph.link(number, phone.target(link), phone.isExtension(link));
                }
            }
        }
    }

    private static int[] ownOpenBeyond(Tx tx, String[] owners, CaseGraphBuilder graph) {
        var found = new NumberList();
        forEach(tx.sql().select(CASE_RECORD.CASE_NO).from(CASE_RECORD).where(isOwn(CASE_RECORD, owners)), row -> {
            if (graph.add(row.getInt(1), true, true)) {
                found.add(row.getInt(1));
            }
        });
        return found.toArray();
    }

    /** Open extensions of known cases among those that moved. */
    private static void extensionsAmong(
            Tx tx, BitSet moved, String[] owners, CaseGraphBuilder graph, NumberList frontier) {
        if (moved.isEmpty()) {
            return;
        }
        var link = linksOf(SOURCE);
        var target = caseOf(TARGET, link.field(CASE_INDEX.TARGET_ID));
        var extensions = tx.sql()
                .select(SOURCE.CASE_NO, field(SOURCE.OWNER_ID.eq(any(owners))), target.field(TARGET.CASE_NO))
                .from(SOURCE)
                .crossJoin(link)
                .crossJoin(target)
                .where(SOURCE.CASE_NO.eq(any(boxed(moved.stream().toArray()))))
                .and(SOURCE.DELETED_ON.isNull())
                .and(not(SOURCE.CLOSED))
                .and(link.field(CASE_INDEX.RELATIONSHIP).eq(EXTENSION));
        forEach(extensions, row -> {
            if (graph.knows(row.getInt(3)) && graph.add(row.getInt(1), row.getBoolean(2), true)) {
                frontier.add(row.getInt(1));
            }
        });
    }

    /**
     * Cases with links to some that moved, which may be back after they were deleted: the phone was not shown such links.
     *
     * @param moved numbers of cases that changed and that the phone does not hold
     */
    BitSet linkedTo(Tx tx, BitSet moved) {
        var link = lateral(select(CASE_INDEX.CASE_ID)
                        .from(CASE_INDEX)
                        .where(CASE_INDEX.TARGET_ID.eq(TARGET.CASE_ID))
                        .and(CASE_INDEX.TARGET_ID.ne(NONE))
                        .offset(ROW_BY_ROW))
                .as("link");
        var source = caseOf(SOURCE, link.field(CASE_INDEX.CASE_ID));
        BitSet sources = new BitSet();
        if (!moved.isEmpty()) {
            forEach(
                    tx.sql()
                            .select(source.field(SOURCE.CASE_NO))
                            .from(TARGET)
                            .crossJoin(link)
                            .crossJoin(source)
                            .where(TARGET.CASE_NO.eq(any(boxed(moved.stream().toArray())))),
                    row -> sources.set(row.getInt(1)));
        }
        return sources;
    }

    /** Which cases a round starts from: the first is all that somebody owns, later ones name their cases. */
    private record Frontier(String[] owners, Integer[] numbers) {
        static Frontier owners(String[] owners) {
            return new Frontier(owners, new Integer[0]);
        }

        static Frontier numbers(int[] numbers) {
            return new Frontier(new String[0], boxed(numbers));
        }

        boolean isEmpty() {
            return owners.length == 0 && numbers.length == 0;
        }

        Condition holds(CaseRecord at) {
            return owners.length > 0 ? isOwn(at, owners) : at.CASE_NO.eq(any(numbers));
        }
    }

    /** Index case_open_by_owner. */
    private static Condition isOwn(CaseRecord at, String[] owners) {
        return at.OWNER_ID.eq(any(owners)).and(at.DELETED_ON.isNull()).and(not(at.CLOSED));
    }

    private static int[] ownOpen(Tx tx, String[] owners, CaseGraphBuilder graph) {
        var found = new NumberList();
        forEach(tx.sql().select(CASE_RECORD.CASE_NO).from(CASE_RECORD).where(isOwn(CASE_RECORD, owners)), row -> {
            graph.add(row.getInt(1), true, true);
            found.add(row.getInt(1));
        });
        return found.toArray();
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

    private static void followLinks(
            Tx tx, Frontier frontier, String[] owners, CaseGraphBuilder graph, HiddenLinks hidden, NumberList next) {
        var link = linksOf(SOURCE);
        Field<String> linkTarget = link.field(CASE_INDEX.TARGET_ID);
        var target = caseOf(TARGET, linkTarget);
        Field<Integer> targetNo = target.field(TARGET.CASE_NO);
        var links = tx.sql()
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
                .where(frontier.holds(SOURCE));
        forEach(links, row -> {
            int source = row.getInt(1);
            int targetNumber = row.getInt(2);
            if (row.wasNull()) {
                hidden.hide(source, row.getString(6));
                return;
            }
            graph.link(source, targetNumber, row.getBoolean(3));
            if (graph.add(targetNumber, row.getBoolean(4), row.getBoolean(5))) {
                next.add(targetNumber);
            }
        });
    }

    /** Their links are read in the next round; index case_index_by_target. */
    private static void findExtensions(
            Tx tx, Frontier frontier, String[] owners, CaseGraphBuilder graph, NumberList next) {
        var link = lateral(select(CASE_INDEX.CASE_ID)
                        .from(CASE_INDEX)
                        .where(CASE_INDEX.TARGET_ID.eq(TARGET.CASE_ID))
                        .and(CASE_INDEX.TARGET_ID.ne(NONE))
                        .and(CASE_INDEX.RELATIONSHIP.eq(EXTENSION))
                        .offset(ROW_BY_ROW))
                .as("link");
        Field<String> linkSource = link.field(CASE_INDEX.CASE_ID);
        var source = caseOf(SOURCE, linkSource);
        var extensions = tx.sql()
                .select(
                        source.field(SOURCE.CASE_NO),
                        field(source.field(SOURCE.OWNER_ID).eq(any(owners))))
                .from(TARGET)
                .crossJoin(link)
                .crossJoin(source)
                .where(frontier.holds(TARGET))
                .and(source.field(SOURCE.DELETED_ON).isNull())
                .and(not(source.field(SOURCE.CLOSED)));
        forEach(extensions, row -> {
            int number = row.getInt(1);
            if (graph.add(number, row.getBoolean(2), true)) {
                next.add(number);
            }
        });
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

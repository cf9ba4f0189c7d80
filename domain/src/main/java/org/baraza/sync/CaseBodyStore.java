// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.cases.Tables.LEDGER_VALUE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;

import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Reads cases by number, row by row. */
public final class CaseBodyStore {
    private static final int FETCH_SIZE = 250;

    /** Takes one row. */
    interface Reader {
        void read(CaseRow row) throws IOException;
    }

    /** Rows of the cases in the order of their numbers; index case_by_number. */
    void forEach(Tx tx, Integer[] numbers, Reader reader) throws IOException {
        try (ResultSet rows = tx.sql()
                .select(
                        CASE_RECORD.CASE_NO,
                        CASE_RECORD.CASE_ID,
                        CASE_RECORD.TYPE,
                        CASE_RECORD.NAME,
                        CASE_RECORD.OWNER_ID,
                        CASE_RECORD.EXTERNAL_ID,
                        CASE_RECORD.CLOSED,
                        CASE_RECORD.OPENED_ON,
                        coalesce(CASE_RECORD.MODIFIED_ON, CASE_RECORD.SERVER_MODIFIED_ON),
                        CASE_RECORD.MODIFIED_BY,
                        CASE_RECORD.PROPERTIES,
                        CASE_RECORD.FORMER_PROPERTIES,
                        CASE_RECORD.INDICES)
                .from(CASE_RECORD)
                .where(CASE_RECORD.CASE_NO.eq(any(numbers)))
                .orderBy(CASE_RECORD.CASE_NO)
                .fetchSize(FETCH_SIZE)
                .fetchResultSet()) {
            while (rows.next()) {
                reader.read(row(rows));
            }
        } catch (SQLException e) {
            throw new DataAccessException("reading cases failed", e);
        }
    }

    /** Numbers of cases by their ids; index case_record_pkey. */
    Map<String, Integer> numbers(Tx tx, Collection<String> caseIds) {
        return caseIds.isEmpty()
                ? Map.of()
                : tx.sql()
                        .select(CASE_RECORD.CASE_ID, CASE_RECORD.CASE_NO)
                        .from(CASE_RECORD)
                        .where(CASE_RECORD.CASE_ID.eq(any(caseIds.toArray(String[]::new))))
                        .fetchMap(CASE_RECORD.CASE_ID, CASE_RECORD.CASE_NO);
    }

    /** Ids of cases by their numbers, in any order; index case_by_number. */
    List<String> ids(Tx tx, int[] numbers) {
        return tx.sql()
                .select(CASE_RECORD.CASE_ID)
                .from(CASE_RECORD)
                .where(CASE_RECORD.CASE_NO.eq(any(Arrays.stream(numbers).boxed().toArray(Integer[]::new))))
                .fetch(CASE_RECORD.CASE_ID);
    }

    private static CaseRow row(ResultSet row) throws SQLException {
        return new CaseRow(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                instant(row, 8),
                Optional.ofNullable(instant(row, 9)).orElseThrow(),
                row.getString(10),
                row.getString(11),
                texts(row.getArray(12)),
                row.getString(13));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Whether the project keeps stock at all; most do not, and need not pay for looking. */
    boolean anyStock(Tx tx) {
        return tx.sql().fetchExists(LEDGER_VALUE);
    }

    /** How many pairs of case and section have stock. */
    int countSections(Tx tx, Integer[] numbers) {
        return tx.sql()
                .fetchCount(tx.sql()
                        .selectDistinct(LEDGER_VALUE.CASE_ID, LEDGER_VALUE.SECTION_ID)
                        .from(LEDGER_VALUE)
                        .join(CASE_RECORD)
                        .on(CASE_RECORD.CASE_ID.eq(LEDGER_VALUE.CASE_ID))
                        .where(CASE_RECORD.CASE_NO.eq(any(numbers))));
    }

    /** Stock of the cases, by case number, section and entry. */
    List<StockRow> stock(Tx tx, Integer[] numbers) {
        return tx.sql()
                .select(
                        LEDGER_VALUE.CASE_ID,
                        LEDGER_VALUE.SECTION_ID,
                        LEDGER_VALUE.ENTRY_ID,
                        LEDGER_VALUE.BALANCE,
                        LEDGER_VALUE.MODIFIED_ON)
                .from(LEDGER_VALUE)
                .join(CASE_RECORD)
                .on(CASE_RECORD.CASE_ID.eq(LEDGER_VALUE.CASE_ID))
                .where(CASE_RECORD.CASE_NO.eq(any(numbers)))
                .orderBy(CASE_RECORD.CASE_NO, LEDGER_VALUE.SECTION_ID, LEDGER_VALUE.ENTRY_ID)
                .fetch(row -> new StockRow(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}

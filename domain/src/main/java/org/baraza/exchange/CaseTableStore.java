// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import static org.baraza.persistence.schema.exchange.Tables.CASE_TABLE;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.baraza.exchange.imports.TableLook;
import org.baraza.exchange.work.RowIds;
import org.baraza.persistence.schema.exchange.tables.records.CaseTableRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tables of cases that wait for their import. */
final class CaseTableStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<TableLook.Seen>> COLUMNS = new TypeReference<>() {};

    CaseTable insert(Tx tx, JobFile file, TableLook look, String sentBy, Instant now) {
        return put(tx, new CaseTable(UUID.randomUUID().toString(), file, look, sentBy, now));
    }

    /** Under the id that it had. */
    void putBack(Tx tx, CaseTable table) {
        put(tx, table);
    }

    private static CaseTable put(Tx tx, CaseTable table) {
        return tx.sql()
                .insertInto(CASE_TABLE)
                .set(CASE_TABLE.PROJECT_ID, ProjectScope.current().value())
                .set(CASE_TABLE.TABLE_ID, UUID.fromString(table.tableId()))
                .set(CASE_TABLE.FILE_KEY, table.file().key())
                .set(CASE_TABLE.FILE_NAME, table.file().name())
                .set(CASE_TABLE.ROW_COUNT, table.look().rows())
                .set(
                        CASE_TABLE.COLUMNS,
                        JSONB.valueOf(JSON.writeValueAsString(table.look().columns())))
                .set(CASE_TABLE.SENT_BY, table.sentBy())
                .set(CASE_TABLE.SENT_AT, table.sentAt())
                .returning()
                .fetchSingle(CaseTableStore::table);
    }

    Optional<CaseTable> find(Tx tx, String tableId) {
        return RowIds.read(tableId)
                .flatMap(id -> tx.sql()
                        .selectFrom(CASE_TABLE)
                        .where(CASE_TABLE.TABLE_ID.eq(id))
                        .fetchOptional(CaseTableStore::table));
    }

    /** Whether it was there; only one of several who ask hears yes. */
    boolean remove(Tx tx, String tableId) {
        return RowIds.read(tableId)
                .map(id -> tx.sql()
                                .deleteFrom(CASE_TABLE)
                                .where(CASE_TABLE.TABLE_ID.eq(id))
                                .execute()
                        > 0)
                .orElse(false);
    }

    /** Index case_table_by_age; whoever sweeps the blobs finds theirs. */
    void forget(Tx tx, Instant before) {
        tx.sql().deleteFrom(CASE_TABLE).where(CASE_TABLE.SENT_AT.lt(before)).execute();
    }

    /** Index case_table_by_file. */
    List<String> referred(Tx tx, Collection<String> keys) {
        return tx.sql()
                .select(CASE_TABLE.FILE_KEY)
                .from(CASE_TABLE)
                .where(CASE_TABLE.FILE_KEY.eq(any(keys.toArray(String[]::new))))
                .fetch(CASE_TABLE.FILE_KEY);
    }

    private static CaseTable table(CaseTableRecord row) {
        return new CaseTable(
                row.getTableId().toString(),
                new JobFile(row.getFileKey(), row.getFileName()),
                new TableLook(row.getRowCount(), JSON.readValue(row.getColumns().data(), COLUMNS)),
                row.getSentBy(),
                row.getSentAt());
    }
}

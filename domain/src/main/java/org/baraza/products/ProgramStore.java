// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import static org.baraza.persistence.schema.products.Tables.PROGRAM;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.products.tables.records.ProgramRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

/** Programs; lists are read in the order of the index program_by_name. */
final class ProgramStore {

    Program insert(Tx tx, ProjectId project, String programId, String name, String code, Instant now) {
        return tx.sql()
                .insertInto(PROGRAM)
                .set(PROGRAM.PROJECT_ID, project.value())
                .set(PROGRAM.PROGRAM_ID, programId)
                .set(PROGRAM.NAME, name)
                .set(PROGRAM.NAME_KEY, ProductRules.key(name))
                .set(PROGRAM.CODE, code)
                .set(PROGRAM.MODIFIED_AT, now)
                .returning()
                .fetchSingle(ProgramStore::program);
    }

    Program update(Tx tx, String programId, String name, String code, Instant now) {
        return tx.sql()
                .update(PROGRAM)
                .set(PROGRAM.NAME, name)
                .set(PROGRAM.NAME_KEY, ProductRules.key(name))
                .set(PROGRAM.CODE, code)
                .set(PROGRAM.MODIFIED_AT, now)
                .where(PROGRAM.PROGRAM_ID.eq(programId))
                .returning()
                .fetchSingle(ProgramStore::program);
    }

    void delete(Tx tx, String programId) {
        tx.sql().deleteFrom(PROGRAM).where(PROGRAM.PROGRAM_ID.eq(programId)).execute();
    }

    Optional<Program> find(Tx tx, String programId) {
        return tx.sql()
                .selectFrom(PROGRAM)
                .where(PROGRAM.PROGRAM_ID.eq(programId))
                .fetchOptional(ProgramStore::program);
    }

    /** By primary key. */
    Map<String, Program> find(Tx tx, Collection<String> programIds) {
        return tx.sql()
                .selectFrom(PROGRAM)
                .where(PROGRAM.PROGRAM_ID.eq(any(programIds.toArray(String[]::new))))
                .fetchMap(PROGRAM.PROGRAM_ID, ProgramStore::program);
    }

    boolean hasName(Tx tx, String name, String exceptId) {
        return tx.sql()
                .fetchExists(
                        PROGRAM, PROGRAM.NAME_KEY.eq(ProductRules.key(name)).and(PROGRAM.PROGRAM_ID.ne(exceptId)));
    }

    boolean hasCode(Tx tx, String code, String exceptId) {
        return tx.sql().fetchExists(PROGRAM, PROGRAM.CODE.eq(code).and(PROGRAM.PROGRAM_ID.ne(exceptId)));
    }

    Page<Program> page(Tx tx, PageRequest page) {
        Condition behind = page.after().isEmpty()
                ? noCondition()
                : PROGRAM.NAME_KEY.gt(Cursor.read(page.after(), Program.LIST, 1).text(0));
        List<Program> rows = tx.sql()
                .selectFrom(PROGRAM)
                .where(behind)
                .orderBy(PROGRAM.NAME_KEY)
                .limit(page.first() + 1)
                .fetch(ProgramStore::program);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(PROGRAM));
    }

    /** All of them by name: as many as a phone gets. */
    List<Program> all(Tx tx) {
        return tx.sql().selectFrom(PROGRAM).orderBy(PROGRAM.NAME_KEY).fetch(ProgramStore::program);
    }

    private static Program program(ProgramRecord row) {
        return new Program(row.getProgramId(), row.getName(), row.getCode(), row.getModifiedAt());
    }
}

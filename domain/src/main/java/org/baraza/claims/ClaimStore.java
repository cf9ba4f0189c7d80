// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import static org.baraza.persistence.schema.cases.Tables.CASE_INDEX;
import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.baraza.cases.Relationship;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;

/** Claims, which are cases of a type of their own with a link to the case that is claimed. */
final class ClaimStore {
    static final String TYPE = "commcare-case-claim";
    static final String HOST = "host";

    private static final Condition IS_CLAIM = CASE_RECORD
            .TYPE
            .eq(TYPE)
            .and(CASE_INDEX.IDENTIFIER.eq(HOST))
            .and(CASE_INDEX.RELATIONSHIP.eq(Relationship.EXTENSION.wireName()))
            .and(CASE_INDEX.TARGET_ID.ne(""));
    private static final Field<?>[] COLUMNS = {
        CASE_RECORD.CASE_ID, CASE_RECORD.CASE_NO, CASE_INDEX.TARGET_ID, CASE_RECORD.OWNER_ID, CASE_RECORD.OPENED_ON
    };
    private static final Table<?> CLAIMS = CASE_RECORD.join(CASE_INDEX).on(CASE_INDEX.CASE_ID.eq(CASE_RECORD.CASE_ID));
    private static final Condition IS_OPEN = CASE_RECORD.DELETED_ON.isNull().and(not(CASE_RECORD.CLOSED));

    /**
     * Claims of the cases by one holder, ended ones too.
     *
     * @param open whether it still holds
     */
    record Known(String claimId, int caseNo, String caseId, boolean open) {}

    /** Index case_index_by_target. */
    List<Known> of(Tx tx, String holderId, Collection<String> caseIds) {
        return tx.sql()
                .select(CASE_RECORD.CASE_ID, CASE_RECORD.CASE_NO, CASE_INDEX.TARGET_ID, field(IS_OPEN))
                .from(CASE_INDEX)
                .join(CASE_RECORD)
                .on(CASE_RECORD.CASE_ID.eq(CASE_INDEX.CASE_ID))
                .where(IS_CLAIM)
                .and(CASE_INDEX.TARGET_ID.eq(any(caseIds.toArray(String[]::new))))
                .and(CASE_RECORD.OWNER_ID.eq(holderId))
                .fetch(row -> new Known(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    Page<Claim> page(Tx tx, ClaimQuery query) {
        PageRequest page = query.page();
        return Page.of(tx.sql().fetch(rows(query)).map(ClaimStore::claim), page, () ->
                (long) tx.sql().fetchCount(rows(heldBy(query.holderId()))));
    }

    /** Index case_open_by_owner. */
    Select<?> rows(ClaimQuery query) {
        PageRequest page = query.page();
        Condition behind = page.after().isEmpty()
                ? noCondition()
                : CASE_RECORD.CASE_NO.lt(
                        Cursor.read(page.after(), Claim.LIST, 1).number(0));
        return rows(heldBy(query.holderId()).and(behind))
                .orderBy(CASE_RECORD.CASE_NO.desc())
                .limit(page.first() + 1);
    }

    private static Condition heldBy(String holderId) {
        return CASE_RECORD.OWNER_ID.eq(holderId);
    }

    private static SelectConditionStep<?> rows(Condition wanted) {
        return select(COLUMNS).from(CLAIMS).where(IS_CLAIM).and(IS_OPEN).and(wanted);
    }

    Map<String, List<Claim>> newest(Tx tx, Collection<String> caseIds, int most) {
        return tx.sql().fetch(newest(caseIds, most)).map(ClaimStore::claim).stream()
                .collect(Collectors.groupingBy(Claim::caseId));
    }

    /** Index case_index_by_target. */
    Select<?> newest(Collection<String> caseIds, int most) {
        Field<Integer> rank = rowNumber()
                .over(partitionBy(CASE_INDEX.TARGET_ID).orderBy(CASE_RECORD.CASE_NO.desc()))
                .as("rank");
        Table<?> ranked = select(COLUMNS)
                .select(rank)
                .from(CLAIMS)
                .where(IS_CLAIM)
                .and(IS_OPEN)
                .and(CASE_INDEX.TARGET_ID.eq(any(caseIds.toArray(String[]::new))))
                .asTable("ranked");
        return select(ranked.fields(COLUMNS))
                .from(ranked)
                .where(ranked.field(rank).le(most))
                .orderBy(ranked.field(CASE_RECORD.CASE_NO).desc());
    }

    /** Those of the ids that are open claims; by primary key. */
    List<Claim> open(Tx tx, Collection<String> claimIds) {
        return tx.sql()
                .fetch(rows(CASE_RECORD.CASE_ID.eq(any(claimIds.toArray(String[]::new)))))
                .map(ClaimStore::claim);
    }

    private static Claim claim(Record row) {
        return new Claim(
                row.get(CASE_RECORD.CASE_ID),
                row.get(CASE_RECORD.CASE_NO),
                row.get(CASE_INDEX.TARGET_ID),
                row.get(CASE_RECORD.OWNER_ID),
                row.get(CASE_RECORD.OPENED_ON));
    }
}

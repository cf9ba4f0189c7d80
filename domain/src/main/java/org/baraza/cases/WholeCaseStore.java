// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.cases.Tables.CASE_TRANSACTION;
import static org.baraza.persistence.schema.forms.Tables.FORM;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectFrom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.persistence.schema.cases.tables.records.CaseRecordRecord;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Select;

/** Cases of a type in the order of their changes; index case_by_type. */
final class WholeCaseStore {

    List<CaseState> next(Tx tx, CaseRun run, Optional<CaseRun.Place> after, int most) {
        return tx.sql().fetch(rows(run, after, most)).map(CaseRows::state);
    }

    Select<CaseRecordRecord> rows(CaseRun run, Optional<CaseRun.Place> after, int most) {
        Condition behind = after.map(place -> row(CASE_RECORD.SERVER_MODIFIED_ON, CASE_RECORD.CASE_NO)
                        .gt(place.serverModifiedOn(), place.caseNo()))
                .orElseGet(() -> noCondition());
        return selectFrom(CASE_RECORD)
                .where(wanted(run))
                .and(behind)
                .orderBy(CASE_RECORD.SERVER_MODIFIED_ON, CASE_RECORD.CASE_NO)
                .limit(most);
    }

    List<CaseState> byNumber(Tx tx, CaseRun run, int after, int most) {
        return tx.sql().fetch(rowsByNumber(run, after, most)).map(CaseRows::state);
    }

    /** In the order in which they came, which no change moves; index case_by_number, or case_by_type where there are few. */
    Select<CaseRecordRecord> rowsByNumber(CaseRun run, int after, int most) {
        return selectFrom(CASE_RECORD)
                .where(wanted(run))
                .and(CASE_RECORD.CASE_NO.gt(after))
                .orderBy(CASE_RECORD.CASE_NO)
                .limit(most);
    }

    int count(Tx tx, CaseRun run) {
        return tx.sql().fetchCount(CASE_RECORD, wanted(run));
    }

    private static Condition wanted(CaseRun run) {
        Condition wanted = CASE_RECORD.DELETED_ON.isNull().and(CASE_RECORD.TYPE.eq(run.type()));
        if (run.from().isPresent()) {
            wanted = wanted.and(CASE_RECORD.SERVER_MODIFIED_ON.ge(run.from().get()));
        }
        if (run.before().isPresent()) {
            wanted = wanted.and(CASE_RECORD.SERVER_MODIFIED_ON.lt(run.before().get()));
        }
        if (run.owners().isPresent()) {
            wanted = wanted.and(
                    CaseReadStore.isOneOf(CASE_RECORD.OWNER_ID, run.owners().get()));
        }
        return wanted;
    }

    List<CaseState> sample(Tx tx, String type, int mostOfEach) {
        List<CaseState> cases = new ArrayList<>(tx.sql()
                .selectFrom(CASE_RECORD)
                .where(CASE_RECORD.DELETED_ON.isNull())
                .and(CASE_RECORD.TYPE.eq(type))
                .orderBy(CASE_RECORD.SERVER_MODIFIED_ON.desc(), CASE_RECORD.CASE_NO.desc())
                .limit(mostOfEach)
                .fetch(CaseRows::state));
        if (cases.size() == mostOfEach) {
            cases.addAll(next(
                    tx,
                    new CaseRun(type, Optional.empty(), Optional.empty(), Optional.empty()),
                    Optional.empty(),
                    mostOfEach));
        }
        return cases;
    }

    /** By primary key, with the forms by theirs. */
    Map<String, List<CaseStep>> steps(Tx tx, Collection<String> caseIds) {
        Map<String, List<CaseStep>> steps = new LinkedHashMap<>();
        tx.sql()
                .select(
                        CASE_TRANSACTION.CASE_ID,
                        CASE_TRANSACTION.FORM_ID,
                        FORM.XMLNS,
                        FORM.NAME,
                        CASE_TRANSACTION.TYPE,
                        CASE_TRANSACTION.REVOKED,
                        CASE_TRANSACTION.USER_ID,
                        CASE_TRANSACTION.CLIENT_DATE,
                        CASE_TRANSACTION.SERVER_DATE,
                        CASE_TRANSACTION.SYNC_LOG_ID)
                .from(CASE_TRANSACTION)
                .leftJoin(FORM)
                .on(FORM.FORM_ID.eq(CASE_TRANSACTION.FORM_ID))
                .where(CaseReadStore.isOneOf(CASE_TRANSACTION.CASE_ID, caseIds))
                .orderBy(CASE_TRANSACTION.CASE_ID, CASE_TRANSACTION.ORDINAL)
                .forEach(found -> steps.computeIfAbsent(found.value1(), id -> new ArrayList<>())
                        .add(new CaseStep(
                                found.value2(),
                                found.value3(),
                                found.value4(),
                                found.value5(),
                                found.value6(),
                                found.value7(),
                                found.value8(),
                                found.value9(),
                                found.value10())));
        return steps;
    }
}

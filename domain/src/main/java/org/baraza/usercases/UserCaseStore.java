// SPDX-License-Identifier: Apache-2.0
package org.baraza.usercases;

import static org.baraza.persistence.schema.cases.Tables.CASE_RECORD;
import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.usercases.Tables.CLOSING;
import static org.baraza.persistence.schema.usercases.Tables.DUE;
import static org.baraza.persistence.schema.usercases.Tables.SETTING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.usercases.UserCase.StoredCase;
import org.jooq.Condition;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who is due, and the case she has. */
final class UserCaseStore {
    private static final TypeReference<TreeMap<String, Object>> VALUES = new TypeReference<>() {};

    /** A worker to be looked at. */
    record Due(String userId, long mark) {}

    boolean isEnabled(Tx tx) {
        return tx.sql().fetchExists(SETTING, SETTING.ENABLED.isTrue());
    }

    void setEnabled(Tx tx, ProjectId project, boolean enabled) {
        tx.sql()
                .insertInto(SETTING)
                .set(SETTING.PROJECT_ID, project.value())
                .set(SETTING.ENABLED, enabled)
                .onConflict(SETTING.PROJECT_ID)
                .doUpdate()
                .set(SETTING.ENABLED, enabled)
                .execute();
    }

    /** Marks workers as due; index mobile_worker_pkey. */
    void mark(Tx tx, Collection<String> userIds) {
        mark(tx, MOBILE_WORKER.USER_ID.eq(any(userIds.toArray(String[]::new))));
    }

    /** Marks everybody who has an account. */
    void markAll(Tx tx) {
        mark(tx, MOBILE_WORKER.RETIRED_AT.isNull());
    }

    private static void mark(Tx tx, Condition which) {
        tx.sql()
                .insertInto(DUE, DUE.PROJECT_ID, DUE.USER_ID)
                .select(select(MOBILE_WORKER.PROJECT_ID, MOBILE_WORKER.USER_ID)
                        .from(MOBILE_WORKER)
                        .where(which)
                        .orderBy(MOBILE_WORKER.USER_ID))
                .onConflict(DUE.PROJECT_ID, DUE.USER_ID)
                .doUpdate()
                .set(DUE.MARK, DUE.MARK.plus(1))
                .execute();
    }

    /** Takes one whom nobody works on. */
    Optional<Due> claim(Tx tx, Instant now, Instant until) {
        return tx.sql()
                .update(DUE)
                .set(DUE.CLAIMED_UNTIL, until)
                .where(DUE.USER_ID.eq(select(DUE.USER_ID)
                        .from(DUE)
                        .where(DUE.CLAIMED_UNTIL.isNull().or(DUE.CLAIMED_UNTIL.le(now)))
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returning()
                .fetchOptional(row -> new Due(row.getUserId(), row.getMark()));
    }

    /** She is as she should be, unless she changed meanwhile: then she is due again. */
    void settle(Tx tx, Due due) {
        tx.sql()
                .deleteFrom(DUE)
                .where(DUE.USER_ID.eq(due.userId()))
                .and(DUE.MARK.eq(due.mark()))
                .execute();
        tx.sql()
                .update(DUE)
                .setNull(DUE.CLAIMED_UNTIL)
                .where(DUE.USER_ID.eq(due.userId()))
                .execute();
    }

    /** The case about somebody: by the id that it gets here, or one that was made elsewhere; index case_by_external_id. */
    Optional<StoredCase> find(Tx tx, String caseId, String userId) {
        return tx.sql()
                .selectFrom(CASE_RECORD)
                .where(CASE_RECORD
                        .CASE_ID
                        .eq(caseId)
                        .or(CASE_RECORD.EXTERNAL_ID.eq(userId).and(CASE_RECORD.TYPE.eq(UserCase.TYPE))))
                .and(CASE_RECORD.DELETED_ON.isNull())
                .orderBy(CASE_RECORD.CLOSED, CASE_RECORD.CASE_NO)
                .limit(1)
                .fetchOptional(row -> {
                    TreeMap<String, String> properties = new TreeMap<>();
                    JsonMapper.shared()
                            .readValue(row.getProperties().data(), VALUES)
                            .forEach((key, value) -> properties.put(key, String.valueOf(value)));
                    return new StoredCase(
                            row.getCaseId(), row.getName(), row.getOwnerId(), row.getClosed(), properties);
                });
    }

    Optional<String> closingForm(Tx tx, String userId) {
        return tx.sql()
                .select(CLOSING.FORM_ID)
                .from(CLOSING)
                .where(CLOSING.USER_ID.eq(userId))
                .fetchOptional(CLOSING.FORM_ID);
    }

    void setClosingForm(Tx tx, String userId, String formId) {
        tx.sql()
                .insertInto(CLOSING)
                .set(CLOSING.PROJECT_ID, ProjectScope.current().value())
                .set(CLOSING.USER_ID, userId)
                .set(CLOSING.FORM_ID, formId)
                .onConflict(CLOSING.PROJECT_ID, CLOSING.USER_ID)
                .doUpdate()
                .set(CLOSING.FORM_ID, formId)
                .execute();
    }

    void forgetClosingForm(Tx tx, String userId) {
        tx.sql().deleteFrom(CLOSING).where(CLOSING.USER_ID.eq(userId)).execute();
    }
}

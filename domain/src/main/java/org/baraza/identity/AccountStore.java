// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.identity.Tables.WEB_USER;

import java.time.Instant;
import java.util.Optional;
import org.baraza.identity.Account.State;
import org.baraza.identity.LoginName.Nobody;
import org.baraza.identity.LoginName.Web;
import org.baraza.identity.LoginName.Worker;
import org.baraza.identity.credentials.LockOut;
import org.baraza.persistence.schema.identity.tables.records.MobileWorkerRecord;
import org.baraza.persistence.schema.identity.tables.records.WebUserRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

final class AccountStore {

    Optional<Account> find(Tx tx, LoginName login) {
        return switch (login) {
            case Web web -> tx.sql().selectFrom(WEB_USER).where(isHer(web)).fetchOptional(AccountStore::account);
            case Worker worker ->
                tx.sql()
                        .selectFrom(MOBILE_WORKER)
                        .where(isHer(worker))
                        .fetchOptional(AccountStore::account)
                        .or(() -> deleted(tx, worker));
            case Nobody _ -> Optional.empty();
        };
    }

    /** The last worker who had the name, by index mobile_worker_retired. */
    private static Optional<Account> deleted(Tx tx, Worker worker) {
        return tx.sql()
                .selectFrom(MOBILE_WORKER)
                .where(MOBILE_WORKER.PROJECT_ID.eq(worker.project().value()))
                .and(MOBILE_WORKER.USERNAME.eq(worker.username()))
                .and(MOBILE_WORKER.RETIRED_AT.isNotNull())
                .and(MOBILE_WORKER.PASSWORD_HASH.ne(""))
                .orderBy(MOBILE_WORKER.RETIRED_AT.desc())
                .limit(1)
                .fetchOptional(AccountStore::account);
    }

    /** Reads what went wrong so far and keeps others from changing it until the end of the transaction. */
    Optional<LockOut> lockLockOut(Tx tx, LoginName login) {
        return switch (login) {
            case Web web ->
                tx.sql()
                        .selectFrom(WEB_USER)
                        .where(isHer(web))
                        .forUpdate()
                        .fetchOptional(row -> lockOut(row.getFailedSignIns(), row.getLockOuts(), row.getLockedUntil()));
            case Worker worker ->
                tx.sql()
                        .selectFrom(MOBILE_WORKER)
                        .where(isHer(worker))
                        .forUpdate()
                        .fetchOptional(row -> lockOut(row.getFailedSignIns(), row.getLockOuts(), row.getLockedUntil()));
            case Nobody _ -> Optional.empty();
        };
    }

    void setLockOut(Tx tx, LoginName login, LockOut lockOut) {
        @Nullable Instant until = lockOut.until().orElse(null);
        switch (login) {
            case Web web ->
                tx.sql()
                        .update(WEB_USER)
                        .set(WEB_USER.FAILED_SIGN_INS, lockOut.failures())
                        .set(WEB_USER.LOCK_OUTS, lockOut.times())
                        .set(WEB_USER.LOCKED_UNTIL, until)
                        .where(isHer(web))
                        .execute();
            case Worker worker ->
                tx.sql()
                        .update(MOBILE_WORKER)
                        .set(MOBILE_WORKER.FAILED_SIGN_INS, lockOut.failures())
                        .set(MOBILE_WORKER.LOCK_OUTS, lockOut.times())
                        .set(MOBILE_WORKER.LOCKED_UNTIL, until)
                        .where(isHer(worker))
                        .execute();
            case Nobody _ -> {}
        }
    }

    private static Condition isHer(Web web) {
        return WEB_USER.USERNAME.eq(web.typed());
    }

    private static Condition isHer(Worker worker) {
        return MOBILE_WORKER
                .PROJECT_ID
                .eq(worker.project().value())
                .and(MOBILE_WORKER.USERNAME.eq(worker.username()))
                .and(MOBILE_WORKER.RETIRED_AT.isNull());
    }

    private static Account account(WebUserRecord row) {
        return new Account(
                new Actor.WebUser(row.getUserId(), row.getUsername(), row.getCanCreateProjects(), Optional.empty()),
                row.getPasswordHash(),
                row.getCredentialVersion(),
                row.getActive() ? State.OPEN : State.CLOSED,
                lockOut(row.getFailedSignIns(), row.getLockOuts(), row.getLockedUntil()));
    }

    private static Account account(MobileWorkerRecord row) {
        return new Account(
                new Actor.MobileWorker(row.getUserId(), row.getUsername(), new ProjectId(row.getProjectId())),
                row.getPasswordHash(),
                row.getCredentialVersion(),
                row.getRetiredAt() != null ? State.DELETED : row.getActive() ? State.OPEN : State.CLOSED,
                lockOut(row.getFailedSignIns(), row.getLockOuts(), row.getLockedUntil()));
    }

    private static LockOut lockOut(int failures, int times, @Nullable Instant until) {
        return new LockOut(failures, times, Optional.ofNullable(until));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.DIGEST_SECRET;
import static org.baraza.persistence.schema.identity.Tables.MOBILE_WORKER;
import static org.baraza.persistence.schema.identity.Tables.PROJECT_SECURITY;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.Optional;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Field;

/** Whether a project allows Digest, and what it takes. */
final class DigestStore {

    /** What is kept of a person, sealed. */
    record Kept(int version, byte[] sealed) {
        @Override
        public String toString() {
            return "Kept";
        }
    }

    boolean isAllowed(Tx tx, ProjectId project) {
        return tx.sql()
                .fetchExists(
                        PROJECT_SECURITY,
                        PROJECT_SECURITY.PROJECT_ID.eq(project.value()).and(PROJECT_SECURITY.DIGEST_ALLOWED));
    }

    Optional<Kept> find(Tx tx, ProjectId project, String userId) {
        return tx.sql()
                .select(DIGEST_SECRET.CREDENTIAL_VERSION, DIGEST_SECRET.SEALED_SECRETS)
                .from(DIGEST_SECRET)
                .where(DIGEST_SECRET.PROJECT_ID.eq(project.value()))
                .and(DIGEST_SECRET.USER_ID.eq(userId))
                .fetchOptional(row -> new Kept(row.value1(), row.value2()));
    }

    void put(Tx tx, ProjectId project, String userId, int version, byte[] sealed) {
        put(tx, project, userId, val(version), sealed);
    }

    /** Of the password that the worker has by now. */
    void putOfWorker(Tx tx, ProjectId project, String userId, byte[] sealed) {
        put(
                tx,
                project,
                userId,
                select(MOBILE_WORKER.CREDENTIAL_VERSION)
                        .from(MOBILE_WORKER)
                        .where(MOBILE_WORKER.PROJECT_ID.eq(project.value()))
                        .and(MOBILE_WORKER.USER_ID.eq(userId))
                        .asField(),
                sealed);
    }

    private static void put(Tx tx, ProjectId project, String userId, Field<Integer> version, byte[] sealed) {
        tx.sql()
                .insertInto(DIGEST_SECRET)
                .set(DIGEST_SECRET.PROJECT_ID, project.value())
                .set(DIGEST_SECRET.USER_ID, userId)
                .set(DIGEST_SECRET.CREDENTIAL_VERSION, version)
                .set(DIGEST_SECRET.SEALED_SECRETS, sealed)
                .onConflict(DIGEST_SECRET.PROJECT_ID, DIGEST_SECRET.USER_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void remove(Tx tx, String userId) {
        tx.sql()
                .deleteFrom(DIGEST_SECRET)
                .where(DIGEST_SECRET.USER_ID.eq(userId))
                .execute();
    }
}

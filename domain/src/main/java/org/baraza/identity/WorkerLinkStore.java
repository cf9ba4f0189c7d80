// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.WORKER_LINK;

import java.time.Instant;
import java.util.Optional;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

final class WorkerLinkStore {

    /** A link to be mailed. */
    record NewLink(String userId, byte[] tokenHash, boolean confirms, Instant now, Instant end) {}

    /** How many links were mailed since then, by index worker_link_by_age. */
    int since(Tx tx, ProjectId project, String userId, Instant then) {
        return tx.sql().fetchCount(WORKER_LINK, isHers(project, userId).and(WORKER_LINK.CREATED_AT.gt(then)));
    }

    void add(Tx tx, ProjectId project, NewLink link) {
        tx.sql()
                .insertInto(WORKER_LINK)
                .set(WORKER_LINK.PROJECT_ID, project.value())
                .set(WORKER_LINK.USER_ID, link.userId())
                .set(WORKER_LINK.TOKEN_HASH, link.tokenHash())
                .set(WORKER_LINK.CONFIRMS, link.confirms())
                .set(WORKER_LINK.CREATED_AT, link.now())
                .set(WORKER_LINK.EXPIRES_AT, link.end())
                .execute();
    }

    /** Whether it confirms her account; empty when it is over or never was. */
    Optional<Boolean> live(Tx tx, ProjectId project, String userId, byte[] tokenHash, Instant now) {
        return tx.sql()
                .select(WORKER_LINK.CONFIRMS)
                .from(WORKER_LINK)
                .where(isHers(project, userId))
                .and(WORKER_LINK.TOKEN_HASH.eq(tokenHash))
                .and(isLive(now))
                .fetchOptional(WORKER_LINK.CONFIRMS);
    }

    /** Ends all links of hers. */
    void end(Tx tx, ProjectId project, String userId, Instant now) {
        tx.sql()
                .update(WORKER_LINK)
                .set(WORKER_LINK.USED_AT, now)
                .where(isHers(project, userId))
                .and(isLive(now))
                .execute();
    }

    private static Condition isHers(ProjectId project, String userId) {
        return WORKER_LINK.PROJECT_ID.eq(project.value()).and(WORKER_LINK.USER_ID.eq(userId));
    }

    private static Condition isLive(Instant now) {
        return WORKER_LINK.USED_AT.isNull().and(WORKER_LINK.EXPIRES_AT.gt(now));
    }
}

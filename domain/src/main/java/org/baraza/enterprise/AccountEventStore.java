// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import static org.baraza.persistence.schema.enterprise.Tables.EVENT;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The book of an account; nothing in it is ever changed or taken back. */
final class AccountEventStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    void add(
            Tx tx,
            UUID account,
            String actorId,
            String actorName,
            String action,
            Map<String, String> detail,
            Instant now) {
        tx.sql()
                .insertInto(EVENT)
                .set(EVENT.ACCOUNT_ID, account)
                .set(EVENT.AT, now)
                .set(EVENT.ACTOR_ID, actorId)
                .set(EVENT.ACTOR_NAME, actorName)
                .set(EVENT.ACTION, action)
                .set(EVENT.DETAIL, JSONB.valueOf(JSON.writeValueAsString(detail)))
                .execute();
    }

    /** Newest first, backwards through the key. */
    Page<AccountEvent> page(Tx tx, UUID account, PageRequest page) {
        List<AccountEvent> rows = tx.sql()
                .selectFrom(EVENT)
                .where(EVENT.ACCOUNT_ID.eq(account))
                .and(
                        page.after().isEmpty()
                                ? noCondition()
                                : EVENT.EVENT_ID.lt(Cursor.read(page.after(), AccountEvent.LIST, 1)
                                        .largeNumber(0)))
                .orderBy(EVENT.EVENT_ID.desc())
                .limit(page.first() + 1)
                .fetch(row -> new AccountEvent(
                        row.getEventId(),
                        row.getAt(),
                        row.getActorName(),
                        row.getAction(),
                        JSON.readValue(row.getDetail().data(), TEXTS)));
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(EVENT, EVENT.ACCOUNT_ID.eq(account)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.baraza.persistence.schema.identity.Tables.ACCOUNT_EVENT;
import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class OwnEventStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** Backwards through account_event_by_user. */
    Page<AccountEvent> page(Tx tx, String userId, PageRequest page) {
        Condition hers = ACCOUNT_EVENT.USER_ID.eq(userId);
        List<AccountEvent> rows = tx.sql()
                .select(
                        ACCOUNT_EVENT.EVENT_ID,
                        ACCOUNT_EVENT.AT,
                        ACCOUNT_EVENT.ACTION,
                        ACCOUNT_EVENT.ADDRESS,
                        ACCOUNT_EVENT.DETAIL)
                .from(ACCOUNT_EVENT)
                .where(hers)
                .and(behind(page.after()))
                .orderBy(ACCOUNT_EVENT.EVENT_ID.desc())
                .limit(page.first() + 1)
                .fetch(row -> new AccountEvent(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        Optional.ofNullable(row.value4()).orElse(""),
                        JSON.readValue(row.value5().data(), TEXTS)));
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(ACCOUNT_EVENT, hers));
    }

    private static Condition behind(String after) {
        return after.isEmpty()
                ? noCondition()
                : ACCOUNT_EVENT.EVENT_ID.lt(
                        Cursor.read(after, AccountEvent.LIST, 1).largeNumber(0));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import static org.baraza.persistence.schema.oauth.Tables.ACCESS_GRANT;
import static org.baraza.persistence.schema.oauth.Tables.APPLICATION;
import static org.baraza.persistence.schema.oauth.Tables.CONSENT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;

final class ConsentStore {

    Optional<Set<String>> scopes(Tx tx, String userId, String clientId) {
        return tx.sql()
                .select(CONSENT.SCOPES)
                .from(CONSENT)
                .where(CONSENT.USER_ID.eq(userId))
                .and(CONSENT.CLIENT_ID.eq(clientId))
                .fetchOptional(row -> Set.of(row.value1()));
    }

    void put(Tx tx, String userId, String clientId, Set<String> scopes, Instant now) {
        String[] names = scopes.stream().sorted().toArray(String[]::new);
        tx.sql()
                .insertInto(CONSENT)
                .set(CONSENT.USER_ID, userId)
                .set(CONSENT.CLIENT_ID, clientId)
                .set(CONSENT.SCOPES, names)
                .set(CONSENT.AGREED_AT, now)
                .onConflict(CONSENT.USER_ID, CONSENT.CLIENT_ID)
                .doUpdate()
                .set(CONSENT.SCOPES, names)
                .set(CONSENT.AGREED_AT, now)
                .execute();
    }

    boolean delete(Tx tx, String userId, String clientId) {
        return tx.sql()
                        .deleteFrom(CONSENT)
                        .where(CONSENT.USER_ID.eq(userId))
                        .and(CONSENT.CLIENT_ID.eq(clientId))
                        .execute()
                == 1;
    }

    /** Newest first, by index consent_by_age; the last use by index access_grant_by_user. */
    Page<Consent> page(Tx tx, String userId, PageRequest page) {
        var lastUsed = field(tx.sql()
                .select(max(ACCESS_GRANT.LAST_USED_AT))
                .from(ACCESS_GRANT)
                .where(ACCESS_GRANT.USER_ID.eq(CONSENT.USER_ID))
                .and(ACCESS_GRANT.CLIENT_ID.eq(CONSENT.CLIENT_ID)));
        List<Consent> oneMore = tx.sql()
                .select(CONSENT.CLIENT_ID, APPLICATION.NAME, CONSENT.SCOPES, CONSENT.AGREED_AT, lastUsed)
                .from(CONSENT)
                .join(APPLICATION)
                .on(APPLICATION.CLIENT_ID.eq(CONSENT.CLIENT_ID))
                .where(CONSENT.USER_ID.eq(userId))
                .and(behind(page.after()))
                .orderBy(CONSENT.AGREED_AT.desc(), CONSENT.CLIENT_ID.desc())
                .limit(page.first() + 1)
                .fetch(found -> new Consent(
                        found.value1(),
                        found.value2(),
                        Set.of(found.value3()),
                        found.value4(),
                        Optional.ofNullable(found.value5())));
        return Page.of(oneMore, page, () -> (long) tx.sql().fetchCount(CONSENT, CONSENT.USER_ID.eq(userId)));
    }

    private static Condition behind(String after) {
        if (after.isEmpty()) {
            return noCondition();
        }
        Cursor cursor = Cursor.read(after, Consent.LIST, 2);
        return row(CONSENT.AGREED_AT, CONSENT.CLIENT_ID).lt(cursor.instant(0), cursor.text(1));
    }
}

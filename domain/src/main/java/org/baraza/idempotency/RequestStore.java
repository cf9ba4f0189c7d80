// SPDX-License-Identifier: Apache-2.0
package org.baraza.idempotency;

import static org.baraza.persistence.schema.idempotency.Tables.REQUEST;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.baraza.persistence.schema.idempotency.tables.records.RequestRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class RequestStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    /** A request that came before. */
    record Known(byte[] fingerprint, Instant begunAt, Optional<KeptAnswer> answer) {}

    /** Whether nobody came with the key before; of two at once the second waits until the first is written. */
    boolean insert(Tx tx, RequestKey key, byte[] fingerprint, Instant now) {
        return tx.sql()
                        .insertInto(REQUEST)
                        .set(REQUEST.PROJECT_ID, ProjectScope.current().value())
                        .set(REQUEST.CALLER, key.caller())
                        .set(REQUEST.REQUEST_KEY, key.key())
                        .set(REQUEST.FINGERPRINT, fingerprint)
                        .set(REQUEST.BEGUN_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Known find(Tx tx, RequestKey key) {
        return tx.sql().selectFrom(REQUEST).where(is(key)).fetchSingle(RequestStore::known);
    }

    void answer(Tx tx, RequestKey key, KeptAnswer answer) {
        tx.sql()
                .update(REQUEST)
                .set(REQUEST.STATUS, answer.status())
                .set(REQUEST.HEADERS, JSONB.valueOf(JSON.writeValueAsString(answer.headers())))
                .set(REQUEST.BODY, answer.body())
                .where(is(key))
                .execute();
    }

    /** By request_by_age. */
    void forgetBefore(Tx tx, Instant moment) {
        tx.sql()
                .deleteFrom(REQUEST)
                .where(REQUEST.PROJECT_ID.eq(ProjectScope.current().value()))
                .and(REQUEST.BEGUN_AT.lt(moment))
                .execute();
    }

    private static Condition is(RequestKey key) {
        return REQUEST.PROJECT_ID
                .eq(ProjectScope.current().value())
                .and(REQUEST.CALLER.eq(key.caller()))
                .and(REQUEST.REQUEST_KEY.eq(key.key()));
    }

    private static Known known(RequestRecord row) {
        Optional<KeptAnswer> answer = row.getStatus() == null
                ? Optional.empty()
                : Optional.of(new KeptAnswer(
                        row.getStatus(), JSON.readValue(row.getHeaders().data(), TEXTS), row.getBody()));
        return new Known(row.getFingerprint(), row.getBegunAt(), answer);
    }
}

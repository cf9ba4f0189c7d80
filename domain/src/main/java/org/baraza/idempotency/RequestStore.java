// SPDX-License-Identifier: Apache-2.0
package org.baraza.idempotency;

import static org.baraza.persistence.schema.idempotency.Tables.OWN_REQUEST;
import static org.baraza.persistence.schema.idempotency.Tables.REQUEST;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests about a project lie in one table, those about none in another with the same columns but the project. */
final class RequestStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Field<String> CALLER = column(REQUEST.CALLER);
    private static final Field<String> KEY = column(REQUEST.REQUEST_KEY);
    private static final Field<byte[]> FINGERPRINT = column(REQUEST.FINGERPRINT);
    private static final Field<Instant> BEGUN_AT = column(REQUEST.BEGUN_AT);
    private static final Field<Integer> STATUS = column(REQUEST.STATUS);
    private static final Field<JSONB> HEADERS = column(REQUEST.HEADERS);
    private static final Field<byte[]> BODY = column(REQUEST.BODY);

    /** A request that came before. */
    record Known(byte[] fingerprint, Instant begunAt, Optional<KeptAnswer> answer) {}

    /** Whether nobody came with the key before; of two at once the second waits until the first is written. */
    boolean insert(Tx tx, RequestKey key, byte[] fingerprint, Instant now) {
        return tx.sql()
                        .insertInto(table(key))
                        .set(
                                key.inProject()
                                        ? Map.of(
                                                REQUEST.PROJECT_ID,
                                                ProjectScope.current().value())
                                        : Map.of())
                        .set(CALLER, key.caller())
                        .set(KEY, key.key())
                        .set(FINGERPRINT, fingerprint)
                        .set(BEGUN_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Known find(Tx tx, RequestKey key) {
        return tx.sql()
                .select(FINGERPRINT, BEGUN_AT, STATUS, HEADERS, BODY)
                .from(table(key))
                .where(is(key))
                .fetchSingle(RequestStore::known);
    }

    void answer(Tx tx, RequestKey key, KeptAnswer answer) {
        tx.sql()
                .update(table(key))
                .set(STATUS, answer.status())
                .set(HEADERS, JSONB.valueOf(JSON.writeValueAsString(answer.headers())))
                .set(BODY, answer.body())
                .where(is(key))
                .execute();
    }

    /** Of the project, by request_by_age; of what is about none the caller's, by own_request_by_age. */
    void forgetBefore(Tx tx, RequestKey key, Instant moment) {
        tx.sql()
                .deleteFrom(table(key))
                .where(key.inProject() ? inProject() : CALLER.eq(key.caller()))
                .and(BEGUN_AT.lt(moment))
                .execute();
    }

    private static Condition is(RequestKey key) {
        return (key.inProject() ? inProject() : noCondition())
                .and(CALLER.eq(key.caller()))
                .and(KEY.eq(key.key()));
    }

    private static Condition inProject() {
        return REQUEST.PROJECT_ID.eq(ProjectScope.current().value());
    }

    private static Table<?> table(RequestKey key) {
        return key.inProject() ? REQUEST : OWN_REQUEST;
    }

    private static <T> Field<T> column(TableField<?, T> field) {
        return field(field.getUnqualifiedName(), field.getDataType());
    }

    private static Known known(Record row) {
        Optional<KeptAnswer> answer = Optional.ofNullable(row.get(STATUS))
                .map(status ->
                        new KeptAnswer(status, JSON.readValue(row.get(HEADERS).data(), TEXTS), row.get(BODY)));
        return new Known(row.get(FINGERPRINT), row.get(BEGUN_AT), answer);
    }
}

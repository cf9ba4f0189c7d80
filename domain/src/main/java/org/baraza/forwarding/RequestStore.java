// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.baraza.persistence.schema.forwarding.Tables.REQUEST;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.persistence.schema.forwarding.tables.records.RequestRecord;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of requests: by primary key, and through request_by_record, _by_payload, _by_connection and _by_time. */
public final class RequestStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final int MOST_ATTEMPTS = 50;
    private static final int SWEPT = 5_000;

    /** Writes all of them in as few statements as the driver can. */
    public void insert(Tx tx, List<SentRequest> requests) {
        if (!requests.isEmpty()) {
            tx.sql()
                    .batchInsert(requests.stream().map(RequestStore::row).toList())
                    .execute();
        }
    }

    private static RequestRecord row(SentRequest request) {
        SentRequest.Content content = request.content();
        RequestRecord row = new RequestRecord();
        row.setProjectId(ProjectScope.current().value());
        row.setRequestId(UUID.fromString(request.requestId()));
        row.setConnectionId(UUID.fromString(request.connectionId()));
        row.setRecordId(request.recordId().map(UUID::fromString).orElse(null));
        row.setPayloadId(request.payloadId().orElse(null));
        row.setAt(request.at());
        row.setState(request.state().map(RecordState::number).orElse(null));
        row.setMethod(content.method());
        row.setUrl(storable(content.url()));
        row.setHeaders(json(content.headers()));
        row.setBody(storable(content.body()));
        row.setStatus(content.status().map(Integer::shortValue).orElse(null));
        row.setError(content.error().isEmpty() ? null : storable(content.error()));
        row.setResponseHeaders(json(content.responseHeaders()));
        row.setResponseBody(storable(content.responseBody()));
        row.setMillis(request.millis());
        return row;
    }

    private static JSONB json(Map<String, String> headers) {
        return JSONB.valueOf(storable(JSON.writeValueAsString(headers)).replace("\\u0000", ""));
    }

    /** The database keeps every character but one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    Page<SentRequest> page(Tx tx, RequestQuery query) {
        PageRequest page = query.page();
        Condition wanted = wanted(query);
        List<SentRequest> rows = tx.sql()
                .selectFrom(REQUEST)
                .where(wanted)
                .and(behind(page.after()))
                .orderBy(REQUEST.REQUEST_ID.desc())
                .limit(page.first() + 1)
                .fetch(RequestStore::request);
        return Page.of(rows, page, () -> (long) tx.sql().fetchCount(REQUEST, wanted));
    }

    Optional<SentRequest> find(Tx tx, UUID requestId) {
        return tx.sql()
                .selectFrom(REQUEST)
                .where(REQUEST.REQUEST_ID.eq(requestId))
                .fetchOptional(RequestStore::request);
    }

    private static Condition wanted(RequestQuery query) {
        Condition wanted = noCondition();
        if (!query.connectionId().isEmpty()) {
            wanted = wanted.and(REQUEST.CONNECTION_ID.eq(RecordStore.id(query.connectionId())));
        }
        if (!query.payloadId().isEmpty()) {
            wanted = wanted.and(REQUEST.PAYLOAD_ID.eq(query.payloadId()));
        }
        if (!query.url().isEmpty()) {
            wanted = wanted.and(REQUEST.URL.contains(query.url()));
        }
        return wanted.and(query.status()
                        .map(status -> REQUEST.STATUS.eq(status.shortValue()))
                        .orElseGet(() -> noCondition()))
                .and(query.since().map(REQUEST.AT::ge).orElseGet(() -> noCondition()))
                .and(query.until().map(REQUEST.AT::lt).orElseGet(() -> noCondition()));
    }

    private static Condition behind(String after) {
        return after.isEmpty()
                ? noCondition()
                : REQUEST.REQUEST_ID.lt(Cursor.read(after, SentRequest.LIST, 1).id(0));
    }

    /** By the ids of the records, newest first, at most 50 of each. */
    Map<String, List<SentRequest>> ofRecords(Tx tx, Collection<UUID> recordIds) {
        Field<Integer> number = rowNumber()
                .over(partitionBy(REQUEST.RECORD_ID).orderBy(REQUEST.REQUEST_ID.desc()))
                .as("number");
        var numbered = select(REQUEST.REQUEST_ID, number)
                .from(REQUEST)
                .where(REQUEST.RECORD_ID.in(recordIds))
                .asTable("numbered");
        Map<String, List<SentRequest>> found = new LinkedHashMap<>();
        tx.sql()
                .selectFrom(REQUEST)
                .where(REQUEST.RECORD_ID.in(recordIds))
                .and(REQUEST.REQUEST_ID.in(select(numbered.field(REQUEST.REQUEST_ID))
                        .from(numbered)
                        .where(val(MOST_ATTEMPTS).ge(numbered.field(number)))))
                .orderBy(REQUEST.RECORD_ID, REQUEST.REQUEST_ID.desc())
                .forEach(row -> found.computeIfAbsent(row.getRecordId().toString(), _ -> new ArrayList<>())
                        .add(request(row)));
        return found;
    }

    /**
     * Forgets some of what is older.
     *
     * @return whether there may be more
     */
    boolean sweep(Tx tx, Instant before) {
        return tx.sql()
                        .deleteFrom(REQUEST)
                        .where(REQUEST.REQUEST_ID.in(select(REQUEST.REQUEST_ID)
                                .from(REQUEST)
                                .where(REQUEST.AT.lt(before))
                                .limit(SWEPT)))
                        .execute()
                == SWEPT;
    }

    private static SentRequest request(RequestRecord row) {
        return new SentRequest(
                row.getRequestId().toString(),
                row.getConnectionId().toString(),
                Optional.ofNullable(row.getRecordId()).map(UUID::toString),
                Optional.ofNullable(row.getPayloadId()),
                row.getAt(),
                Optional.ofNullable(row.getState()).map(RecordState::of),
                new SentRequest.Content(
                        row.getMethod(),
                        row.getUrl(),
                        JSON.readValue(row.getHeaders().data(), HEADERS),
                        row.getBody(),
                        Optional.ofNullable(row.getStatus()).map(Short::intValue),
                        Optional.ofNullable(row.getError()).orElse(""),
                        JSON.readValue(row.getResponseHeaders().data(), HEADERS),
                        row.getResponseBody()),
                row.getMillis());
    }
}

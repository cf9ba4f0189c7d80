// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.baraza.persistence.schema.forwarding.Tables.FORWARDER;
import static org.baraza.persistence.schema.forwarding.Tables.LANE;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.noCondition;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.Condition;
import org.jooq.JSONB;
import org.jooq.Record;
import tools.jackson.databind.json.JsonMapper;

/** Forwarders with what moves of them; a project has few. */
public final class ForwarderStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    Forwarder insert(Tx tx, ForwarderWish wish, UUID connection) {
        UUID project = ProjectScope.current().value();
        UUID id = UUID.randomUUID();
        tx.sql()
                .insertInto(FORWARDER)
                .set(FORWARDER.PROJECT_ID, project)
                .set(FORWARDER.FORWARDER_ID, id)
                .set(FORWARDER.CONNECTION_ID, connection)
                .set(FORWARDER.NAME, wish.name())
                .set(FORWARDER.TYPE, wish.type())
                .set(FORWARDER.FORMAT, wish.format())
                .set(FORWARDER.SCRIPT, wish.script())
                .set(FORWARDER.METHOD, wish.method().name())
                .set(FORWARDER.OPTIONS, json(wish.options()))
                .execute();
        tx.sql()
                .insertInto(LANE)
                .set(LANE.PROJECT_ID, project)
                .set(LANE.FORWARDER_ID, id)
                .execute();
        return find(tx, id).orElseThrow();
    }

    Forwarder update(Tx tx, UUID id, ForwarderWish wish, UUID connection) {
        tx.sql()
                .update(FORWARDER)
                .set(FORWARDER.CONNECTION_ID, connection)
                .set(FORWARDER.NAME, wish.name())
                .set(FORWARDER.FORMAT, wish.format())
                .set(FORWARDER.SCRIPT, wish.script())
                .set(FORWARDER.METHOD, wish.method().name())
                .set(FORWARDER.OPTIONS, json(wish.options()))
                .set(FORWARDER.UPDATED_AT, currentInstant())
                .where(FORWARDER.FORWARDER_ID.eq(id))
                .execute();
        return find(tx, id).orElseThrow();
    }

    private static JSONB json(ForwarderOptions options) {
        return JSONB.valueOf(JSON.writeValueAsString(options));
    }

    void setPaused(Tx tx, UUID id, boolean paused) {
        tx.sql()
                .update(FORWARDER)
                .set(FORWARDER.PAUSED, paused)
                .set(FORWARDER.UPDATED_AT, currentInstant())
                .where(FORWARDER.FORWARDER_ID.eq(id))
                .execute();
    }

    /** Its records are nothing to anybody from then on. */
    void delete(Tx tx, UUID id) {
        tx.sql()
                .update(FORWARDER)
                .set(FORWARDER.DELETED_AT, currentInstant())
                .where(FORWARDER.FORWARDER_ID.eq(id))
                .execute();
    }

    List<Forwarder> all(Tx tx) {
        return select(tx, noCondition());
    }

    int count(Tx tx) {
        return tx.sql().fetchCount(FORWARDER, FORWARDER.DELETED_AT.isNull());
    }

    /** Index forwarder_by_connection. */
    boolean isUsed(Tx tx, UUID connection) {
        return tx.sql()
                .fetchExists(FORWARDER, FORWARDER.CONNECTION_ID.eq(connection).and(FORWARDER.DELETED_AT.isNull()));
    }

    public Optional<Forwarder> find(Tx tx, UUID id) {
        return select(tx, FORWARDER.FORWARDER_ID.eq(id)).stream().findFirst();
    }

    Map<String, Forwarder> find(Tx tx, Collection<UUID> ids) {
        Map<String, Forwarder> found = new LinkedHashMap<>();
        select(tx, FORWARDER.FORWARDER_ID.in(ids)).forEach(one -> found.put(one.forwarderId(), one));
        return found;
    }

    private static List<Forwarder> select(Tx tx, Condition wanted) {
        return tx.sql()
                .select(FORWARDER.fields())
                .select(LANE.fields())
                .from(FORWARDER)
                .join(LANE)
                .on(LANE.PROJECT_ID.eq(FORWARDER.PROJECT_ID))
                .and(LANE.FORWARDER_ID.eq(FORWARDER.FORWARDER_ID))
                .where(FORWARDER.DELETED_AT.isNull())
                .and(wanted)
                .orderBy(FORWARDER.NAME, FORWARDER.FORWARDER_ID)
                .fetch(ForwarderStore::forwarder);
    }

    private static Forwarder forwarder(Record row) {
        return new Forwarder(
                row.get(FORWARDER.FORWARDER_ID).toString(),
                row.get(FORWARDER.CONNECTION_ID).toString(),
                row.get(FORWARDER.NAME),
                row.get(FORWARDER.TYPE),
                row.get(FORWARDER.FORMAT),
                row.get(FORWARDER.SCRIPT),
                Method.valueOf(row.get(FORWARDER.METHOD)),
                JSON.readValue(row.get(FORWARDER.OPTIONS).data(), ForwarderOptions.class),
                row.get(FORWARDER.PAUSED),
                new Counts(
                        row.get(LANE.PENDING),
                        row.get(LANE.FAILED),
                        row.get(LANE.SUCCEEDED),
                        row.get(LANE.EMPTY),
                        row.get(LANE.CANCELLED),
                        row.get(LANE.INVALID)),
                Optional.ofNullable(row.get(LANE.RESTING_UNTIL)),
                Optional.ofNullable(row.get(LANE.LAST_ATTEMPT_AT)),
                row.get(FORWARDER.CREATED_AT),
                row.get(FORWARDER.UPDATED_AT));
    }
}

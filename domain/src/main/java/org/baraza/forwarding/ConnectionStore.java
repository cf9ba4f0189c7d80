// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import static org.baraza.persistence.schema.forwarding.Tables.CONNECTION;
import static org.baraza.persistence.schema.forwarding.Tables.FORWARDER;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.vault.Vault;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import tools.jackson.databind.json.JsonMapper;

/** Connections by primary key; a project has few. */
public final class ConnectionStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Field<Integer> USED_BY = field(selectCount()
                    .from(FORWARDER)
                    .where(FORWARDER.CONNECTION_ID.eq(CONNECTION.CONNECTION_ID))
                    .and(FORWARDER.DELETED_AT.isNull()))
            .as("used_by");

    private final Vault vault;

    public ConnectionStore(Vault vault) {
        this.vault = vault;
    }

    Connection insert(Tx tx, ConnectionWish wish, Secrets secrets) {
        ProjectId project = ProjectScope.current();
        UUID id = UUID.randomUUID();
        tx.sql()
                .insertInto(CONNECTION)
                .set(CONNECTION.PROJECT_ID, project.value())
                .set(CONNECTION.CONNECTION_ID, id)
                .set(CONNECTION.NAME, wish.name())
                .set(CONNECTION.URL, wish.url())
                .set(CONNECTION.NOTIFY_ADDRESSES, wish.notifyAddresses().toArray(String[]::new))
                .set(CONNECTION.NOTIFY_AFTER, wish.notifyAfter())
                .set(CONNECTION.AUTHENTICATION, JSONB.valueOf(JSON.writeValueAsString(wish.authentication())))
                .set(CONNECTION.SKIP_CERT_VERIFY, wish.skipCertVerify())
                .set(CONNECTION.SECRETS, locked(project, id, secrets))
                .execute();
        return find(tx, id).orElseThrow();
    }

    /** The token that was given before is of no use then. */
    Connection update(Tx tx, UUID id, ConnectionWish wish, Secrets secrets) {
        tx.sql()
                .update(CONNECTION)
                .set(CONNECTION.NAME, wish.name())
                .set(CONNECTION.URL, wish.url())
                .set(CONNECTION.NOTIFY_ADDRESSES, wish.notifyAddresses().toArray(String[]::new))
                .set(CONNECTION.NOTIFY_AFTER, wish.notifyAfter())
                .set(CONNECTION.AUTHENTICATION, JSONB.valueOf(JSON.writeValueAsString(wish.authentication())))
                .set(CONNECTION.SKIP_CERT_VERIFY, wish.skipCertVerify())
                .set(CONNECTION.SECRETS, locked(ProjectScope.current(), id, secrets))
                .setNull(CONNECTION.TOKEN)
                .set(CONNECTION.UPDATED_AT, currentInstant())
                .where(CONNECTION.CONNECTION_ID.eq(id))
                .execute();
        return find(tx, id).orElseThrow();
    }

    void setSecrets(Tx tx, UUID id, Secrets secrets) {
        tx.sql()
                .update(CONNECTION)
                .set(CONNECTION.SECRETS, locked(ProjectScope.current(), id, secrets))
                .where(CONNECTION.CONNECTION_ID.eq(id))
                .execute();
    }

    /** Seals under the key of now what is sealed under one from before; what is sealed under a key that is gone stays. */
    void reseal(Tx tx) {
        tx.sql()
                .selectFrom(CONNECTION)
                .where(CONNECTION.DELETED_AT.isNull())
                .orderBy(CONNECTION.CONNECTION_ID)
                .forUpdate()
                .forEach(row -> {
                    UUID id = row.getConnectionId();
                    byte[] token = row.getToken();
                    boolean stale = !vault.isCurrent(row.getSecrets()) || (token != null && !vault.isCurrent(token));
                    if (stale && vault.canOpen(row.getSecrets())) {
                        ProjectId project = new ProjectId(row.getProjectId());
                        tx.sql()
                                .update(CONNECTION)
                                .set(
                                        CONNECTION.SECRETS,
                                        seal(project, id, "secrets", opened(project, id, "secrets", row.getSecrets())))
                                // The next request asks for another one.
                                .setNull(CONNECTION.TOKEN)
                                .where(CONNECTION.CONNECTION_ID.eq(id))
                                .execute();
                    }
                });
    }

    void delete(Tx tx, UUID id) {
        tx.sql()
                .update(CONNECTION)
                .set(CONNECTION.DELETED_AT, currentInstant())
                .setNull(CONNECTION.TOKEN)
                .where(CONNECTION.CONNECTION_ID.eq(id))
                .execute();
    }

    List<Connection> all(Tx tx) {
        return tx.sql()
                .select(CONNECTION.fields())
                .select(USED_BY)
                .from(CONNECTION)
                .where(CONNECTION.DELETED_AT.isNull())
                .orderBy(CONNECTION.NAME, CONNECTION.CONNECTION_ID)
                .fetch(this::connection);
    }

    int count(Tx tx) {
        return tx.sql().fetchCount(CONNECTION, CONNECTION.DELETED_AT.isNull());
    }

    Optional<Connection> find(Tx tx, UUID id) {
        return Optional.ofNullable(find(tx, List.of(id)).get(id.toString()));
    }

    Map<String, Connection> find(Tx tx, Collection<UUID> ids) {
        Map<String, Connection> found = new LinkedHashMap<>();
        tx.sql()
                .select(CONNECTION.fields())
                .select(USED_BY)
                .from(CONNECTION)
                .where(isThere().and(CONNECTION.CONNECTION_ID.in(ids)))
                .forEach(row -> found.put(row.get(CONNECTION.CONNECTION_ID).toString(), connection(row)));
        return found;
    }

    /** Nobody else changes it, deletes it or makes a forwarder for it until the transaction ends. */
    boolean lock(Tx tx, UUID id) {
        return tx.sql()
                .select(CONNECTION.CONNECTION_ID)
                .from(CONNECTION)
                .where(isThere().and(CONNECTION.CONNECTION_ID.eq(id)))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    private static Condition isThere() {
        return CONNECTION.DELETED_AT.isNull();
    }

    /** The token that the other side last gave to the connection as it was seen; empty when it was changed since. */
    Optional<String> token(Tx tx, UUID id, Instant seen) {
        return tx.sql()
                .select(CONNECTION.TOKEN)
                .from(CONNECTION)
                .where(CONNECTION.CONNECTION_ID.eq(id))
                .and(CONNECTION.UPDATED_AT.eq(seen))
                .fetchOptional(CONNECTION.TOKEN)
                .map(bytes -> opened(ProjectScope.current(), id, "token", bytes));
    }

    /** Nothing happens when the connection was changed since it was seen. */
    void setToken(Tx tx, UUID id, Instant seen, String token) {
        tx.sql()
                .update(CONNECTION)
                .set(CONNECTION.TOKEN, seal(ProjectScope.current(), id, "token", token))
                .where(CONNECTION.CONNECTION_ID.eq(id))
                .and(CONNECTION.UPDATED_AT.eq(seen))
                .execute();
    }

    /**
     * Notes failures of which somebody is to be told.
     *
     * @return how many she is to be told of now; 0 when they are too few, or she was told a short while ago
     */
    int note(Tx tx, UUID id, int failures, Instant now, Duration pause) {
        tx.sql()
                .update(CONNECTION)
                .set(CONNECTION.UNTOLD, CONNECTION.UNTOLD.plus(failures))
                .where(CONNECTION.CONNECTION_ID.eq(id))
                .execute();
        return untold(tx, CONNECTION.CONNECTION_ID.eq(id), now, pause).getOrDefault(id.toString(), 0);
    }

    /** Takes failures of which it is time to tell as told; how many they are, by the ids of connections. Index connection_untold. */
    Map<String, Integer> untold(Tx tx, Instant now, Duration pause) {
        return untold(tx, CONNECTION.DELETED_AT.isNull(), now, pause);
    }

    private static Map<String, Integer> untold(Tx tx, Condition which, Instant now, Duration pause) {
        Map<String, Integer> untold = new LinkedHashMap<>();
        tx.sql()
                .select(CONNECTION.CONNECTION_ID, CONNECTION.UNTOLD)
                .from(CONNECTION)
                .where(which)
                .and(CONNECTION.UNTOLD.gt(0))
                .and(CONNECTION.UNTOLD.ge(CONNECTION.NOTIFY_AFTER))
                .and(CONNECTION.NOTIFIED_AT.isNull().or(CONNECTION.NOTIFIED_AT.le(now.minus(pause))))
                .orderBy(CONNECTION.CONNECTION_ID)
                .forUpdate()
                .fetch()
                .forEach(row -> untold.put(row.value1().toString(), row.value2()));
        if (!untold.isEmpty()) {
            tx.sql()
                    .update(CONNECTION)
                    .set(CONNECTION.UNTOLD, 0)
                    .set(CONNECTION.NOTIFIED_AT, now)
                    .where(CONNECTION.CONNECTION_ID.in(
                            untold.keySet().stream().map(UUID::fromString).toList()))
                    .execute();
        }
        return untold;
    }

    private Connection connection(Record row) {
        UUID id = row.get(CONNECTION.CONNECTION_ID);
        return new Connection(
                id.toString(),
                row.get(CONNECTION.NAME),
                row.get(CONNECTION.URL),
                List.of(row.get(CONNECTION.NOTIFY_ADDRESSES)),
                row.get(CONNECTION.NOTIFY_AFTER),
                JSON.readValue(row.get(CONNECTION.AUTHENTICATION).data(), Authentication.class),
                row.get(CONNECTION.SKIP_CERT_VERIFY),
                JSON.readValue(
                        opened(
                                new ProjectId(row.get(CONNECTION.PROJECT_ID)),
                                id,
                                "secrets",
                                row.get(CONNECTION.SECRETS)),
                        Secrets.class),
                row.get(USED_BY),
                row.get(CONNECTION.UPDATED_AT));
    }

    private byte[] locked(ProjectId project, UUID id, Secrets secrets) {
        return seal(project, id, "secrets", JSON.writeValueAsString(secrets));
    }

    private byte[] seal(ProjectId project, UUID id, String what, String secret) {
        return vault.seal(secret.getBytes(StandardCharsets.UTF_8), purpose(project, id, what));
    }

    private String opened(ProjectId project, UUID id, String what, byte[] bytes) {
        return new String(vault.open(bytes, purpose(project, id, what)), StandardCharsets.UTF_8);
    }

    private static String purpose(ProjectId project, UUID id, String what) {
        return "forwarding:" + what + ":" + project + ":" + id;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import static org.baraza.persistence.schema.exchange.Tables.DATA_SHAPE;
import static org.baraza.persistence.schema.exchange.Tables.VEIL;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** What is known of the data, and the secrets of veils; by primary key. */
final class ShapeStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A shape, and when it was last looked for. */
    record Seen(Shape shape, Instant at) {}

    Optional<Seen> find(Tx tx, ExportType type, String identifier) {
        return tx.sql()
                .selectFrom(DATA_SHAPE)
                .where(DATA_SHAPE.TYPE.eq(type.wireName()))
                .and(DATA_SHAPE.IDENTIFIER.eq(identifier))
                .fetchOptional(row -> new Seen(JSON.readValue(row.getShape().data(), Shape.class), row.getSeenAt()));
    }

    /** Makes sure that there is a row, and keeps it for this transaction. */
    void hold(Tx tx, ProjectId project, ExportType type, String identifier, Instant now) {
        tx.sql()
                .insertInto(DATA_SHAPE)
                .set(DATA_SHAPE.PROJECT_ID, project.value())
                .set(DATA_SHAPE.TYPE, type.wireName())
                .set(DATA_SHAPE.IDENTIFIER, identifier)
                .set(DATA_SHAPE.SHAPE, JSONB.valueOf(JSON.writeValueAsString(Shape.NOTHING)))
                .set(DATA_SHAPE.SEEN_AT, now)
                .onConflict(DATA_SHAPE.PROJECT_ID, DATA_SHAPE.TYPE, DATA_SHAPE.IDENTIFIER)
                .doUpdate()
                .set(DATA_SHAPE.SEEN_AT, now)
                .execute();
    }

    void set(Tx tx, ExportType type, String identifier, Shape shape, Instant now) {
        tx.sql()
                .update(DATA_SHAPE)
                .set(DATA_SHAPE.SHAPE, JSONB.valueOf(JSON.writeValueAsString(shape)))
                .set(DATA_SHAPE.SEEN_AT, now)
                .where(DATA_SHAPE.TYPE.eq(type.wireName()))
                .and(DATA_SHAPE.IDENTIFIER.eq(identifier))
                .execute();
    }

    Optional<byte[]> secret(Tx tx) {
        return tx.sql().select(VEIL.SECRET).from(VEIL).fetchOptional(VEIL.SECRET);
    }

    /** The secret of the project; of two that make one at once, that of the first. */
    byte[] newSecret(Tx tx, ProjectId project) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        tx.sql()
                .insertInto(VEIL)
                .set(VEIL.PROJECT_ID, project.value())
                .set(VEIL.SECRET, secret)
                .onConflict(VEIL.PROJECT_ID)
                .doNothing()
                .execute();
        return secret(tx).orElse(secret);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import static org.baraza.persistence.schema.sync.Tables.PAYLOAD_PIECE;

import java.util.Optional;
import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Tx;

/** Payloads that are kept, in pieces. */
final class PayloadStore {

    void add(Tx tx, UUID payloadId, int pieceNo, byte[] bytes) {
        tx.sql()
                .insertInto(PAYLOAD_PIECE)
                .set(PAYLOAD_PIECE.PROJECT_ID, ProjectScope.current().value())
                .set(PAYLOAD_PIECE.PAYLOAD_ID, payloadId)
                .set(PAYLOAD_PIECE.PIECE_NO, pieceNo)
                .set(PAYLOAD_PIECE.BYTES, bytes)
                .execute();
    }

    /** A piece; empty behind the last one. */
    Optional<byte[]> piece(Tx tx, UUID payloadId, int pieceNo) {
        return tx.sql()
                .select(PAYLOAD_PIECE.BYTES)
                .from(PAYLOAD_PIECE)
                .where(PAYLOAD_PIECE.PAYLOAD_ID.eq(payloadId))
                .and(PAYLOAD_PIECE.PIECE_NO.eq(pieceNo))
                .fetchOptional(PAYLOAD_PIECE.BYTES);
    }

    void delete(Tx tx, UUID payloadId) {
        tx.sql()
                .deleteFrom(PAYLOAD_PIECE)
                .where(PAYLOAD_PIECE.PAYLOAD_ID.eq(payloadId))
                .execute();
    }
}

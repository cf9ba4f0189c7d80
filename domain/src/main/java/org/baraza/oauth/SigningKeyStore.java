// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import static org.baraza.persistence.schema.oauth.Tables.SIGNING_KEY;

import java.time.Instant;
import java.util.List;
import org.baraza.persistence.tenancy.Tx;

final class SigningKeyStore {

    /** A key as it is kept. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(String keyId, byte[] publicKey, byte[] sealedKey, Instant createdAt, Instant signsFrom) {}

    /** Those that are published, newest first; there are few. */
    List<Kept> published(Tx tx, Instant now) {
        return tx.sql()
                .selectFrom(SIGNING_KEY)
                .where(SIGNING_KEY.PUBLISHED_UNTIL.gt(now))
                .orderBy(SIGNING_KEY.SIGNS_FROM.desc(), SIGNING_KEY.KEY_ID)
                .fetch(row -> new Kept(
                        row.getKeyId(),
                        row.getPublicKey(),
                        row.getSealedKey(),
                        row.getCreatedAt(),
                        row.getSignsFrom()));
    }

    void insert(Tx tx, Kept key, Instant publishedUntil) {
        tx.sql()
                .insertInto(SIGNING_KEY)
                .set(SIGNING_KEY.KEY_ID, key.keyId())
                .set(SIGNING_KEY.PUBLIC_KEY, key.publicKey())
                .set(SIGNING_KEY.SEALED_KEY, key.sealedKey())
                .set(SIGNING_KEY.CREATED_AT, key.createdAt())
                .set(SIGNING_KEY.SIGNS_FROM, key.signsFrom())
                .set(SIGNING_KEY.PUBLISHED_UNTIL, publishedUntil)
                .execute();
    }

    void deleteOver(Tx tx, Instant now) {
        tx.sql()
                .deleteFrom(SIGNING_KEY)
                .where(SIGNING_KEY.PUBLISHED_UNTIL.le(now))
                .execute();
    }
}

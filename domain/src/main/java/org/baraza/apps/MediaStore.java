// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.baraza.persistence.schema.apps.Tables.MEDIA;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.model.App;
import org.baraza.apps.model.MediaEntry;
import org.baraza.persistence.schema.apps.tables.records.MediaRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.impl.DSL;

/** Media files of the project's apps. */
final class MediaStore {

    Optional<MediaFile> find(Tx tx, String mediaId) {
        return tx.sql().selectFrom(MEDIA).where(MEDIA.MEDIA_ID.eq(mediaId)).fetchOptional(MediaStore::file);
    }

    /** The media of an app whose content has been uploaded; a document may name others. */
    Set<String> kept(Tx tx, App app) {
        return files(tx, app).keySet();
    }

    /** The content of an app's media by its id, as far as it has been uploaded. */
    Map<String, MediaFile> files(Tx tx, App app) {
        String[] named =
                app.media().values().stream().map(MediaEntry::multimediaId).toArray(String[]::new);
        return named.length == 0
                ? Map.of()
                : tx.sql()
                        .selectFrom(MEDIA)
                        .where(MEDIA.MEDIA_ID.eq(DSL.any(named)))
                        .fetchMap(MEDIA.MEDIA_ID, MediaStore::file);
    }

    /** By their digests; index media_by_digest. */
    Map<String, MediaFile> withDigests(Tx tx, Collection<String> digests) {
        return tx.sql()
                .selectFrom(MEDIA)
                .where(MEDIA.DIGEST.eq(DSL.any(digests.toArray(String[]::new))))
                .fetchMap(MEDIA.DIGEST, MediaStore::file);
    }

    /** Index media_by_digest. */
    Optional<MediaFile> withDigest(Tx tx, String digest) {
        return tx.sql().selectFrom(MEDIA).where(MEDIA.DIGEST.eq(digest)).fetchOptional(MediaStore::file);
    }

    private static MediaFile file(MediaRecord row) {
        return new MediaFile(
                row.getMediaId(), row.getDigest(), row.getContentType(), row.getLength(), row.getBlobKey());
    }

    void insert(Tx tx, ProjectId project, MediaFile file, Instant now) {
        tx.sql()
                .insertInto(MEDIA)
                .set(new MediaRecord(
                        project.value(),
                        file.mediaId(),
                        file.digest(),
                        file.contentType(),
                        file.length(),
                        file.blobKey(),
                        now))
                .onConflictDoNothing()
                .execute();
    }

    /** Those of the blobs that media are kept in. */
    Set<String> used(Tx tx, Collection<String> blobKeys) {
        return tx.sql()
                .select(MEDIA.BLOB_KEY)
                .from(MEDIA)
                .where(MEDIA.BLOB_KEY.eq(DSL.any(blobKeys.toArray(String[]::new))))
                .fetchSet(MEDIA.BLOB_KEY);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.baraza.persistence.schema.apps.Tables.MEDIA_UPLOAD;

import java.time.Instant;
import java.util.Optional;
import org.baraza.persistence.schema.apps.tables.records.MediaUploadRecord;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** What came of archives of media files; by primary key. */
final class MediaUploadStore {

    void insert(Tx tx, ProjectId project, MediaUpload upload, Instant now) {
        tx.sql()
                .insertInto(MEDIA_UPLOAD)
                .set(new MediaUploadRecord(
                        project.value(),
                        upload.uploadId(),
                        upload.appId(),
                        now,
                        JSONB.valueOf(JsonMapper.shared().writeValueAsString(upload))))
                .execute();
    }

    Optional<MediaUpload> find(Tx tx, String uploadId) {
        return tx.sql()
                .select(MEDIA_UPLOAD.OUTCOME)
                .from(MEDIA_UPLOAD)
                .where(MEDIA_UPLOAD.UPLOAD_ID.eq(uploadId))
                .fetchOptional(row -> JsonMapper.shared().readValue(row.value1().data(), MediaUpload.class));
    }
}

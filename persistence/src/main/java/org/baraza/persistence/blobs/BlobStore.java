// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.baraza.persistence.tenancy.ProjectId;

/** Keeps bytes under keys. Implementations: a folder ({@link FolderBlobStore}), a bucket of S3 in an add-on. */
public interface BlobStore {

    /** Opens a new blob of the project; it exists once {@link BlobWriter#commit} has returned. */
    BlobWriter create(ProjectId project) throws IOException;

    /** The bytes of a blob of the project; empty when there is none under that key. */
    Optional<InputStream> open(ProjectId project, String key) throws IOException;

    /** Part of the bytes of a blob of the project, fewer where it ends; empty when there is none under that key. */
    Optional<byte[]> read(ProjectId project, String key, long from, int length) throws IOException;

    /** Removes a blob; nothing happens when there is none. */
    void delete(ProjectId project, String key) throws IOException;

    /** Every blob written before the given time, in no particular order. */
    void forEachOlderThan(Instant time, Consumer<BlobRef> action) throws IOException;

    /** A blob and the project it belongs to. */
    record BlobRef(ProjectId project, String key) {}
}

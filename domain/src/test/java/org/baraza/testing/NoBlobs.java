// SPDX-License-Identifier: Apache-2.0
package org.baraza.testing;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.tenancy.ProjectId;

/** For where files come and go by HTTP only, and no form is old. */
public final class NoBlobs implements BlobStore {
    @Override
    public BlobWriter create(ProjectId project) {
        throw new UnsupportedOperationException("no file is kept here");
    }

    @Override
    public Optional<InputStream> open(ProjectId project, String key) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> read(ProjectId project, String key, long from, int length) {
        return Optional.empty();
    }

    @Override
    public void delete(ProjectId project, String key) {}

    @Override
    public void forEachOlderThan(Instant time, Consumer<BlobRef> action) {}
}

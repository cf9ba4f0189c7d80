// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.tenancy.ProjectId;

/** Says that it took what it then gives back cut short. */
record LossyBlobs(BlobStore store) implements BlobStore {
    @Override
    public BlobWriter create(ProjectId project) throws IOException {
        return store.create(project);
    }

    @Override
    public Optional<InputStream> open(ProjectId project, String key) throws IOException {
        return store.open(project, key);
    }

    @Override
    public Optional<byte[]> read(ProjectId project, String key, long from, int length) throws IOException {
        return store.read(project, key, from, length - 1);
    }

    @Override
    public void delete(ProjectId project, String key) throws IOException {
        store.delete(project, key);
    }

    @Override
    public void forEachOlderThan(Instant time, Consumer<BlobRef> action) throws IOException {
        store.forEachOlderThan(time, action);
    }
}

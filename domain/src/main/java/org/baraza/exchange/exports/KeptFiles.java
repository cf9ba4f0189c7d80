// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.baraza.persistence.blobs.BlobReferences;
import org.baraza.persistence.tenancy.Tx;

/** The files that daily exports have become. */
public final class KeptFiles implements BlobReferences {
    private final ExportStore store = new ExportStore();

    /** A file that was made. */
    public record Built(String key, String name, long size, Instant at, Duration took) {}

    /** Is the file of the export from now on; the one before it is swept away. */
    public void built(Tx tx, String exportId, Built file) {
        store.setFile(tx, exportId, file);
    }

    @Override
    public Collection<String> referred(Tx tx, Collection<String> keys) {
        return store.referred(tx, keys);
    }
}

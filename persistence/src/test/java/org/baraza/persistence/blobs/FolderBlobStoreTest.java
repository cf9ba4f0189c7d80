// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Blobs in a folder. */
final class FolderBlobStoreTest extends BlobStoreContract {
    @TempDir
    private Path folder;

    @Override
    protected BlobStore store() {
        try {
            return new FolderBlobStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

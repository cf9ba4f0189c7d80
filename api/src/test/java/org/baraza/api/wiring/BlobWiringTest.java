// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baraza.persistence.blobs.BucketConnector;
import org.baraza.persistence.blobs.BucketConnector.Bucket;
import org.baraza.persistence.blobs.FolderBlobStore;
import org.baraza.testing.NoBlobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where blobs are, as the operator says. */
final class BlobWiringTest {
    private static final BarazaSettings.S3 FOLDER = new BarazaSettings.S3("", "", "us-east-1", "", "", "");
    private static final BarazaSettings.S3 BUCKET =
            new BarazaSettings.S3("baraza", "https://minio.example.org", "us-east-1", "one/", "key", "secret");

    @TempDir
    private Path home;

    private final List<Bucket> opened = new ArrayList<>();
    private final BucketConnector connector = (bucket, incoming) -> {
        opened.add(bucket);
        assertThat(incoming).startsWithRaw(home);
        return new NoBlobs();
    };

    @Test
    void blobsAreInTheHomeUnlessABucketIsNamed() throws IOException {
        assertThat(BlobWiring.opened(FOLDER, home, List.of(connector))).isInstanceOf(FolderBlobStore.class);
        assertThat(opened).isEmpty();
        assertThat(BlobWiring.opened(BUCKET, home, List.of(connector))).isInstanceOf(NoBlobs.class);
        assertThat(opened)
                .containsExactly(
                        new Bucket("baraza", "https://minio.example.org", "us-east-1", "one/", "key", "secret"));
        assertThat(BUCKET.toString() + opened).doesNotContain("secret");
    }

    @Test
    void aBucketWithoutTheAddOnStopsTheStartAndSaysWhatToDo() {
        assertThatThrownBy(() -> BlobWiring.opened(BUCKET, home, List.of())).hasMessageContaining("BARAZA_ADDONS");
    }
}

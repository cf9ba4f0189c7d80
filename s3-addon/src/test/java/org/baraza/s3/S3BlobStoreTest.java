// SPDX-License-Identifier: Apache-2.0
package org.baraza.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobStoreContract;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.blobs.BucketConnector;
import org.baraza.persistence.blobs.BucketConnector.Bucket;
import org.baraza.persistence.tenancy.ProjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs in a bucket that looks at each signature. */
final class S3BlobStoreTest extends BlobStoreContract {
    private static final String ACCESS = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String REGION = "af-south-1";

    @TempDir
    private Path folder;

    private final StandInBucket bucket = new StandInBucket(new Signatures(ACCESS, SECRET, REGION));
    private final ProjectId project = new ProjectId(UUID.randomUUID());

    @AfterEach
    void close() {
        bucket.close();
    }

    @Override
    protected BlobStore store() {
        return store("", SECRET);
    }

    private BlobStore store(String prefix, String secret) {
        return ServiceLoader.load(BucketConnector.class)
                .findFirst()
                .orElseThrow()
                .open(new Bucket(StandInBucket.NAME, bucket.endpoint(), REGION, prefix, ACCESS, secret), folder);
    }

    private String write(BlobStore store) throws IOException {
        try (BlobWriter writer = store.create(project)) {
            writer.write(new byte[] {1, 2, 3});
            return writer.commit();
        }
    }

    @Test
    void objectsAreNamedAsFilesAreBehindThePrefix() throws IOException {
        String key = write(store("baraza/", SECRET));
        assertThat(bucket.objects()).containsOnlyKeys("baraza/" + project + "/" + key);
        assertThat(key).matches("[0-9a-f]{2}/[0-9a-f]{32}");
    }

    @Test
    void listsGoOverAllPagesAndLeaveOutWhatIsNotOurs() throws IOException {
        BlobStore store = store("baraza/", SECRET);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            keys.add(write(store));
        }
        bucket.objects().put("baraza/readme.txt", new byte[] {1});
        bucket.objects().put("elsewhere/" + project + "/" + keys.getFirst(), new byte[] {1});
        List<String> found = new ArrayList<>();
        store.forEachOlderThan(Instant.now().plusSeconds(60), blob -> found.add(blob.key()));
        assertThat(found).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void whoeverSignsWithAnotherKeyIsRefusedAndNothingIsThere() throws IOException {
        BlobStore stranger = store("", "another");
        assertThatThrownBy(() -> write(stranger)).isInstanceOf(IOException.class);
        assertThat(bucket.objects()).isEmpty();
        String key = write(store());
        assertThatThrownBy(() -> stranger.open(project, key)).isInstanceOf(IOException.class);
    }

    @Test
    void aStorageThatFailsIsNotTakenForAnEmptyOne() throws IOException {
        BlobStore store = store();
        String key = write(store);
        bucket.fail(true);
        assertThatThrownBy(() -> store.open(project, key)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.read(project, key, 0, 2)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> write(store)).isInstanceOf(IOException.class);
        bucket.fail(false);
        assertThat(store.read(project, key, 0, 2).orElseThrow()).containsExactly(1, 2);
    }

    @Test
    void nothingIsLeftOnTheNode() throws IOException {
        write(store());
        try (BlobWriter givenUp = store().create(project)) {
            givenUp.write(1);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}

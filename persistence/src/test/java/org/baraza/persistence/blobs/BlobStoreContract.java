// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.baraza.persistence.blobs.BlobStore.BlobRef;
import org.baraza.persistence.tenancy.ProjectId;
import org.junit.jupiter.api.Test;

/** What keeps blobs keeps them so, wherever it is. */
public abstract class BlobStoreContract {
    private static final int LARGE = 5 << 20;

    private final ProjectId project = new ProjectId(UUID.randomUUID());
    private final ProjectId other = new ProjectId(UUID.randomUUID());

    /** An empty store. */
    protected abstract BlobStore store();

    private static String write(BlobStore store, ProjectId project, byte[] bytes) throws IOException {
        try (BlobWriter writer = store.create(project)) {
            writer.write(bytes[0]);
            writer.write(bytes, 1, bytes.length - 1);
            return writer.commit();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatWasWrittenIsReadWholeAndInParts() throws IOException {
        BlobStore store = store();
        byte[] bytes = random(LARGE);
        String key = write(store, project, bytes);
        try (InputStream in = store.open(project, key).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(store.read(project, key, 1_000, 3).orElseThrow())
                .containsExactly(bytes[1_000], bytes[1_001], bytes[1_002]);
        assertThat(store.read(project, key, LARGE - 2L, 10).orElseThrow())
                .containsExactly(bytes[LARGE - 2], bytes[LARGE - 1]);
    }

    @Test
    void aKeyOfOneProjectIsNothingToAnother() throws IOException {
        BlobStore store = store();
        String key = write(store, project, random(10));
        assertThat(store.open(other, key)).isEmpty();
        assertThat(store.read(other, key, 0, 1)).isEmpty();
        store.delete(other, key);
        assertThat(store.open(project, key)).isPresent();
        assertThatThrownBy(() -> store.open(other, "../" + project + "/" + key))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeDeletedAgain() throws IOException {
        BlobStore store = store();
        String key = write(store, project, random(10));
        store.delete(project, key);
        store.delete(project, key);
        assertThat(store.open(project, key)).isEmpty();
        assertThat(store.read(project, key, 0, 5)).isEmpty();
    }

    @Test
    void whatIsOldIsFoundWithItsProjectAndWhatWasGivenUpIsNot() throws IOException {
        BlobStore store = store();
        String key = write(store, project, random(10));
        String second = write(store, other, random(10));
        try (BlobWriter givenUp = store.create(project)) {
            givenUp.write(1);
        }
        List<BlobRef> found = new ArrayList<>();
        store.forEachOlderThan(Instant.now().plusSeconds(60), found::add);
        assertThat(found).containsExactlyInAnyOrder(new BlobRef(project, key), new BlobRef(other, second));
        found.clear();
        store.forEachOlderThan(Instant.now().minusSeconds(60), found::add);
        assertThat(found).isEmpty();
    }
}

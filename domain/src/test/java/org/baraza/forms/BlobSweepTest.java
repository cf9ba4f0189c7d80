// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.baraza.forms.Submission.Attachment;
import org.baraza.forms.testing.IntakeFixture;
import org.baraza.forms.testing.IntakeFixture.World;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.blobs.FolderBlobStore;
import org.baraza.persistence.tenancy.ProjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobSweepTest {
    private static final String FORM = """
            <data xmlns="http://example.org/f"><meta><instanceID>f-1</instanceID></meta></data>""";

    @Test
    void whatNoFormRefersToGoesOnceItIsOldAndEverythingElseStays(@TempDir Path folder) throws IOException {
        try (IntakeFixture fixture = IntakeFixture.open()) {
            World world = fixture.world();
            World other = fixture.world();
            BlobStore blobs = new FolderBlobStore(folder);
            Supplier<List<ProjectId>> projects = () -> List.of(world.id(), other.id());
            String strange = write(blobs, new ProjectId(new java.util.UUID(0, 7)));
            String kept = write(blobs, world.id());
            String orphan = write(blobs, world.id());
            String foreign = write(blobs, other.id());
            world.submit(FORM.getBytes(StandardCharsets.UTF_8), List.of(photo(kept), photo(foreign)));

            Clock now = Clock.systemUTC();
            assertThat(new BlobSweep(blobs, fixture.transactions(), now, projects, List.of()).run())
                    .isZero();

            Clock tomorrow = Clock.offset(now, Duration.ofDays(1));
            assertThat(new BlobSweep(blobs, fixture.transactions(), tomorrow, projects, List.of()).run())
                    .isEqualTo(2);
            assertThat(blobs.open(world.id(), kept)).isPresent();
            assertThat(blobs.open(world.id(), orphan)).isEmpty();
            assertThat(blobs.open(new ProjectId(new java.util.UUID(0, 7)), strange))
                    .as("of a project that this database does not know")
                    .isPresent();
            // A key that only another project's form names is an orphan in its own.
            assertThat(blobs.open(other.id(), foreign)).isEmpty();
        }
    }

    @Test
    void aBlobThatWasNotCommittedLeavesNothingBehind(@TempDir Path folder) throws IOException {
        BlobStore blobs = new FolderBlobStore(folder);
        ProjectId project = new ProjectId(new java.util.UUID(0, 1));
        try (BlobWriter writer = blobs.create(project)) {
            writer.write(new byte[] {1, 2, 3});
        }
        int[] found = {0};
        blobs.forEachOlderThan(Instant.now().plusSeconds(60), blob -> found[0]++);
        assertThat(found[0]).isZero();
    }

    private static Attachment photo(String key) {
        return new Attachment(
                "photo-" + key.substring(0, 2) + key.length() + key.hashCode() + ".jpg", "image/jpeg", 3, key, null);
    }

    private static String write(BlobStore blobs, ProjectId project) throws IOException {
        try (BlobWriter writer = blobs.create(project)) {
            writer.write(new byte[] {1, 2, 3});
            return writer.commit();
        }
    }
}

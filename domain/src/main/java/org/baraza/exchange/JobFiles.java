// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import org.baraza.exchange.work.JobFailed;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.tenancy.ProjectScope;

/** Files that a job works on: in the blob store between nodes, in a folder of this one while it runs. */
public final class JobFiles {
    private static final String PREFIX = "job-";

    private final BlobStore blobs;
    private final Path folder;

    /** @param folder for files of running jobs; each is removed when its job leaves this node */
    public JobFiles(BlobStore blobs, Path folder) {
        this.blobs = blobs;
        this.folder = folder;
    }

    /** An empty file of this node. */
    public Path fresh() {
        try {
            return Files.createTempFile(Files.createDirectories(folder), PREFIX, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what jobs left on this node when it died under them. */
    public void sweep(Instant before) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a blob of the project in scope. */
    Optional<InputStream> open(String key) {
        try {
            return blobs.open(ProjectScope.current(), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy, on this node, of a blob of the project in scope. */
    Path copy(String key) {
        try (InputStream blob = blobs.open(ProjectScope.current(), key)
                .orElseThrow(() -> new JobFailed("FILE_GONE", "The file that was sent is not there any more."))) {
            Path copy = fresh();
            Files.copy(blob, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many sheets a workbook of the project in scope has; none where it is no workbook. */
    public int sheets(JobFile file) {
        Path copy = copy(file.key());
        try (WorkbookReader workbook = WorkbookReader.open(copy)) {
            return workbook.sheetNames().size();
        } catch (WorkbookRefused noWorkbook) {
            return 0;
        } finally {
            remove(copy);
        }
    }

    /** Writes a blob of the project in scope. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Keeps what is written; gives its key. */
    String keep(Writing writing) {
        try (BlobWriter blob = blobs.create(ProjectScope.current())) {
            writing.to(blob);
            return blob.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a file of this node, under a name for people. */
    JobFile keep(Path made, String name) {
        try {
            return new JobFile(keep(out -> Files.copy(made, out)), name, Files.size(made));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A small blob of the project in scope, as text. */
    String text(String key) {
        try (InputStream blob = blobs.open(ProjectScope.current(), key)
                .orElseThrow(() -> new JobFailed("FILE_GONE", "What was selected is not known any more."))) {
            return new String(blob.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discard(String key) {
        try {
            blobs.delete(ProjectScope.current(), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

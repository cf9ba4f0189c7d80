// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baraza.persistence.tenancy.ProjectId;

/** Blobs as files: one folder a project, spread over 256 folders below it. */
public final class FolderBlobStore implements BlobStore {
    private static final Pattern PROJECT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path root;

    /** Uses the folder, making it if need be. */
    public FolderBlobStore(Path root) throws IOException {
        this.root = Files.createDirectories(root);
        Files.createDirectories(root.resolve("incoming"));
    }

    @Override
    public BlobWriter create(ProjectId project) throws IOException {
        String key = BlobKeys.fresh();
        return new FileBlobWriter(
                root.resolve("incoming").resolve(Path.of(key).getFileName()), file(project, key), key);
    }

    @Override
    public Optional<InputStream> open(ProjectId project, String key) throws IOException {
        try {
            return Optional.of(Files.newInputStream(file(project, key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> read(ProjectId project, String key, long from, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file(project, key), StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
            return Optional.of(Arrays.copyOf(bytes.array(), bytes.position()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(ProjectId project, String key) throws IOException {
        Files.deleteIfExists(file(project, key));
    }

    @Override
    public void forEachOlderThan(Instant time, Consumer<BlobRef> action) throws IOException {
        try (Stream<Path> projects = Files.list(root)) {
            projects.filter(folder ->
                            PROJECT.matcher(folder.getFileName().toString()).matches())
                    .forEach(folder -> {
                        ProjectId project = new ProjectId(
                                UUID.fromString(folder.getFileName().toString()));
                        olderFiles(folder, time)
                                .forEach(file -> action.accept(new BlobRef(
                                        project, folder.relativize(file).toString())));
                    });
        }
        for (Path abandoned : olderFiles(root.resolve("incoming"), time)) {
            Files.deleteIfExists(abandoned);
        }
    }

    private static Iterable<Path> olderFiles(Path folder, Instant time) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> modified(file).isBefore(time))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(ProjectId project, String key) {
        return root.resolve(project.toString()).resolve(BlobKeys.checked(key));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.persistence.blobs.BlobKeys;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.tenancy.ProjectId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Blobs as objects, named as the files of a folder are: so that one can be copied into the other. */
final class S3BlobStore implements BlobStore {
    private static final Pattern NAME =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9a-f]{2}/[0-9a-f]{32})");

    private final S3Client s3;
    private final String bucket;
    private final String prefix;
    private final Path incoming;

    S3BlobStore(S3Client s3, String bucket, String prefix, Path incoming) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
        this.incoming = incoming;
    }

    @Override
    public BlobWriter create(ProjectId project) throws IOException {
        String key = BlobKeys.fresh();
        return new ObjectWriter(s3, bucket, name(project, key), key, incoming);
    }

    @Override
    public Optional<InputStream> open(ProjectId project, String key) throws IOException {
        return found(() -> s3.getObject(get -> get.bucket(bucket).key(name(project, key))));
    }

    @Override
    public Optional<byte[]> read(ProjectId project, String key, long from, int length) throws IOException {
        String range = "bytes=" + from + "-" + (from + length - 1);
        return found(() -> s3.getObjectAsBytes(
                        get -> get.bucket(bucket).key(name(project, key)).range(range))
                .asByteArray());
    }

    @Override
    public void delete(ProjectId project, String key) throws IOException {
        found(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(name(project, key))));
    }

    @Override
    public void forEachOlderThan(Instant time, Consumer<BlobRef> action) throws IOException {
        found(() -> {
            s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                    .filter(object -> object.lastModified().isBefore(time))
                    .map(this::reference)
                    .flatMap(Optional::stream)
                    .forEach(action);
            return action;
        });
        try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(incoming)) {
            for (Path file : abandoned) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Empty for what is not ours. */
    private Optional<BlobRef> reference(S3Object object) {
        Matcher name = NAME.matcher(object.key().substring(prefix.length()));
        return name.matches()
                ? Optional.of(new BlobRef(new ProjectId(UUID.fromString(name.group(1))), name.group(2)))
                : Optional.empty();
    }

    private String name(ProjectId project, String key) {
        return prefix + project + "/" + BlobKeys.checked(key);
    }

    private static <T> Optional<T> found(Supplier<T> asked) throws IOException {
        try {
            return Optional.of(asked.get());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new IOException("the object storage failed", e);
        }
    }
}

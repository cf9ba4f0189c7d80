// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.baraza.apps.model.App;
import org.baraza.persistence.blobs.BlobReferences;
import org.baraza.persistence.blobs.BlobStore;
import org.baraza.persistence.blobs.BlobWriter;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.ProjectScope;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Pictures, sounds and films of apps (releases: multimedia), in the project in scope. Phones fetch them without
 * signing in, so an id cannot be guessed.
 */
public final class AppMedia implements BlobReferences {
    /** Most bytes of one file. */
    public static final long LARGEST = 50L * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;
    private static final Pattern PATH = Pattern.compile("jr://file/commcare/[^\\x00-\\x1f\"'<>\\\\]{1,400}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final int PROJECT_DIGITS = 32;

    private final Transactions transactions;
    private final BlobStore blobs;
    private final Clock clock;
    private final MediaStore store = new MediaStore();

    public AppMedia(Transactions transactions, BlobStore blobs, Clock clock) {
        this.transactions = transactions;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** The project that an id of a media file belongs to; empty for what is no such id. */
    public static Optional<ProjectId> projectOf(String mediaId) {
        if (!ID.matcher(mediaId).matches()) {
            return Optional.empty();
        }
        String digits = mediaId.substring(0, PROJECT_DIGITS);
        return Optional.of(new ProjectId(new UUID(
                Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, PROJECT_DIGITS, 16))));
    }

    /** Whether it is a path under which forms name media: {@code jr://file/commcare/image/a.png}. */
    static boolean isPath(String path) {
        return PATH.matcher(path).matches() && !path.contains("/../");
    }

    static String mediaType(String contentType) {
        String kind = contentType.toLowerCase(Locale.ROOT);
        return kind.startsWith("image/")
                ? "CommCareImage"
                : kind.startsWith("audio/")
                        ? "CommCareAudio"
                        : kind.startsWith("video/") ? "CommCareVideo" : "CommCareMultimedia";
    }

    /** The same content is kept once. */
    MediaFile keep(ProjectId project, String contentType, InputStream content) throws IOException {
        MessageDigest sum = sha256();
        try (BlobWriter blob = blobs.create(project)) {
            long length = copy(new DigestInputStream(content, sum), blob);
            String digest = HexFormat.of().formatHex(sum.digest());
            Optional<MediaFile> known = transactions.read(tx -> store.withDigest(tx, digest));
            if (known.isPresent()) {
                return known.get();
            }
            MediaFile file = new MediaFile(newId(project), digest, contentType, length, blob.commit());
            return transactions.write(tx -> {
                store.insert(tx, project, file, clock.instant());
                return store.withDigest(tx, digest).orElseThrow();
            });
        }
    }

    private static long copy(InputStream from, BlobWriter to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            length += read;
            if (length > LARGEST) {
                throw new Refused(
                        Problem.Invalid.field("file", "FILE_TOO_LARGE", "A media file has at most 50 megabytes."));
            }
            to.write(buffer, 0, read);
        }
        return length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    private static String newId(ProjectId project) {
        return project.value().toString().replace("-", "") + Apps.newId();
    }

    public Optional<MediaFile> find(String mediaId) {
        return transactions.read(tx -> store.find(tx, mediaId));
    }

    /** The files of an app, as far as they were uploaded, by their ids. */
    Map<String, MediaFile> of(App app) {
        return transactions.read(tx -> store.files(tx, app));
    }

    /** Those of the contents that are kept already, by their digests. */
    Map<String, MediaFile> kept(Collection<String> digests) {
        return transactions.read(tx -> store.withDigests(tx, digests));
    }

    /** The content of a file of the project in scope. */
    public InputStream open(String mediaId) throws IOException {
        MediaFile file = find(mediaId).orElseThrow(() -> new FileNotFoundException("no such media file"));
        return open(file);
    }

    public InputStream open(MediaFile file) throws IOException {
        return blobs.open(ProjectScope.current(), file.blobKey())
                .orElseThrow(() -> new FileNotFoundException("the content of a media file is gone"));
    }

    @Override
    public Collection<String> referred(Tx tx, Collection<String> keys) {
        return store.used(tx, keys);
    }
}

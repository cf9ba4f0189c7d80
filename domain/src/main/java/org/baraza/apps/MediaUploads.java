// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.baraza.apps.MediaUpload.Reason.NOT_NAMED;
import static org.baraza.apps.MediaUpload.Reason.TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.baraza.apps.editing.AppChange;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Archives of media files, in the project in scope (releases: multimedia). What the app names is kept and shown; what it does
 * not name is left out and told of. Needs {@code edit_apps}.
 */
public final class MediaUploads {
    private static final int MOST_FILES = 5_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Transactions transactions;
    private final AppMedia media;
    private final AppEditing editing;
    private final Clock clock;
    private final AppStore apps = new AppStore();
    private final MediaUploadStore store = new MediaUploadStore();

    public MediaUploads(Transactions transactions, AppMedia media, AppEditing editing, Clock clock) {
        this.transactions = transactions;
        this.media = media;
        this.editing = editing;
        this.clock = clock;
    }

    /** Takes an archive in; what came of it can be asked for later too. */
    public MediaUpload take(ProjectAccess who, String appId, Path archive) throws IOException {
        who.require(Permission.EDIT_APPS);
        WorkingCopy copy = transactions
                .read(tx -> apps.read(tx, appId))
                .filter(found -> !found.summary().deleted())
                .orElseThrow(Apps::unknown);
        MediaUpload upload = new MediaUpload(Apps.newId(), appId, new ArrayList<>(), new ArrayList<>());
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            take(who, upload, MediaPaths.of(copy), zip);
        } catch (ZipException noArchive) {
            throw new Refused(Problem.Invalid.field("bulk_upload_file", "NOT_AN_ARCHIVE", "This is no zip archive."));
        }
        show(who, copy, upload);
        transactions.writing(tx -> store.insert(tx, who.project(), upload, clock.instant()));
        return upload;
    }

    /** Keeps the files; nothing of the app is changed yet. */
    private void take(ProjectAccess who, MediaUpload upload, MediaPaths paths, ZipFile zip) throws IOException {
        if (zip.size() > MOST_FILES) {
            throw tooLarge();
        }
        long kept = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            Optional<String> path = paths.named(entry.getName()).filter(AppMedia::isPath);
            if (entry.isDirectory()) {
                continue;
            }
            if (path.isEmpty()) {
                upload.left().add(new MediaUpload.Left(entry.getName(), NOT_NAMED));
            } else if (entry.getSize() > AppMedia.LARGEST) {
                upload.left().add(new MediaUpload.Left(entry.getName(), TOO_LARGE));
            } else {
                MediaFile file = keep(who, path.get(), zip, entry);
                kept += file.length();
                if (kept > MOST_BYTES) {
                    throw tooLarge();
                }
                upload.taken()
                        .add(new MediaUpload.Taken(path.get(), AppMedia.mediaType(file.contentType()), file.mediaId()));
            }
        }
    }

    private static Refused tooLarge() {
        return new Refused(Problem.Invalid.field(
                "bulk_upload_file", "ARCHIVE_TOO_LARGE", "An archive has at most 5000 files of one gigabyte in all."));
    }

    private MediaFile keep(ProjectAccess who, String path, ZipFile zip, ZipEntry entry) throws IOException {
        String type = Optional.ofNullable(URLConnection.guessContentTypeFromName(path))
                .orElse(UNKNOWN_TYPE);
        try (InputStream content = zip.getInputStream(entry)) {
            return media.keep(who.project(), type, content);
        }
    }

    /** One change of the app shows all of them, or none. */
    private void show(ProjectAccess who, WorkingCopy copy, MediaUpload upload) {
        List<AppChange> changes = upload.taken().stream()
                .<AppChange>map(file -> new AppChange.PutMedia(file.path(), file.mediaId(), file.mediaType()))
                .toList();
        if (!changes.isEmpty()) {
            editing.make(who, copy.appId(), copy.summary().version(), changes);
        }
    }

    /** What came of an archive; empty for an id of no upload to this app. */
    public Optional<MediaUpload> find(ProjectAccess who, String appId, String uploadId) {
        who.require(Permission.EDIT_APPS);
        return transactions
                .read(tx -> store.find(tx, uploadId))
                .filter(upload -> upload.appId().equals(appId));
    }
}

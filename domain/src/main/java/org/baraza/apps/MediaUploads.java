// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.baraza.apps.MediaUpload.Reason.NOT_NAMED;
import static org.baraza.apps.MediaUpload.Reason.OTHER_KIND;
import static org.baraza.apps.MediaUpload.Reason.TOO_LARGE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.baraza.apps.editing.AppChange;
import org.baraza.apps.model.App;
import org.baraza.apps.model.MediaEntry;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Cursor;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;
import org.baraza.paging.Slice;
import org.baraza.paging.SliceRequest;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Media files of an app, one by one and in archives, in the project in scope (releases: multimedia). Of an archive, what the app
 * names is kept and shown; what it does not name is left out and told of. Needs {@code edit_apps}, looking at the list also {@code
 * view_apps}.
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
    private final MediaStore kept = new MediaStore();
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
        WorkingCopy copy = copy(appId);
        MediaUpload upload = new MediaUpload(Apps.newId(), appId, new ArrayList<>(), new ArrayList<>());
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            take(who, upload, MediaReferences.of(copy), zip);
        } catch (ZipException noArchive) {
            throw new Refused(Problem.Invalid.field("bulk_upload_file", "NOT_AN_ARCHIVE", "This is no zip archive."));
        }
        show(who, copy, upload);
        transactions.writing(tx -> store.insert(tx, who.project(), upload, clock.instant()));
        return upload;
    }

    /** Keeps the files; nothing of the app is changed yet. */
    private void take(ProjectAccess who, MediaUpload upload, MediaReferences paths, ZipFile zip) throws IOException {
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
            } else if (!isWhatItSays(path.get(), zip, entry)) {
                upload.left().add(new MediaUpload.Left(entry.getName(), OTHER_KIND));
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

    /** What phones do not know by its name is taken as it is. */
    private static boolean isWhatItSays(String path, ZipFile zip, ZipEntry entry) throws IOException {
        Optional<MediaKind> kind = MediaKind.of(path);
        if (kind.isEmpty()) {
            return true;
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return kind.get().begins(content.readNBytes(MediaKind.HEAD));
        }
    }

    private static Refused tooLarge() {
        return new Refused(Problem.Invalid.field(
                "bulk_upload_file", "ARCHIVE_TOO_LARGE", "An archive has at most 5000 files of one gigabyte in all."));
    }

    private MediaFile keep(ProjectAccess who, String path, ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return media.keep(who.project(), contentType(path), content);
        }
    }

    private static String contentType(String path) {
        String guessed = Optional.ofNullable(URLConnection.guessContentTypeFromName(path))
                .orElse(UNKNOWN_TYPE);
        Optional<MediaKind> kind = MediaKind.of(path);
        boolean fits =
                kind.isEmpty() || AppMedia.mediaType(guessed).equals(kind.get().mediaType());
        return fits ? guessed : kind.get().word() + "/" + path.substring(path.lastIndexOf('.') + 1);
    }

    /**
     * A file that is shown under a path now.
     *
     * @param version of the app since then
     */
    public record Shown(String path, MediaKind kind, MediaFile file, int version) {}

    /** Keeps one file and shows it under a path, whatever was shown there before. */
    public Shown put(ProjectAccess who, String appId, MediaKind kind, String path, Path content) throws IOException {
        who.require(Permission.EDIT_APPS);
        if (!AppMedia.isPath(path) || !MediaKind.of(path).equals(Optional.of(kind))) {
            throw new Refused(Problem.Invalid.field(
                    "path",
                    "PATH_INVALID",
                    "The path of this file begins with jr://file/commcare/ and ends as names of " + kind.word()
                            + " files do."));
        }
        WorkingCopy copy = copy(appId);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
            in.mark(MediaKind.HEAD);
            if (!kind.begins(in.readNBytes(MediaKind.HEAD))) {
                throw new Refused(Problem.Invalid.field("Filedata", "OTHER_KIND", OTHER_KIND.sentence()));
            }
            in.reset();
            MediaFile file = media.keep(who.project(), contentType(path), in);
            WorkingCopy after = editing.make(
                    who,
                    appId,
                    copy.summary().version(),
                    List.of(new AppChange.PutMedia(path, file.mediaId(), kind.mediaType())));
            return new Shown(path, kind, file, after.summary().version());
        }
    }

    /** The media that an app names, by path. */
    public Page<MediaReference> references(ProjectAccess who, WorkingCopy copy, boolean missingOnly, PageRequest page) {
        Apps.maySee(who);
        String after = page.after().isEmpty()
                ? ""
                : Cursor.read(page.after(), MediaReference.LIST, 1).text(0);
        List<MediaReference> all = references(copy).stream()
                .filter(reference -> !missingOnly || reference.isMissing())
                .toList();
        List<MediaReference> oneMore = all.stream()
                .filter(reference -> reference.path().compareTo(after) > 0)
                .limit(page.first() + 1L)
                .toList();
        return Page.of(oneMore, page, () -> (long) all.size());
    }

    /** A part of that list. */
    public Slice<MediaReference> references(ProjectAccess who, String appId, boolean missingOnly, SliceRequest slice) {
        Apps.maySee(who);
        List<MediaReference> all = references(copy(appId)).stream()
                .filter(reference -> !missingOnly || reference.isMissing())
                .toList();
        return Slice.of(all, slice);
    }

    private List<MediaReference> references(WorkingCopy copy) {
        App app = copy.app();
        Map<String, MediaFile> files = transactions.read(tx -> kept.files(tx, app));
        List<MediaReference> references = new ArrayList<>();
        MediaReferences.of(copy).places().forEach((path, places) -> {
            Optional<MediaEntry> entry = Optional.ofNullable(app.media().get(path));
            references.add(new MediaReference(
                    path,
                    MediaKind.of(path)
                            .map(MediaKind::mediaType)
                            .orElseGet(() -> entry.map(MediaEntry::mediaType).orElse(AppMedia.mediaType(UNKNOWN_TYPE))),
                    entry.map(known -> files.get(known.multimediaId())),
                    List.copyOf(places)));
        });
        return references;
    }

    private WorkingCopy copy(String appId) {
        return transactions
                .read(tx -> apps.read(tx, appId))
                .filter(found -> !found.summary().deleted())
                .orElseThrow(Apps::unknown);
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

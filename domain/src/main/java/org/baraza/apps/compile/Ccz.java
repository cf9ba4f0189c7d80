// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the archive that an app is installed from without a network (generated build, section 1). The same build makes
 * the same bytes.
 */
public final class Ccz {
    /** The oldest time that an archive can say; the real one would make each archive another. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Set<String> LEFT_OUT =
            Set.of("profile.xml", "profile.ccpr", "media_profile.xml", "media_profile.ccpr");

    private Ccz() {}

    /** Opens media by what the media store calls them; each is opened twice, because its size stands before it. */
    @FunctionalInterface
    public interface MediaBytes {
        InputStream open(Build.MediaFile file) throws IOException;
    }

    /**
     * Writes the archive of the whole app or of a language profile; the stream stays open.
     *
     * @param media none if the archive is to have none
     */
    public static void write(Build build, Optional<String> profileId, Optional<MediaBytes> media, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (var file : files(build, profileId, media.isPresent()).entrySet()) {
            zip.putNextEntry(entry(file.getKey()));
            zip.write(file.getValue());
            zip.closeEntry();
        }
        if (media.isPresent()) {
            for (Build.MediaFile file : build.media()) {
                if (file.profiles().contains(profileId.orElse(""))) {
                    store(zip, file, media.get());
                }
            }
        }
        zip.finish();
    }

    /** Writes an archive of nothing but the media of the whole app; the stream stays open. */
    public static void writeMedia(Build build, MediaBytes media, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Build.MediaFile file : build.media()) {
            store(zip, file, media);
        }
        zip.finish();
    }

    private static SortedMap<String, byte[]> files(Build build, Optional<String> profileId, boolean withMedia) {
        String folder = profileId.map(id -> id + "/").orElse("");
        Set<String> others = build.files().keySet();
        SortedMap<String, byte[]> files = new TreeMap<>();
        build.files().forEach((path, bytes) -> {
            if (path.startsWith(folder)) {
                String name = path.substring(folder.length());
                boolean ofProfile = folder.isEmpty() && isOfProfile(name, others);
                if (!ofProfile && !LEFT_OUT.contains(name) && !(name.equals("media_suite.xml") && !withMedia)) {
                    files.put(name, bytes);
                }
            }
        });
        build.file(folder + (withMedia ? "media_profile.ccpr" : "profile.ccpr"))
                .ifPresent(profile -> files.put("profile.ccpr", profile));
        return files;
    }

    /** A folder with a profile of its own is that of a language profile. */
    private static boolean isOfProfile(String name, Set<String> all) {
        int slash = name.indexOf('/');
        return slash > 0 && all.contains(name.substring(0, slash) + "/profile.ccpr");
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        return entry;
    }

    /** Media are packed already, so they are stored as they are; that needs their size and sum first. */
    private static void store(ZipOutputStream zip, Build.MediaFile file, MediaBytes media) throws IOException {
        CRC32 sum = new CRC32();
        long size = 0;
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = media.open(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
                size += read;
            }
        }
        ZipEntry entry = entry(file.path());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        try (InputStream in = media.open(file)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }
}

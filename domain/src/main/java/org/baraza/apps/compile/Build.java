// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The files of a version.
 *
 * @param files contents by path; those of a language profile are below its id
 * @param media what belongs into the archive beside them
 */
public record Build(SortedMap<String, byte[]> files, BuildVersions versions, List<MediaFile> media) {
    /** The data of the worker for practice, below the id of a language profile for hers. */
    public static final String PRACTICE_FILE = "practice_user_restore.xml";

    public Build {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        media = List.copyOf(media);
    }

    /**
     * A media file that the version uses.
     *
     * @param path below the archive: {@code commcare/image/a.png}
     * @param profiles the language profiles that use it, with an empty one for the whole app
     */
    public record MediaFile(String path, String multimediaId, String mediaType, List<String> profiles) {
        public MediaFile {
            profiles = List.copyOf(profiles);
        }
    }

    /** The same with those of its media that are wanted. */
    public Build withMedia(Predicate<MediaFile> wanted) {
        return new Build(files, versions, media.stream().filter(wanted).toList());
    }

    /**
     * The same as if it had been made for another base.
     *
     * @param from the base it was made for; nothing else in an app reads like it
     * @param to scheme and host, as whoever asks said them
     */
    public Build moved(String from, String to) {
        String written = to.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        SortedMap<String, byte[]> moved = new TreeMap<>(files);
        moved.replaceAll((_, content) -> {
            String text = new String(content, UTF_8);
            return text.contains(from) ? text.replace(from, written).getBytes(UTF_8) : content;
        });
        return new Build(moved, versions, media);
    }

    /** The same with one of its files, or none. */
    public Build withFile(String path) {
        SortedMap<String, byte[]> one = new TreeMap<>();
        file(path).ifPresent(content -> one.put(path, content));
        return new Build(one, versions, media);
    }

    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
